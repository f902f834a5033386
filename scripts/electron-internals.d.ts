// The part of Electron that its default app uses and its type declarations omit.

declare namespace Electron {
  interface App {
    setVersion(version: string): void;
    setAppPath(path: string): void;
    setDesktopName(name: string): void;
  }
}
