import { beforeEach, describe, expect, test } from 'vitest';
import type { HttpOutcome } from '../../../../main/http/http-client';
import { createBayeuxSession } from '../../../../main/vendors/genesys/bayeux-session';
import type { BayeuxSession } from '../../../../main/vendors/genesys/bayeux-session';
import { toError } from '../../../../main/vendors/genesys/reply';
import { createManualClock } from '../../../support/manual-clock';
import type { ManualClock } from '../../../support/manual-clock';
import { createMemoryLogger } from '../../../support/memory-logger';

interface Sent {
  readonly channel: string;
  readonly advice: unknown;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Answers with the given fields, the channel and the ID, after `before`. */
  reply(fields: object, ...before: object[]): Promise<void>;
  answer(outcome: HttpOutcome): Promise<void>;
}

let clock: ManualClock;
let sent: Sent[];
let reported: string[];
let logger: ReturnType<typeof createMemoryLogger>;
let session: BayeuxSession;

const HANDSHAKEN = {
  successful: true,
  clientId: 'c1',
  version: '1.0',
  supportedConnectionTypes: ['long-polling'],
  advice: { reconnect: 'retry', interval: 0, timeout: 20_000 },
};

function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function exchange(
  _url: string,
  body: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<HttpOutcome> {
  const [message] = JSON.parse(body) as { channel: string; id: string; advice?: unknown }[];
  const { channel, id, advice } = message!;
  return new Promise((resolve) => {
    async function answer(outcome: HttpOutcome): Promise<void> {
      resolve(outcome);
      await settle();
    }
    sent.push({
      channel,
      advice,
      timeoutMs,
      signal,
      answer,
      reply: (fields, ...before) =>
        answer(ok(JSON.stringify([...before, { channel, id, ...fields }]))),
    });
  });
}

function ok(text: string, status = 200): HttpOutcome {
  return { kind: 'done', value: { status, headers: {}, text } };
}

/** Returns the oldest sent message, and advances the clock until there is one. */
async function next(channel: string): Promise<Sent> {
  while (sent.length === 0) {
    await clock.fireNext();
    await settle();
  }
  const message = sent.shift()!;
  expect(message.channel).toBe(channel);
  return message;
}

async function connect(): Promise<void> {
  session.start();
  await (await next('/meta/handshake')).reply(HANDSHAKEN);
  await (await next('/meta/subscribe')).reply({ successful: true });
  await (await next('/meta/connect')).reply({ successful: true });
}

beforeEach(() => {
  clock = createManualClock();
  sent = [];
  reported = [];
  logger = createMemoryLogger();
  session = createBayeuxSession({
    session: {
      notificationsUrl: 'https://gws.example.com/api/v2/notifications',
      exchange,
      signIn: () => Promise.resolve({ kind: 'signed-in' }),
      fetchCalls: () => Promise.resolve({ kind: 'fetched', calls: [], isComplete: true }),
      fetchDevices: () => Promise.resolve({ kind: 'fetched', devices: [] }),
      operate: () => Promise.resolve({ kind: 'unknown', error: toError('no-answer') }),
      close: () => Promise.resolve(),
    },
    listener: {
      onPoll: (isShared) => reported.push(isShared ? 'poll shared' : 'poll'),
      onPollFailure: ({ code }) => reported.push(`failure ${code}`),
      onGap: () => reported.push('gap'),
      onNotification: (data) => reported.push(`notification ${JSON.stringify(data)}`),
      onEnd: ({ kind, error }) => reported.push(`${kind} ${error.code}`),
    },
    clock,
    random: () => 0.5,
    logger,
  });
});

test('is up once it is subscribed and the first poll has been answered', async () => {
  session.start();
  await (await next('/meta/handshake')).reply(HANDSHAKEN);
  const subscribe = await next('/meta/subscribe');
  await (await next('/meta/connect')).reply({ successful: true });
  expect(reported).toEqual([]);
  await subscribe.reply({ successful: true });
  expect(reported).toEqual(['poll']);
});

test('a held poll times out soon after the server should have answered it', async () => {
  await connect();
  expect((await next('/meta/connect')).timeoutMs).toBe(25_000);
});

describe('advice of the server', () => {
  /** Connects to a server that gives this advice; the next poll waits for its delay. */
  async function connectWith(advice: string): Promise<void> {
    session.start();
    const handshake = await next('/meta/handshake');
    const body = JSON.stringify([{ channel: '/meta/handshake', id: '1', ...HANDSHAKEN }]);
    await handshake.answer(ok(body.replace(JSON.stringify(HANDSHAKEN.advice), advice)));
    await (await next('/meta/subscribe')).reply({ successful: true });
    await (await next('/meta/connect')).reply({ successful: true });
  }

  test.each([
    ['{"interval":600000}', 60_000],
    ['{"interval":1e15}', 60_000],
    ['{"interval":1e999}', 60_000],
    ['{"interval":"600000"}', 60_000],
    ['{"interval":"1500"}', 1_500],
    ['{"interval":2000}', 2_000],
  ])('to delay polls is followed for a minute at most: %s', async (advice, delayMs) => {
    await connectWith(advice);
    expect(clock.pending()).toEqual([delayMs]);
  });

  test.each([
    '{"interval":null}',
    '{"interval":"soon"}',
    '{"interval":{}}',
    '{"interval":[7]}',
    '{"reconnect":"later","interval":0}',
    '{"reconnect":7}',
    '"now"',
    'null',
    '[]',
  ])('that is invalid is ignored: %s', async (advice) => {
    await connectWith(advice);
    await next('/meta/connect');
    expect(reported).toEqual(['poll']);
    expect(logger.lines).toEqual([]);
  });

  test('to hold polls very long is followed for two minutes, and reported', async () => {
    await connectWith('{"timeout":1e15}');
    expect(await next('/meta/connect')).toMatchObject({
      timeoutMs: 125_000,
      advice: { timeout: 120_000 },
    });
  });

  test('never has cometd shake hands by itself', async () => {
    await connectWith('{"timeout":1,"interval":0,"maxInterval":1}');
    for (let count = 0; count < 2; count += 1) {
      await (
        await next('/meta/connect')
      ).answer({
        kind: 'unknown',
        error: toError('no-answer'),
      });
    }
    await next('/meta/connect');
  });

  test('about messages that never arrive does not delay the first poll', async () => {
    session.start();
    await (await next('/meta/handshake')).reply({ ...HANDSHAKEN, 'x-messages': 1_000_000 });
    await (await next('/meta/subscribe')).reply({ successful: true });
    await (await next('/meta/connect')).reply({ successful: true });
    expect(reported).toEqual(['poll']);
  });
});

describe('a held poll that a gateway ends', () => {
  const cut = { kind: 'unknown', error: toError('no-answer'), wasCut: true } as const;

  test.each<[string, HttpOutcome]>([
    ['cut', cut],
    ['answered 504 by a gateway', ok('<html>Gateway time-out</html>', 504)],
    ['answered 502 by a gateway', ok('', 502)],
  ])(
    'with %s is repeated at once with a shorter timeout, and is not a failure',
    async (_name, outcome) => {
      await connect();
      const poll = await next('/meta/connect');
      clock.advance(8_000);
      await poll.answer(outcome);
      expect(sent).toHaveLength(1);
      const again = await next('/meta/connect');
      expect(again).toMatchObject({ timeoutMs: 25_000, advice: { timeout: 6_000 } });
      await again.reply({ successful: true });
      expect((await next('/meta/connect')).advice).toEqual({ timeout: 6_000 });
      expect(reported).toEqual(['poll', 'gap', 'poll']);
    },
  );

  test('is not a failure however often that happens', async () => {
    await connect();
    for (let count = 0; count < 10; count += 1) {
      const poll = await next('/meta/connect');
      clock.advance(4_000);
      await poll.answer(cut);
    }
    expect((await next('/meta/connect')).advice).toEqual({ timeout: 5_000 });
    expect(reported).toEqual(['poll', ...Array<string>(10).fill('gap')]);
  });

  test.each<[string, number, HttpOutcome]>([
    ['cut at once', 1_000, cut],
    ['answered 504 at once', 0, ok('', 504)],
    ['given up here', 25_000, { kind: 'unknown', error: toError('no-answer', 'deadline') }],
    ['refused', 8_000, { kind: 'failed', error: toError('no-route') }],
    ['answered with a page', 8_000, ok('<html>', 200)],
  ])('is a failure if it was %s', async (_name, heldMs, outcome) => {
    await connect();
    const poll = await next('/meta/connect');
    clock.advance(heldMs);
    await poll.answer(outcome);
    expect(reported).toEqual(['poll', expect.stringMatching(/^failure /)]);
    expect(sent).toEqual([]);
  });

  test('is not repeated after the session was abandoned', async () => {
    await connect();
    const poll = await next('/meta/connect');
    clock.advance(8_000);
    const answered = poll.answer(cut);
    session.abandon();
    await answered;
    expect(sent).toEqual([]);
    expect(reported).toEqual(['poll']);
  });
});

test('notifications before and after the reply are reported', async () => {
  await connect();
  const channel = '/v2/me/calls';
  await (await next('/meta/connect')).reply({ successful: true }, { channel, data: { call: 1 } });
  expect(reported.slice(1)).toEqual(['notification {"call":1}', 'poll']);
});

test('another client of the agent is reported until a poll is held again', async () => {
  await connect();
  const advice = { reconnect: 'retry', interval: 2_000, 'multiple-clients': true };
  await (await next('/meta/connect')).reply({ successful: true, advice });
  const notification = { channel: '/v2/me/calls', data: 1 };
  await (await next('/meta/connect')).reply({ successful: true }, notification);
  await (await next('/meta/connect')).reply({ successful: true });
  expect(reported.slice(1)).toEqual(['poll shared', 'notification 1', 'poll shared', 'poll']);
});

test('a poll that is cut off is retried at most three times', async () => {
  await connect();
  const cut = { kind: 'unknown', error: toError('no-answer') } as const;
  await (await next('/meta/connect')).answer(cut);
  expect(clock.pending()).toEqual([1_000]);
  await (await next('/meta/connect')).answer(cut);
  expect(clock.pending()).toEqual([2_000]);
  await (await next('/meta/connect')).answer(cut);
  expect(reported.slice(1)).toEqual(['failure no-answer', 'failure no-answer', 'lost no-answer']);
  expect(clock.pending()).toEqual([]);
  expect(sent).toEqual([]);
});

test('an answered poll resets the number of retries', async () => {
  await connect();
  const cut = { kind: 'unknown', error: toError('no-answer') } as const;
  await (await next('/meta/connect')).answer(cut);
  await (await next('/meta/connect')).answer(cut);
  await (await next('/meta/connect')).reply({ successful: true });
  await (await next('/meta/connect')).answer(cut);
  expect(reported.slice(3)).toEqual(['poll', 'failure no-answer']);
});

describe.each(['/meta/handshake', '/meta/subscribe', '/meta/connect'])(
  'an answer to %s',
  (channel) => {
    async function reach(): Promise<Sent> {
      session.start();
      const handshake = await next('/meta/handshake');
      if (channel === '/meta/handshake') return handshake;
      await handshake.reply(HANDSHAKEN);
      const subscribe = await next('/meta/subscribe');
      return channel === '/meta/subscribe' ? subscribe : next('/meta/connect');
    }

    async function endsWith(end: string): Promise<void> {
      expect(reported).toEqual([end]);
      await settle();
      clock.advance(120_000);
      await settle();
      expect(reported).toEqual([end]);
      expect(sent.filter((message) => message.channel === '/meta/handshake')).toEqual([]);
      expect(logger.lines).toEqual([]);
    }

    test.each([401, 403])('with HTTP %i ends it, for another sign-in', async (status) => {
      await (await reach()).answer(ok('Missing or invalid Csrf token', status));
      await endsWith('unauthorized session-expired');
    });

    test('with the advice to shake hands ends it', async () => {
      await (
        await reach()
      ).reply({
        successful: false,
        error: '402::Unknown client',
        advice: { reconnect: 'handshake', interval: 0 },
      });
      await endsWith('lost session-expired');
    });

    test('with the advice to stop ends it permanently', async () => {
      await (
        await reach()
      ).reply({
        successful: false,
        error: '403::Handshake denied',
        advice: { reconnect: 'none' },
      });
      await endsWith('denied refused');
    });

    test('with a negative interval ends it permanently', async () => {
      await (
        await reach()
      ).reply({ successful: false, advice: { reconnect: 'retry', interval: -1 } });
      await endsWith('denied refused');
    });
  },
);

test('a good reply with the advice to shake hands ends it, too', async () => {
  await connect();
  await (
    await next('/meta/connect')
  ).reply({ successful: true, advice: { reconnect: 'handshake' } });
  expect(reported).toEqual(['poll', 'lost refused']);
  expect(clock.pending()).toEqual([]);
});

test.each([
  ['no client id', { ...HANDSHAKEN, clientId: undefined }],
  ['no connection types', { ...HANDSHAKEN, supportedConnectionTypes: undefined }],
  ['no connection type that we have', { ...HANDSHAKEN, supportedConnectionTypes: ['websocket'] }],
  ['advice that is none', { successful: false, advice: 'later' }],
])('a handshake with %s ends it', async (_name, fields) => {
  session.start();
  await (await next('/meta/handshake')).reply(fields);
  expect(reported).toEqual([expect.stringMatching(/^lost /)]);
  expect(clock.pending()).toEqual([]);
});

test('a server that does not hold its polls is not polled in a tight loop', async () => {
  await connect();
  const begin = clock.now();
  for (let count = 0; count < 70; count += 1) {
    await (await next('/meta/connect')).reply({ successful: true });
  }
  expect(clock.now() - begin).toBeGreaterThan(50_000);
});

test('a server with many notifications is polled without a delay', async () => {
  await connect();
  const begin = clock.now();
  for (let count = 0; count < 70; count += 1) {
    const notification = { channel: '/v2/me/calls', data: { count } };
    await (await next('/meta/connect')).reply({ successful: true }, notification);
  }
  expect(clock.now()).toBe(begin);
  expect(reported.filter((text) => text.startsWith('notification'))).toHaveLength(70);
});

test('a listener that throws is logged and has no further effect', async () => {
  reported.push = () => {
    throw new Error('bug');
  };
  await connect();
  expect(logger.lines[0]).toMatchObject({ level: 'error' });
  expect((await next('/meta/connect')).timeoutMs).toBe(25_000);
});

describe('closing', () => {
  test('disconnects from the server and leaves no timer', async () => {
    await connect();
    const poll = await next('/meta/connect');
    const closed = session.close();
    await (await next('/meta/disconnect')).reply({ successful: true });
    await closed;
    expect(poll.signal.aborted).toBe(true);
    expect(clock.pending()).toEqual([]);
    expect(reported).toEqual(['poll']);
  });

  test('does not wait long for an unreachable server', async () => {
    await connect();
    const poll = await next('/meta/connect');
    const closed = session.close();
    await settle();
    clock.advance(2_000);
    await closed;
    expect(poll.signal.aborted).toBe(true);
    expect(clock.pending()).toEqual([]);
  });

  test('during the handshake', async () => {
    session.start();
    await next('/meta/handshake');
    const closed = session.close();
    await (
      await next('/meta/disconnect')
    ).reply({ successful: false, error: '402::Unknown client' });
    await closed;
    expect(reported).toEqual([]);
    expect(clock.pending()).toEqual([]);
  });
});
