import type { Session } from 'electron';

/** The window talks to nobody: the main process makes all requests, by its own way. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*', 'ftp://*/*'] },
    (_details, answer) => answer({ cancel: true }),
  );
}
