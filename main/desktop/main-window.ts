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
  /** Start in the tray: the window is created but not shown. */
  readonly isHidden: boolean;
  readonly title: string;
  readonly places: PlaceKeeper;
  readonly onEvent: (event: 'shown' | 'hidden') => void;
}

/**
 * The main window. Closing it only hides it, or minimizes it if there is no tray to bring it back,
 * because calls and notifications continue.
 */
export interface MainWindow {
  readonly browserWindow: BrowserWindow;
  /** Sets whether a tray shows the app. Until this is called, none does. */
  setTray(isThere: boolean): void;
  /** Called the first time that closing the window minimizes it instead. */
  onceMinimizedInstead(listener: () => void): void;
  /** Called when the agent has zoomed with the keyboard. */
  onZoom(listener: (percent: ZoomLevel) => void): void;
  setZoom(percent: ZoomLevel): void;
  /** Brings it to the front, at the agent's request. */
  show(): void;
  /** Shows it without taking the focus. */
  raise(): void;
  /** Starts or stops flashing its taskbar entry. */
  setAttention(isWanted: boolean): void;
  isShown(): boolean;
  /** Hides it in the tray, or minimizes it if there is no tray. */
  putAway(): void;
  setAlwaysOnTop(isOnTop: boolean): void;
  /** From now on, closing the window really closes it. */
  allowClosing(): void;
}

/** The content size in density-independent pixels, if the display has room for it. */
const SIZE = { width: 380, height: 640 };
const MIN_SIZE = { width: 320, height: 360 };
/**
 * The delay before the page is loaded again after a crash, so that repeated crashes do not cause a
 * tight loop.
 */
const RELOAD_AFTER_CRASH_MS = 500;

export function createMainWindow(options: MainWindowOptions): MainWindow {
  const { session, entry, root, isHidden, title, places, onEvent } = options;
  const { workArea } = screen.getPrimaryDisplay();
  const smallest = fitSize(MIN_SIZE, workArea);
  const place = places.find('window');
  const requested = place ?? fitSize(SIZE, workArea);
  const browserWindow = new BrowserWindow({
    ...requested,
    minWidth: smallest.width,
    minHeight: smallest.height,
    useContentSize: true,
    title,
    show: false,
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

  addZoomKeys(browserWindow.webContents, (percent) => zoomed?.(percent));
  keepInWorkArea(browserWindow, MIN_SIZE);
  places.follow('window', browserWindow, requested);
  browserWindow.on('show', () => report('shown'));
  browserWindow.on('restore', () => report('shown'));
  browserWindow.on('hide', () => report('hidden'));
  // Not earlier, because this would show a window that starts hidden.
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
  // Load failures are reported by `did-fail-load`, so this promise is ignored.
  browserWindow.loadURL(entry).catch(() => undefined);

  return {
    browserWindow,
    setTray: (isThere) => {
      hasTray = isThere;
      const isReachable = browserWindow.isVisible() || browserWindow.isMinimized();
      // A window that has not been shown yet must still be shown.
      if (!isThere && !isReachable && !isOpening) browserWindow.minimize();
    },
    onceMinimizedInstead: (listener) => {
      minimizedInstead = listener;
    },
    onZoom: (listener) => {
      zoomed = listener;
    },
    setZoom: (percent) => {
      // Chromium remembers the zoom between runs.
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
