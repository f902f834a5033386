import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ProtocolResponse } from 'electron';
import { describe, expect } from 'vitest';
import {
  APP_ENTRY,
  registerAppScheme,
  serveApp,
  type DrawnPage,
  type StreamProtocol,
} from '../../../main/security/app-protocol';
import {
  allowStyles,
  CONTENT_SECURITY_POLICY,
} from '../../../main/security/content-security-policy';
import { testInFolder } from '../../support/temporary-folder';

const STYLES = 'body::after { content: "$&" }';
const PAGE = `<!doctype html><html lang="en"><head><link rel="stylesheet" crossorigin href="./a.css"></head><body><div id="root"></div></body></html>`;

type Handler = Parameters<StreamProtocol['registerStreamProtocol']>[1];

interface Answer extends ProtocolResponse {
  readonly data: Readable;
}

function headerOf({ headers }: Answer, name: string): unknown {
  return headers?.[name];
}

/** A served folder with a built page. `drawn` is the first content of the window. */
const test = testInFolder.extend('setup', async ({ folder }) => {
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), PAGE);
  await writeFile(join(root, 'a.css'), STYLES);
  await writeFile(join(root, 'styles.sha256'), 'hash');
  await writeFile(join(root, 'assets', 'a.js'), 'run()');
  await writeFile(join(root, 'notes.txt'), 'not for the window');
  await writeFile(join(folder, 'secret.js'), 'hush');
  let handle: Handler | undefined;
  let isServed = false;
  let draw: (page: DrawnPage | undefined) => void = () => undefined;
  const whenDrawn = new Promise<DrawnPage | undefined>((resolve) => (draw = resolve));
  void serveApp(
    {
      protocol: {
        registerStreamProtocol: (_scheme, handler) => {
          handle = handler;
          return true;
        },
      },
    },
    root,
    () => whenDrawn,
  ).then(() => (isServed = true));
  return {
    request: (url: string, method = 'GET') =>
      new Promise<Answer>((resolve) => {
        const request = { url, method, headers: {}, referrer: '' };
        handle?.(request, (answer) => resolve(answer as Answer));
      }),
    draw,
    isServed: () => isServed,
  };
});

describe('the first load of the page', () => {
  test('contains its styles and the drawn content, inert until the scripts run', async ({
    setup: { request, draw, isServed },
  }) => {
    expect(isServed()).toBe(false);
    const response = await request(APP_ENTRY);
    draw({ markup: '<p>Ada $& $1</p>', revision: 7 });
    const page = await text(response.data);
    expect(page).toContain(`<style>${STYLES}</style>`);
    expect(page).not.toContain('stylesheet');
    expect(page).toMatch(/<html lang="en" dir="ltr">/);
    expect(page).toContain('<div id="root" data-revision="7" inert><p>Ada $& $1</p></div>');
    expect(page.endsWith('</body></html>')).toBe(true);
    expect(headerOf(response, 'Content-Security-Policy')).toBe(allowStyles('hash'));
    expect(isServed()).toBe(true);
  });

  test('begins before the content is drawn', async ({ setup: { request } }) => {
    const { data } = await request(APP_ENTRY);
    const [chunk] = (await once(data, 'data')) as [Buffer];
    expect(chunk.toString()).toMatch(/<\/style><\/head><body>$/);
    data.destroy();
  });

  test('is empty if the content cannot be drawn', async ({ setup: { request, draw } }) => {
    const response = await request(APP_ENTRY);
    draw(undefined);
    expect(await text(response.data)).toContain('<body><div id="root"></div></body>');
  });

  test('is the only one that is drawn', async ({ setup: { request, draw } }) => {
    draw({ markup: '<p>Ada</p>', revision: 7 });
    await request(APP_ENTRY);
    const again = await request(APP_ENTRY);
    expect(await text(again.data)).toBe(PAGE);
    expect(headerOf(again, 'Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY);
  });
});

describe('the files of the window', () => {
  test.for([
    ['assets/a.js', 'text/javascript; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
  ])('are served with their type and the policy: %s', async ([path, type], { setup }) => {
    const response = await setup.request(`app://bundle/${path}`);
    expect(response.statusCode ?? 200).toBe(200);
    expect(headerOf(response, 'Content-Type')).toBe(type);
    expect(headerOf(response, 'X-Content-Type-Options')).toBe('nosniff');
    expect(headerOf(response, 'Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY);
  });

  test.for([
    ['a file that does not exist', 'app://bundle/no.js', 'GET'],
    ['a type that the window does not use', 'app://bundle/notes.txt', 'GET'],
    ['a folder', 'app://bundle/assets', 'GET'],
    ['a file outside the folder', 'app://bundle/..%2fsecret.js', 'GET'],
    ['another host', 'app://other/a.css', 'GET'],
    ['another method', 'app://bundle/a.css', 'POST'],
  ] as const)('do not include %s', async ([, url, method], { setup: { request } }) => {
    const response = await request(url, method);
    expect(response.statusCode).toBe(404);
    expect(await text(response.data)).toBe('Not found');
    expect(headerOf(response, 'Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY);
  });
});

test('the scheme cannot bypass the policy', () => {
  registerAppScheme({
    registerSchemesAsPrivileged: (schemes) => {
      expect(schemes).toHaveLength(1);
      expect(schemes[0]?.privileges).not.toHaveProperty('bypassCSP');
    },
  });
  expect.assertions(2);
});
