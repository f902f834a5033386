import { BrowserWindow, screen, type Session } from 'electron';
import type { ZoomLevel } from '../../contract/preference-choices';
import { fitSize } from './fit';
import type { PlaceKeeper } from './place-keeper';
import { keepInWorkArea } from './work-area';
import { webPreferences } from './web-preferences';
import { whenShowable } from './when-showable';
import { addZoomKeys } from './zoom';

export interface MainWindowOptions {
  readonly session: Session;
  readonly entry: string;
  /** The folder of the built application, which holds `preload/`. */
  readonly root: string;
  /** Start in the tray, with the window made but not shown. */
  readonly isHidden: boolean;
  readonly title: string;
  readonly places: PlaceKeeper;
  readonly onEvent: (event: 'shown' | 'hidden') => void;
}

/**
 * The one window. Closing it only hides it, or minimizes it where no tray could bring it back: a call
 * goes on, and so do the reports about it.
 */
export interface MainWindow {
  readonly browserWindow: BrowserWindow;
  /** Whether a tray shows the app; none until this is called. */
  setTray(isThere: boolean): void;
  /** Called the first time that closing it minimized it instead. */
  onceMinimizedInstead(listener: () => void): void;
  /** Called when the agent has zoomed with the keyboard. */
  onZoom(listener: (percent: ZoomLevel) => void): void;
  setZoom(percent: ZoomLevel): void;
  /** Brings it to the front, because the agent asked for it. */
  show(): void;
  /** Brings it up without taking the focus. */
  raise(): void;
  /** Whether its entry in the taskbar asks for attention. */
  setAttention(isWanted: boolean): void;
  isShown(): boolean;
  /** Hides it in the tray, or minimizes it where there is none. */
  putAway(): void;
  setAlwaysOnTop(isOnTop: boolean): void;
  /** From now on closing it really closes it. */
  allowClosing(): void;
}

/** Of the content, in density-independent pixels, where the display has room for it. */
const SIZE = { width: 380, height: 640 };
const MIN_SIZE = { width: 320, height: 360 };
/** How long after a crash the page is loaded again: not in a tight loop. */
const RELOAD_AFTER_CRASH_MS = 500;

export function createMainWindow(options: MainWindowOptions): MainWindow {
  const { session, entry, root, isHidden, title, places, onEvent } = options;
  const { workArea } = screen.getPrimaryDisplay();
  const smallest = fitSize(MIN_SIZE, workArea);
  const place = places.find('window');
  const asked = place ?? fitSize(SIZE, workArea);
  const browserWindow = new BrowserWindow({
    ...asked,
    minWidth: smallest.width,
    minHeight: smallest.height,
    useContentSize: true,
    title,
    show: false,
    autoHideMenuBar: true,
    webPreferences: webPreferences(session, root),
  });
  let canClose = false;
  let hasTray = false;
  let minimizedInstead: (() => void) | undefined;
  let zoomed: ((percent: ZoomLevel) => void) | undefined;
  let reported: 'shown' | 'hidden' = 'hidden';

  function report(event: 'shown' | 'hidden'): void {
    if (event === reported) return;
    reported = event;
    onEvent(event);
  }

  function putAway(): void {
    if (hasTray) browserWindow.hide();
    else browserWindow.minimize();
  }

  browserWindow.removeMenu();
  addZoomKeys(browserWindow.webContents, (percent) => zoomed?.(percent));
  keepInWorkArea(browserWindow, MIN_SIZE);
  places.follow('window', browserWindow, asked);
  browserWindow.on('show', () => report('shown'));
  browserWindow.on('restore', () => report('shown'));
  browserWindow.on('hide', () => report('hidden'));
  // Not before: a window that starts hidden would come up.
  if (place?.isMaximized === true) browserWindow.once('show', () => browserWindow.maximize());
  let isOpening = !isHidden;
  if (isOpening) {
    browserWindow.once('show', () => {
      isOpening = false;
    });
    whenShowable(browserWindow, () => {
      if (isOpening) browserWindow.show();
    });
  }
  browserWindow.on('close', (event) => {
    if (canClose) return;
    event.preventDefault();
    putAway();
    if (hasTray) return;
    minimizedInstead?.();
    minimizedInstead = undefined;
  });
  browserWindow.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || canClose) return;
    setTimeout(() => {
      if (!browserWindow.isDestroyed()) browserWindow.webContents.reload();
    }, RELOAD_AFTER_CRASH_MS);
  });
  // A page that cannot be loaded is reported by `did-fail-load`, not by this promise.
  browserWindow.loadURL(entry).catch(() => undefined);

  return {
    browserWindow,
    setTray: (isThere) => {
      hasTray = isThere;
      const isReachable = browserWindow.isVisible() || browserWindow.isMinimized();
      // A window that is about to be shown for the first time is not lost.
      if (!isThere && !isReachable && !isOpening) browserWindow.minimize();
    },
    onceMinimizedInstead: (listener) => {
      minimizedInstead = listener;
    },
    onZoom: (listener) => {
      zoomed = listener;
    },
    setZoom: (percent) => {
      // Chromium remembers it between runs.
      const current = Math.round(browserWindow.webContents.getZoomFactor() * 100);
      if (percent !== current) browserWindow.webContents.setZoomFactor(percent / 100);
    },
    show: () => {
      if (browserWindow.isMinimized()) browserWindow.restore();
      browserWindow.show();
      browserWindow.focus();
    },
    raise: () => {
      browserWindow.showInactive();
      browserWindow.moveTop();
    },
    setAttention: (isWanted) => {
      browserWindow.flashFrame(isWanted);
    },
    isShown: () => browserWindow.isVisible() && !browserWindow.isMinimized(),
    putAway,
    setAlwaysOnTop: (isOnTop) => {
      if (isOnTop !== browserWindow.isAlwaysOnTop()) browserWindow.setAlwaysOnTop(isOnTop);
    },
    allowClosing: () => {
      canClose = true;
    },
  };
}
