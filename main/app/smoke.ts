import { app, type BrowserWindow } from 'electron';

/** Waits until the window is shown, prints one line, and ends the app. */
export interface Smoke {
  /** The window has been painted. */
  pass(): void;
}

const LIMIT_MS = 20_000;

export function watchSmoke(window: BrowserWindow): Smoke {
  const limit = setTimeout(() => finish(1, 'the window was not painted in time'), LIMIT_MS);

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
  return { pass: () => finish(0, 'smoke ok') };
}
