import type { Input, WebContents } from 'electron';
import { ZOOM_LEVELS, type ZoomLevel } from '../../contract/preference-choices';

/** Zooms the window's content: Ctrl++ enlarges it, Ctrl+- shrinks it, Ctrl+0 resets it. */
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

/** The zoom in percent after a key press; `undefined` if the key does not zoom. */
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
