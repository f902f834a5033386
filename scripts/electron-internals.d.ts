// What Electron's default app uses, and Electron declares nowhere.

declare namespace Electron {
  interface App {
    setVersion(version: string): void;
    setAppPath(path: string): void;
    setDesktopName(name: string): void;
  }
}
