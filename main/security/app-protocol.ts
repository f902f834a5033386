import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Protocol } from 'electron';
import { APP_HOST, APP_SCHEME } from '../../contract/app-address';
import { DIRECTION, LANGUAGE } from '../../contract/locale/language';
import { resolveAppFile } from './app-files';
import { allowStyles, CONTENT_SECURITY_POLICY } from './content-security-policy';

/** The window's page, which is served from one folder and needs no network. */
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
};

/** Must be called before the app is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** The page as drawn for a revision of the state. */
export interface DrawnPage {
  readonly markup: string;
  readonly revision: number;
}

/**
 * Serves the files below `root` to the windows of this session, and nothing else. The content of
 * `whenDrawn` is inserted into the page on its first load. Resolves when the first requested file
 * was read.
 */
export function serveApp(
  session: { readonly protocol: Pick<Protocol, 'handle'> },
  root: string,
  whenDrawn: () => Promise<DrawnPage | undefined>,
): Promise<void> {
  let isFirst = true;
  return new Promise((resolve) => {
    session.protocol.handle(APP_SCHEME, async (request) => {
      const response =
        isFirst && request.url === APP_ENTRY
          ? await respondDrawn(root, whenDrawn)
          : await respond(request, root);
      isFirst = false;
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

/** The places in the built page for its language, styles and content; see renderer/index.html. */
const OPENING = '<html lang="en">';
const STYLES = /<link rel="stylesheet"[^>]* href="([^"]+)">/;
const CONTENT = '<div id="root">';

/**
 * The head is sent at once, so that Chromium can open the page while its content is drawn. It
 * contains the styles, because the paint would have to wait for a request for them.
 */
async function respondDrawn(
  root: string,
  whenDrawn: () => Promise<DrawnPage | undefined>,
): Promise<Response> {
  const [head = '', tail = ''] = (await readFile(join(root, 'index.html'), 'utf8')).split(CONTENT);
  const [link = '', stylesheet = ''] = STYLES.exec(head) ?? [];
  const styles = await readFile(join(root, stylesheet), 'utf8');
  const opening = `<html lang="${LANGUAGE}" dir="${DIRECTION}">`;
  const start = head.replace(OPENING, opening).replace(link, () => `<style>${styles}</style>`);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(start)),
    pull: async (controller) => {
      const drawn = await whenDrawn();
      // Inert until the scripts are loaded, because earlier presses would be lost.
      const content =
        drawn && `<div id="root" data-revision="${drawn.revision}" inert>${drawn.markup}`;
      controller.enqueue(encoder.encode((content ?? CONTENT) + tail));
      controller.close();
    },
  });
  const headers = {
    ...HEADERS,
    'Content-Security-Policy': allowStyles(styles),
    'Content-Type': 'text/html; charset=utf-8',
  };
  return new Response(body, { headers });
}

function notFound(): Response {
  const headers = { ...HEADERS, 'Content-Type': 'text/plain' };
  return new Response('Not found', { status: 404, headers });
}
