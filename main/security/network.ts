import type { App, Session } from 'electron';

/** Nothing can listen at port 0, so connecting there fails at once and on this computer. */
const PROXY_TO_NOWHERE = 'socks5://127.0.0.1:0';

/** Chromium would look up the host names that a page mentions. Must be called before the app is ready. */
export function disableDnsPrefetch(app: App): void {
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
}

/**
 * The window talks to nobody: the main process makes all requests, outside this session. What the rules
 * for requests do not see, such as WebRTC over TCP, is sent to a proxy that does not exist.
 */
export function denyNetwork(session: Session): void {
  fetchNoDictionary(session);
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*', 'ftp://*/*'] },
    (_details, answer) => answer({ cancel: true }),
  );
  // By default Chromium connects to this computer directly.
  const everything = { mode: 'fixed_servers', proxyBypassRules: '<-loopback>' } as const;
  void session.setProxy({ ...everything, proxyRules: PROXY_TO_NOWHERE });
}

/** In every session Chromium fetches dictionaries from its maker, even where nothing is to be spelt. */
export function fetchNoDictionary(session: Session): void {
  session.setSpellCheckerLanguages([]);
}

/** No policy for content covers WebRTC, and over UDP it goes past every proxy. */
export function denyWebRtcOverUdp(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}
