import type { Session } from 'electron';
import { APP_HOST, APP_SCHEME } from '../../contract/app-address';
import { CONTENT_SECURITY_POLICY } from './content-security-policy';

/** The server of `npm run dev`, which serves the window's sources and pushes their changes. */
export interface DevServer {
  /** Its origin, on loopback. */
  readonly url: URL;
  /** Marks the inline scripts and styles that it adds to the page. */
  readonly nonce: string;
}

/**
 * The development server, if `npm run dev` started this run. For development builds only: the
 * production bundle contains nothing of this file.
 *
 * @throws if its address is not on loopback
 */
export function findDevServer(environment: NodeJS.ProcessEnv): DevServer | undefined {
  const { SIDETONE_DEV_SERVER: address, SIDETONE_DEV_NONCE: nonce } = environment;
  if (address === undefined || nonce === undefined) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'http:' || url.hostname !== '127.0.0.1') {
    throw new Error('SIDETONE_DEV_SERVER must be an address on 127.0.0.1.');
  }
  return { url, nonce };
}

/**
 * Serves the window from the development server, under its usual address. The page may then also open
 * a WebSocket to that server, and to nothing else: changes arrive on it. Call after `denyNetwork`, whose
 * rules are replaced by ones with that exception. Resolves when the first file was served.
 */
export function serveFromDevServer(session: Session, { url, nonce }: DevServer): Promise<void> {
  const socket = `ws://${url.host}`;
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*', 'ftp://*/*'] },
    (details, answer) => answer({ cancel: new URL(details.url).origin !== socket }),
  );
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'socks5://127.0.0.1:0',
    proxyBypassRules: `<-loopback>;${url.host}`,
  });
  const policy = allowDevServer(CONTENT_SECURITY_POLICY, socket, nonce);
  return new Promise((resolve) => {
    session.protocol.handle(APP_SCHEME, async (request) => {
      const { host, pathname, search } = new URL(request.url);
      if (host !== APP_HOST) return new Response('Not found', { status: 404 });
      const served = await fetch(new URL(pathname + search, url));
      resolve();
      return new Response(served.body, {
        status: served.status,
        headers: {
          'Content-Type': served.headers.get('content-type') ?? 'text/plain',
          'Content-Security-Policy': policy,
          'Cache-Control': 'no-store',
        },
      });
    });
  });
}

/** The window's policy with the three things that hot reload needs. */
function allowDevServer(policy: string, socket: string, nonce: string): string {
  return policy
    .replace("connect-src 'none'", `connect-src ${socket}`)
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`);
}
