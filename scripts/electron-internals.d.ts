// What Electron's default app and Playwright use, and Electron declares nowhere.

declare namespace Electron {
  interface App {
    setVersion(version: string): void;
    setAppPath(path: string): void;
    setDesktopName(name: string): void;
  }
}

/** Playwright calls this function after it has attached. */
declare let __playwright_run: () => Promise<void>;
