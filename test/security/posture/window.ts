import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import '../../../renderer/bridge';
import { launchApp, NO_SERVICES, type RunningApp } from '../../support/app';
import { PROJECT_ROOT } from '../../support/electron';
import { eventually } from '../../support/eventually';
import { test } from './app';

/** Repeated here, so that the policy cannot be changed by accident. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "worker-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const BRIDGE = [
  'acceptProfile',
  'changePreference',
  'clearHistory',
  'createConference',
  'createProfile',
  'deleteProfile',
  'dial',
  'dismissCommand',
  'dismissMissedCall',
  'exportHistory',
  'getAbout',
  'getDiagnostics',
  'getSettings',
  'getSnapshot',
  'importContacts',
  'importProfile',
  'keepHistoryFor',
  'leaveDemo',
  'listContacts',
  'lookUpRecordings',
  'onDialRequest',
  'onLink',
  'onQuitRequest',
  'onResumed',
  'onRingSound',
  'onSnapshot',
  'performOnRecording',
  'performOperation',
  'previewContacts',
  'quit',
  'removeContacts',
  'removeSection',
  'renameProfile',
  'reportError',
  'reportNetworkChange',
  'reportPainted',
  'retryConnection',
  'saveDiagnostics',
  'saveSection',
  'saveWrapUp',
  'searchHistory',
  'selectProfile',
  'sendTestNotification',
  'setFavorite',
  'setGlobalShortcut',
  'setOpenLinks',
  'setStartAtLogin',
  'showCall',
  'showView',
  'signOut',
  'startDemo',
  'startTalkSpace',
  'suggestPeople',
  'testService',
  'watchConference',
];

describe('the window', () => {
  test('is sandboxed, isolated and without Node', async ({ sidetone: { app } }) => {
    const all = await app.electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        const preferences = (
          contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        ).getLastWebPreferences();
        return { ...preferences, url: contents.getURL() };
      }),
    );
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      url: 'app://bundle/index.html',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
  });

  test('can access only the bridge', async ({ sidetone: { page } }) => {
    const seen = await page.evaluate(() => ({
      globals: ['process', 'require', 'module', 'global', 'Buffer', '__dirname'].filter(
        (name) => name in globalThis,
      ),
      bridge: Object.keys(window.sidetone ?? {}).sort(),
      isFrozen: Object.isFrozen(window.sidetone),
    }));
    expect(seen).toEqual({ globals: [], bridge: BRIDGE, isFrozen: true });
  });

  test('has a preload script without a validator', async () => {
    const script = await readFile(join(PROJECT_ROOT, 'out/preload/index.js'), 'utf8');
    expect(script).not.toContain('Zod');
    expect(script.length).toBeLessThan(4_000);
  });

  test('is served only its own files, with the content security policy', async ({
    sidetone: { app },
  }) => {
    const answers = await app.electron.evaluate(async ({ session }) => {
      const addresses = [
        'app://bundle/index.html',
        'app://bundle/..%2f..%2fpackage.json',
        'app://bundle/..%2fmain%2findex.js',
        'app://bundle/%2e%2e/main/index.js',
        'app://bundle/..%5cmain%5cindex.js',
        'app://bundle/nothing.html',
        'app://other/index.html',
      ];
      return Promise.all(
        addresses.map(async (address) => {
          const answer = await session.defaultSession.fetch(address);
          return {
            address,
            status: answer.status,
            policy: answer.headers.get('content-security-policy'),
            sniffing: answer.headers.get('x-content-type-options'),
          };
        }),
      );
    });
    const [page, ...others] = answers;
    expect(page).toMatchObject({ status: 200, policy: POLICY, sniffing: 'nosniff' });
    for (const answer of others) expect(answer).toMatchObject({ status: 404, policy: POLICY });
  });
});

describe('a compromised page', () => {
  test('cannot run injected scripts or apply injected styles', async ({ sidetone: { page } }) => {
    const violations = await page.evaluate(async () => {
      const reported: string[] = [];
      let finish = (): void => undefined;
      const whenAllReported = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const report = (what: string): void => {
        reported.push(what);
        if (reported.length >= 5 && reported.includes('style-src-elem')) finish();
      };
      // Code evaluated by the driver may use eval; code that runs from a timer may not.
      await new Promise((resolve) => setTimeout(resolve));
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        report(effectiveDirective);
      });
      const attempt = (act: () => unknown): void => {
        try {
          act();
        } catch {
          report('refused');
        }
      };
      attempt(() => {
        const script = document.createElement('script');
        script.textContent = 'window.wasRun = true';
        document.body.append(script);
      });
      attempt(() => {
        const style = document.createElement('style');
        style.textContent = 'body { color: red }';
        document.head.append(style);
      });
      attempt(() => document.body.setAttribute('onclick', 'window.wasRun = true'));
      document.body.click();
      attempt(() => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=1>'));
      // oxlint-disable-next-line no-eval
      attempt(() => (0, eval)('window.wasRun = true'));
      await whenAllReported;
      return { reported, wasRun: 'wasRun' in window };
    });
    expect(violations.wasRun).toBe(false);
    expect(violations.reported.length).toBeGreaterThanOrEqual(5);
    expect(violations.reported).toContain('style-src-elem');
  });

  test('has no network access', async ({ sidetone: { page, simulator } }) => {
    const wayOut = `${simulator.origin}/api/v2/way-out`;
    const outcome = await page.evaluate(async (address) => {
      const failed = (promise: Promise<unknown>) =>
        promise.then(
          () => 'reached',
          () => 'refused',
        );
      // The policy refuses a picture without an event of the picture.
      const picture = () =>
        new Promise((resolve, reject) => {
          const element = document.createElement('img');
          element.addEventListener('load', resolve);
          document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
            if (blockedURI.startsWith(address)) reject(new Error(blockedURI));
          });
          element.src = `${address}.png`;
        });
      const socket = () =>
        new Promise((resolve, reject) => {
          const connection = new WebSocket(address.replace('http', 'ws'));
          connection.onopen = resolve;
          connection.onerror = reject;
        });
      return {
        fetch: await failed(fetch(address)),
        page: await failed(fetch('app://bundle/index.html')),
        socket: await failed(socket()),
        picture: await failed(picture()),
      };
    }, wayOut);
    expect(new Set(Object.values(outcome))).toEqual(new Set(['refused']));
    // The main process continues to send its own requests.
    expect(simulator.requests().filter(({ path }) => path.includes('way-out'))).toEqual([]);
  });

  test('is granted no permission', async ({ sidetone: { page } }) => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
      const asked = await Promise.all(
        names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
      );
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        (error: unknown) => (error instanceof DOMException ? error.name : 'failed'),
      );
      return {
        asked: asked.map(({ state }) => state),
        notification: await Notification.requestPermission(),
        media,
      };
    });
    expect(new Set(states.asked)).toEqual(new Set(['denied']));
    expect(states.notification).toBe('denied');
    expect(states.media).not.toBe('granted');
  });

  test('has no bridge in a frame', async ({ sidetone: { page } }) => {
    const inFrame = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const found = 'sidetone' in (frame.contentWindow ?? {});
      frame.remove();
      return found;
    });
    expect(inFrame).toBe(false);
  });

  test('gets an error that names the field for every bad request', async ({
    sidetone: { page },
  }) => {
    const long = 'x'.repeat(301);
    const answers = await page.evaluate(async (tooLong) => {
      // Deliberately violates the types.
      const bridge = window.sidetone as unknown as Record<
        string,
        (request?: unknown) => Promise<unknown>
      >;
      return Promise.all([
        bridge.performOperation!({ kind: 'mute', callId: tooLong }),
        bridge.performOperation!({ kind: 'mute', callId: 5 }),
        bridge.performOperation!(),
        bridge.performOperation!({ kind: 'explode', callId: 'genesys:1' }),
        bridge.performOperation!({ kind: 'remove-participant', callId: 'genesys:1' }),
        bridge.performOperation!({ kind: 'send-tones', callId: 'genesys:1', tones: '5;DROP' }),
        bridge.performOperation!({ kind: 'hold', callId: 'genesys:1', force: true }),
        bridge.dial!({ address: '' }),
        bridge.retryConnection!({ vendor: 'nobody' }),
        bridge.performOnRecording!({ callId: 'genesys:1', operation: 'delete-all' }),
        bridge.exportHistory!({ text: '', format: 'exe' }),
        bridge.keepHistoryFor!({ days: 0 }),
        bridge.showCall!(['genesys:1']),
      ]);
    }, long);
    const refusal = (detail: unknown) => ({ ok: false, error: { code: 'bad-input', detail } });
    expect(answers).toEqual([
      refusal('callId'),
      refusal('callId'),
      refusal(expect.any(String)),
      refusal('kind'),
      refusal('participantId'),
      refusal('tones'),
      refusal(expect.any(String)),
      refusal('address'),
      refusal('vendor'),
      refusal('operation'),
      refusal('format'),
      refusal('days'),
      refusal(expect.any(String)),
    ]);
  });
});

describe('on its own', () => {
  let app: RunningApp;

  // Not the app of the other tests: after this Playwright would wait for navigations that never come.
  beforeAll(async () => {
    app = await launchApp({ profile: NO_SERVICES });
  });

  afterAll(() => app.close());

  /** The state of the window, evaluated without waiting for a navigation that never happens. */
  function readWindow() {
    return app.electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().map((window) => window.webContents);
      const [page] = contents;
      const script = 'document.querySelector("h2")?.textContent';
      const heading: unknown =
        page?.isCrashed() === false && (await page.executeJavaScript(script));
      return { windows: contents.length, address: page?.getURL(), heading };
    });
  }

  const INTACT = { windows: 1, address: 'app://bundle/index.html', heading: 'Not set up' };

  test('the window cannot navigate or open anything', async () => {
    await eventually(readWindow).toEqual(INTACT);
    const attempts = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents;
      const navigate = async (script: string): Promise<string> => {
        const asked = new Promise<string>((resolve) => {
          contents.once('will-frame-navigate', (event) => {
            resolve(event.defaultPrevented ? 'prevented' : 'open');
          });
        });
        await contents.executeJavaScript(script);
        return asked;
      };
      const opened: unknown = await contents.executeJavaScript(
        `window.open('https://example.com/') !== null`,
      );
      return {
        opened,
        address: await navigate(`location.href = 'https://example.com/';`),
        link: await navigate(
          `const link = document.createElement('a');
          link.href = 'app://bundle/nothing.html';
          document.body.append(link);
          link.click();`,
        ),
      };
    });
    expect(attempts).toEqual({ opened: false, address: 'prevented', link: 'prevented' });
    expect(await readWindow()).toEqual(INTACT);
  });

  test('the window is reloaded when its process crashes', async () => {
    await eventually(readWindow).toEqual(INTACT);
    await app.electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents;
      const isGone = new Promise<void>((resolve) => {
        contents.once('render-process-gone', () => resolve());
      });
      const isBack = new Promise<void>((resolve) => {
        contents.once('did-finish-load', () => resolve());
      });
      contents.forcefullyCrashRenderer();
      await isGone;
      await isBack;
    });
    await eventually(readWindow).toEqual(INTACT);
  });
});
