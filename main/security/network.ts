import type { App, Session } from 'electron';

/**
 * Nothing can listen on port 0, so connecting to it fails at once without leaving this computer.
 */
const PROXY_TO_NOWHERE = 'socks5://127.0.0.1:0';

/** Keeps Chromium from resolving host names that a page mentions. Must be called before the app is ready. */
export function disableDnsPrefetch(app: App): void {
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
}

/**
 * Denies the window all network access: the main process makes all requests, outside this session.
 * Traffic that request filters do not see, such as WebRTC over TCP, goes to a proxy that does not
 * exist.
 */
export function denyNetwork(session: Session): void {
  fetchNoDictionary(session);
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*', 'ftp://*/*'] },
    (_details, answer) => answer({ cancel: true }),
  );
  // By default Chromium connects to this computer without a proxy.
  const everything = { mode: 'fixed_servers', proxyBypassRules: '<-loopback>' } as const;
  void session.setProxy({ ...everything, proxyRules: PROXY_TO_NOWHERE });
}

/** Keeps Chromium from downloading spelling dictionaries, which it does in every session. */
export function fetchNoDictionary(session: Session): void {
  session.setSpellCheckerLanguages([]);
}

/** No content security policy covers WebRTC, and over UDP it bypasses proxies. */
export function denyWebRtcOverUdp(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}
