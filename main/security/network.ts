import type { Session } from 'electron';

/** The window talks to nobody: the main process makes all requests, by its own way. */
export function denyNetwork(session: Session): void {
  // Chromium fetches dictionaries from its maker, past the rule below, even where nothing is to be spelt.
  session.setSpellCheckerLanguages([]);
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*', 'ftp://*/*'] },
    (_details, answer) => answer({ cancel: true }),
  );
}
