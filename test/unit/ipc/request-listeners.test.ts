import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { REQUEST_NAMES, REQUESTS, type RequestName } from '../../../contract/channels';
import { fail, succeed } from '../../../contract/result';
import { parseRequest } from '../../../main/ipc/parse-request';
import {
  createRequestListeners,
  type Handlers,
  type RouterParts,
} from '../../../main/ipc/request-listeners';
import { createMemoryLogger } from '../../support/memory-logger';

const EVENT = {} as IpcMainInvokeEvent;
const DIAL = { address: '15001' };
const STARTED = succeed({ commandId: 'c1', revision: 1 });

/** Listeners with a handler for `dial`. `dialed` lists what it was called with. */
function setUp(dial: Handlers['dial'] = () => STARTED) {
  const logger = createMemoryLogger();
  const dialed: unknown[] = [];
  const state = { isTrusted: true };
  let start: (parts: RouterParts) => void = () => undefined;
  const handlers: Partial<Handlers> = {
    dial: (request) => {
      dialed.push(request);
      return dial(request);
    },
  };
  const listeners = createRequestListeners({
    isTrusted: () => state.isTrusted,
    whenReady: new Promise((resolve) => (start = resolve)),
  });
  return {
    channels: () => [...listeners.keys()],
    logger,
    dialed,
    state,
    start: () =>
      start({
        parse: parseRequest,
        handlerOf: (name) => {
          const handler = handlers[name];
          return handler === undefined
            ? Promise.reject(new Error(`${name} cannot be loaded`))
            : Promise.resolve(handler);
        },
        logger,
      }),
    send: (request: unknown, name: RequestName = 'dial') =>
      listeners.get(REQUESTS[name].channel)!(EVENT, request),
  };
}

describe('a request of the window', () => {
  it('has a listener on its channel', () => {
    const { channels } = setUp();
    expect(channels().sort()).toEqual(REQUEST_NAMES.map((name) => REQUESTS[name].channel).sort());
  });

  it('is answered by its handler, as soon as the app is ready', async () => {
    const { send, start, dialed } = setUp();
    const answer = send(DIAL);
    expect(dialed).toEqual([]);
    start();
    expect(await answer).toEqual(STARTED);
    expect(dialed).toEqual([DIAL]);
  });

  it('is refused from a foreign page, although the page changes meanwhile', async () => {
    const { send, start, state, dialed, logger } = setUp();
    state.isTrusted = false;
    const answer = send(DIAL);
    state.isTrusted = true;
    start();
    expect(await answer).toEqual(fail({ code: 'forbidden' }));
    expect(dialed).toEqual([]);
    expect(logger.lines).toMatchObject([{ level: 'warn', details: { channel: 'call:dial' } }]);
  });

  it('is refused if it does not follow the contract, and its content is not logged', async () => {
    const { send, start, dialed, logger } = setUp();
    start();
    for (const request of [undefined, { address: 15001 }, { ...DIAL, also: 'hush' }]) {
      expect(await send(request)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    }
    expect(dialed).toEqual([]);
    expect(logger.text()).not.toContain('hush');
  });

  it('is refused when many come at once, which is logged once', async () => {
    const { send, start, dialed, logger } = setUp();
    start();
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(DIAL)));
    expect(answers.at(-1)).toEqual(fail({ code: 'too-fast' }));
    expect(dialed.length).toBeLessThan(50);
    expect(logger.lines).toHaveLength(1);
  });

  it.each([
    [
      'throws',
      () =>
        setUp(() => {
          throw new Error('a bug');
        }),
      DIAL,
      'dial',
    ],
    ['rejects', () => setUp(() => Promise.reject(new Error('a bug'))), DIAL, 'dial'],
    ['cannot be loaded', () => setUp(), undefined, 'clearHistory'],
  ] as const)('is answered and logged if its handler %s', async (_how, given, request, name) => {
    const { send, start, logger } = given();
    start();
    expect(await send(request, name)).toEqual(fail({ code: 'internal' }));
    expect(logger.lines).toMatchObject([
      { level: 'error', details: { channel: REQUESTS[name].channel } },
    ]);
  });
});
