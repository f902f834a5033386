import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { APP_HOST, APP_SCHEME } from '../../contract/app-address';
import { resolveAppFile } from './app-files';
import { CONTENT_SECURITY_POLICY } from './content-security-policy';

/** The window's page. It comes from one folder and needs no network at all. */
export const APP_ENTRY = `${APP_SCHEME}://${APP_HOST}/index.html`;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the files below `root` to the windows of this session, and nothing else. Resolves when the
 * first file was asked for and read.
 */
export function serveApp(session: Session, root: string): Promise<void> {
  return new Promise((resolve) => {
    session.protocol.handle(APP_SCHEME, async (request) => {
      const response = await respond(request, root);
      resolve();
      return response;
    });
  });
}

async function respond({ method, url }: Request, root: string): Promise<Response> {
  const file = method === 'GET' ? resolveAppFile(url, root) : undefined;
  const type = file === undefined ? undefined : CONTENT_TYPES[extname(file)];
  if (file === undefined || type === undefined) return notFound();
  try {
    const headers = { ...HEADERS, 'Content-Type': `${type}; charset=utf-8` };
    return new Response(new Uint8Array(await readFile(file)), { headers });
  } catch {
    return notFound();
  }
}

function notFound(): Response {
  const headers = { ...HEADERS, 'Content-Type': 'text/plain' };
  return new Response('Not found', { status: 404, headers });
}
