import { BrowserWindow, nativeTheme, screen, type Session, type WebContents } from 'electron';
import { listLiveTelephoneCalls } from '../../contract/find-calls';
import { DEFAULT_PREFERENCES } from '../../contract/preferences';
import type { Snapshot } from '../../contract/snapshot';
import { moveInto } from './fit';
import type { MainWindow } from './main-window';
import type { PlaceKeeper } from './place-keeper';
import { webPreferences } from './web-preferences';
import { whenShowable } from './when-showable';

/**
 * The bar that replaces the window. The two are never shown together. The bar's window exists only
 * while it is shown.
 */
export interface CallBar {
  /** Shows it instead of the window, at the agent's request. */
  show(): void;
  /**
   * Shows it without taking the focus, if the window is hidden, for as long as there is a call.
   */
  showForCall(): void;
  follow(snapshot: Snapshot): void;
  dispose(): void;
}

export interface CallBarOptions {
  readonly session: Session;
  readonly entry: string;
  /** The folder of the built application. */
  readonly root: string;
  readonly title: string;
  readonly window: MainWindow;
  readonly places: PlaceKeeper;
  /** Called before its page sends any request. */
  readonly onOpened: (contents: WebContents) => void;
}

/** In density-independent pixels, at a zoom of 100%. */
const SIZE = { width: 320, height: 56 };
/** The background until the page is painted; as `--page` in renderer/ui/tokens.css. */
const BACKGROUND = { light: '#f5f6f8', dark: '#121418' };

export function createCallBar(options: CallBarOptions): CallBar {
  const { session, entry, root, title, window, places, onOpened } = options;
  let bar: BrowserWindow | undefined;
  let isOnTop = DEFAULT_PREFERENCES.callBarOnTop;
  /** The bar was shown automatically, so it is hidden automatically. */
  let isAutomatic = false;

  function open(): BrowserWindow {
    // All pages of an origin share one zoom.
    const zoom = window.browserWindow.webContents.getZoomFactor();
    const size = {
      width: Math.round(SIZE.width * zoom),
      height: Math.round(SIZE.height * zoom),
    };
    const wanted = { ...(places.find('callBar') ?? window.browserWindow.getBounds()), ...size };
    const place = moveInto(wanted, screen.getDisplayMatching(wanted).workArea);
    const opened = new BrowserWindow({
      ...place,
      title,
      frame: false,
      resizable: false,
      maximizable: false,
      minimizable: false,
      fullscreenable: false,
      alwaysOnTop: isOnTop,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
      webPreferences: webPreferences(session, root),
    });
    places.follow('callBar', opened, place);
    onOpened(opened.webContents);
    opened.once('closed', () => {
      if (bar === opened) bar = undefined;
    });
    opened.webContents.once('render-process-gone', () => {
      if (bar === opened) window.show();
    });
    // Load failures are reported by `did-fail-load`, so this promise is ignored.
    opened.loadURL(entry).catch(() => undefined);
    bar = opened;
    return opened;
  }

  function close(): void {
    bar?.destroy();
  }

  window.browserWindow.on('show', close);
  window.browserWindow.on('restore', close);

  return {
    show: () => {
      isAutomatic = false;
      if (bar !== undefined) {
        bar.show();
        return;
      }
      const opened = open();
      whenShowable(opened, () => {
        window.putAway();
        opened.show();
      });
    },
    showForCall: () => {
      if (bar !== undefined || window.isShown()) return;
      isAutomatic = true;
      const opened = open();
      whenShowable(opened, () => opened.showInactive());
    },
    follow: (snapshot) => {
      if (isAutomatic && listLiveTelephoneCalls(snapshot).length === 0) close();
      if (snapshot.preferences.callBarOnTop !== isOnTop) {
        isOnTop = snapshot.preferences.callBarOnTop;
        bar?.setAlwaysOnTop(isOnTop);
      }
    },
    dispose: () => {
      window.browserWindow.off('show', close);
      window.browserWindow.off('restore', close);
      close();
    },
  };
}
