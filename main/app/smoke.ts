import { app, type BrowserWindow } from 'electron';

/** Waits until the window is painted and accepts input, prints one line, and ends the app. */
export interface Smoke {
  /** The window has been painted. */
  pass(): void;
}

const LIMIT_MS = 20_000;

/** Resolves when the page accepts input, which takes all of its scripts. */
const WHEN_USABLE = `new Promise((resolve) => {
  const root = document.getElementById('root');
  const check = () => {
    if (!root.inert) resolve();
  };
  new MutationObserver(check).observe(root, { attributes: true });
  check();
})`;

export function watchSmoke(window: BrowserWindow): Smoke {
  const limit = setTimeout(() => finish(1, 'the window did not accept input in time'), LIMIT_MS);

  function finish(exitCode: 0 | 1, reason: string): void {
    clearTimeout(limit);
    const stream = exitCode === 0 ? process.stdout : process.stderr;
    stream.write(exitCode === 0 ? `${reason}\n` : `smoke failed: ${reason}\n`, () => {
      app.exit(exitCode);
    });
  }

  window.webContents.once('did-fail-load', (_event, _code, description) => {
    finish(1, `the window was not loaded: ${description}`);
  });
  window.webContents.once('render-process-gone', (_event, { reason }) => {
    finish(1, `the window's process ended: ${reason}`);
  });
  return {
    pass: () => {
      window.webContents.executeJavaScript(WHEN_USABLE).then(
        () => finish(0, 'smoke ok'),
        () => finish(1, 'the window does not accept input'),
      );
    },
  };
}
