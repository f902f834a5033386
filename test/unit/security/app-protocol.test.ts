import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import {
  APP_ENTRY,
  registerAppScheme,
  serveApp,
  type DrawnPage,
} from '../../../main/security/app-protocol';
import {
  allowStyles,
  CONTENT_SECURITY_POLICY,
} from '../../../main/security/content-security-policy';
import { testInFolder } from '../../support/temporary-folder';

const STYLES = 'body::after { content: "$&" }';
const PAGE = `<!doctype html><html lang="en"><head><link rel="stylesheet" crossorigin href="./a.css"></head><body><div id="root"></div></body></html>`;

/** A served folder with a built page. `drawn` is the first content of the window. */
const test = testInFolder.extend('setup', async ({ folder }) => {
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), PAGE);
  await writeFile(join(root, 'a.css'), STYLES);
  await writeFile(join(root, 'assets', 'a.js'), 'run()');
  await writeFile(join(root, 'notes.txt'), 'not for the window');
  await writeFile(join(folder, 'secret.js'), 'hush');
  let handle: (request: Request) => Response | Promise<Response> = () => Response.error();
  let isServed = false;
  let draw: (page: DrawnPage | undefined) => void = () => undefined;
  const whenDrawn = new Promise<DrawnPage | undefined>((resolve) => (draw = resolve));
  void serveApp(
    { protocol: { handle: (_scheme, handler) => void (handle = handler) } },
    root,
    () => whenDrawn,
  ).then(() => (isServed = true));
  return {
    request: async (url: string, init?: RequestInit) => handle(new Request(url, init)),
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
    const text = await response.text();
    expect(text).toContain(`<style>${STYLES}</style>`);
    expect(text).not.toContain('stylesheet');
    expect(text).toMatch(/<html lang="en" dir="ltr">/);
    expect(text).toContain('<div id="root" data-revision="7" inert><p>Ada $& $1</p></div>');
    expect(text.endsWith('</body></html>')).toBe(true);
    expect(response.headers.get('content-security-policy')).toBe(allowStyles(STYLES));
    expect(isServed()).toBe(true);
  });

  test('begins before the content is drawn', async ({ setup: { request } }) => {
    const reader = (await request(APP_ENTRY)).body!.getReader();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toMatch(/<\/style><\/head><body>$/);
    await reader.cancel();
  });

  test('is empty if the content cannot be drawn', async ({ setup: { request, draw } }) => {
    const response = await request(APP_ENTRY);
    draw(undefined);
    expect(await response.text()).toContain('<body><div id="root"></div></body>');
  });

  test('is the only one that is drawn', async ({ setup: { request, draw } }) => {
    draw({ markup: '<p>Ada</p>', revision: 7 });
    await request(APP_ENTRY);
    const again = await request(APP_ENTRY);
    expect(await again.text()).toBe(PAGE);
    expect(again.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  });
});

describe('the files of the window', () => {
  test.for([
    ['assets/a.js', 'text/javascript; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
  ])('are served with their type and the policy: %s', async ([path, type], { setup }) => {
    const response = await setup.request(`app://bundle/${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  });

  test.for([
    ['a file that does not exist', 'app://bundle/no.js', 'GET'],
    ['a type that the window does not use', 'app://bundle/notes.txt', 'GET'],
    ['a folder', 'app://bundle/assets', 'GET'],
    ['a file outside the folder', 'app://bundle/..%2fsecret.js', 'GET'],
    ['another host', 'app://other/a.css', 'GET'],
    ['another method', 'app://bundle/a.css', 'POST'],
  ] as const)('do not include %s', async ([, url, method], { setup: { request } }) => {
    const response = await request(url, { method });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('Not found');
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
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
