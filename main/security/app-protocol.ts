import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import type { Protocol, ProtocolRequest, ProtocolResponse } from 'electron';
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
 * The part of Electron's `Protocol` that serves the window. It is deprecated in favor of `handle`, for which
 * Node.js loads its complete fetch before the first paint (ADR 17).
 */
export interface StreamProtocol {
  registerStreamProtocol(
    scheme: string,
    handler: (request: ProtocolRequest, callback: (response: ProtocolResponse) => void) => void,
  ): boolean;
}

/**
 * Serves the files below `root` to the windows of this session, and nothing else. The content of
 * `whenDrawn` is inserted into the page on its first load. Resolves when the first requested file
 * was read.
 */
export function serveApp(
  session: { readonly protocol: StreamProtocol },
  root: string,
  whenDrawn: () => Promise<DrawnPage | undefined>,
): Promise<void> {
  let isFirst = true;
  async function serve(request: ProtocolRequest): Promise<ProtocolResponse> {
    const isDrawn = isFirst && request.url === APP_ENTRY;
    isFirst = false;
    return isDrawn ? respondDrawn(root, whenDrawn) : respond(request, root);
  }
  return new Promise((resolve) => {
    session.protocol.registerStreamProtocol(APP_SCHEME, (request, callback) => {
      void serve(request)
        .catch(() => notFound())
        .then((response) => {
          callback(response);
          resolve();
        });
    });
  });
}

async function respond({ method, url }: ProtocolRequest, root: string): Promise<ProtocolResponse> {
  const file = method === 'GET' ? resolveAppFile(url, root) : undefined;
  const type = file === undefined ? undefined : CONTENT_TYPES[extname(file)];
  if (file === undefined || type === undefined) return notFound();
  try {
    const headers = { ...HEADERS, 'Content-Type': `${type}; charset=utf-8` };
    return { headers, data: toStream(await readFile(file)) };
  } catch {
    return notFound();
  }
}

/** The hash of the styles. The build writes it, because computing it would delay the paint. */
const STYLES_HASH = 'styles.sha256';

/** The places in the built page for its language, styles and content; see renderer/index.html. */
const OPENING = '<html lang="en">';
const STYLES = /<link rel="stylesheet"[^>]* href="([^"]+)">/;
const CONTENT = '<div id="root">';

/**
 * The head is sent at once, so that Chromium can open the page while its content is drawn. It
 * contains the styles, because the paint would have to wait for a request for them.
 */
function respondDrawn(
  root: string,
  whenDrawn: () => Promise<DrawnPage | undefined>,
): ProtocolResponse {
  const [head = '', tail = ''] = readFileSync(join(root, 'index.html'), 'utf8').split(CONTENT);
  const [link = '', stylesheet = ''] = STYLES.exec(head) ?? [];
  const styles = readFileSync(join(root, stylesheet), 'utf8');
  const hash = readFileSync(join(root, STYLES_HASH), 'utf8');
  const opening = `<html lang="${LANGUAGE}" dir="${DIRECTION}">`;
  const data = new PassThrough();
  data.write(head.replace(OPENING, opening).replace(link, () => `<style>${styles}</style>`));
  void whenDrawn().then((drawn) => {
    // Inert until the scripts are loaded, because earlier presses would be lost.
    const content =
      drawn && `<div id="root" data-revision="${drawn.revision}" inert>${drawn.markup}`;
    data.end((content ?? CONTENT) + tail);
  });
  const headers = {
    ...HEADERS,
    'Content-Security-Policy': allowStyles(hash),
    'Content-Type': 'text/html; charset=utf-8',
  };
  return { headers, data };
}

function notFound(): ProtocolResponse {
  const headers = { ...HEADERS, 'Content-Type': 'text/plain' };
  return { statusCode: 404, headers, data: toStream(Buffer.from('Not found')) };
}

function toStream(content: Buffer): Readable {
  return Readable.from([content]);
}
