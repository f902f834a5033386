import type { Input, WebContents } from 'electron';
import { ZOOM_LEVELS, type ZoomLevel } from '../../contract/preference-choices';

/** Enlarges the window's content by Ctrl and +, makes it smaller by Ctrl and -, and as usual by Ctrl and 0. */
export function addZoomKeys(
  webContents: Pick<WebContents, 'on' | 'getZoomFactor' | 'setZoomFactor'>,
  onZoom: (percent: ZoomLevel) => void,
): void {
  webContents.on('before-input-event', (event, input) => {
    const percent = nextZoom(input, Math.round(webContents.getZoomFactor() * 100));
    if (percent !== undefined) {
      event.preventDefault();
      webContents.setZoomFactor(percent / 100);
      onZoom(percent);
    }
  });
}

/** The zoom, in percent, that a key asks for; `undefined` where it asks for none. */
export function nextZoom(
  { type, key, control, meta, alt }: Pick<Input, 'type' | 'key' | 'control' | 'meta' | 'alt'>,
  percent: number,
): ZoomLevel | undefined {
  if (type !== 'keyDown' || alt || !(control || meta)) {
    return undefined;
  }
  switch (key) {
    case '+':
    case '=':
      return ZOOM_LEVELS.find((level) => level > percent) ?? ZOOM_LEVELS.at(-1);
    case '-':
    case '_':
      return ZOOM_LEVELS.filter((level) => level < percent).at(-1) ?? ZOOM_LEVELS[0];
    case '0':
      return 100;
    default:
      return undefined;
  }
}
