import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentOf } from '../../../../main/time/clock';
import { NO_CALLS, reduceCalls } from '../../../../main/calls/reducer';
import { createCallBook } from '../../../../main/vendors/genesys/call-book';
import { createNotificationReader } from '../../../../main/vendors/genesys/notification-reader';
import { createResync } from '../../../../main/vendors/genesys/resync';
import type { CallsResult } from '../../../../main/vendors/genesys/session';
import { createManualClock } from '../../../support/manual-clock';
import { createMemoryLogger } from '../../../support/memory-logger';

interface WireCall {
  readonly id: string;
  readonly state: string;
  readonly mute: string;
  readonly duration: string;
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant('change' as const),
    id: fc.constantFrom('a', 'b', 'c'),
    state: fc.constantFrom('Ringing', 'Established', 'Held', 'Released'),
    mute: fc.constantFrom('On', 'Off'),
  }),
  fc.record({
    kind: fc.constantFrom('deliver', 'repeat', 'lose', 'request', 'look', 'answer', 'lack', 'fail'),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A server with changing calls, its pending notifications, and Sidetone's resulting state. */
function createScene() {
  const clock = createManualClock();
  const logger = createMemoryLogger();
  const calls = new Map<string, WireCall>();
  const gone = new Set<string>();
  const onTheWay: WireCall[] = [];
  const fetches: { answer(outcome: CallsResult): void; seen: WireCall[] | undefined }[] = [];
  let known = NO_CALLS;
  const book = createCallBook({ logger, agentExtension: undefined });
  const reader = createNotificationReader({
    book,
    logger,
    listener: { onCallEvent: (event) => (known = reduceCalls(known, event, momentOf(clock))) },
    onReturn: () => undefined,
  });
  const resync = createResync({
    fetch: () =>
      new Promise((answer) => {
        fetches.push({ answer, seen: undefined });
      }),
    onCalls: (list) => reader.readCallList(list),
    onNotification: (notification) => reader.readNotification(notification),
    onDone: () => undefined,
    onFailure: () => undefined,
    onBug: (error) => {
      throw error;
    },
  });

  function deliver(call: WireCall | undefined): void {
    if (call !== undefined) resync.handle({ messageType: 'CallStateChangeMessage', call });
  }

  async function end(outcome?: CallsResult): Promise<void> {
    const fetch = fetches.shift();
    const seen = fetch?.seen ?? [...calls.values()];
    fetch?.answer(outcome ?? { kind: 'fetched', calls: seen, isComplete: true });
    await new Promise((resolve) => setImmediate(resolve));
  }

  async function perform(one: Step): Promise<void> {
    switch (one.kind) {
      case 'change': {
        // The vendor never reuses the ID of a call.
        if (gone.has(one.id)) return;
        const call = { id: one.id, state: one.state, mute: one.mute, duration: '0' };
        if (one.state === 'Released') {
          gone.add(one.id);
          calls.delete(one.id);
        } else calls.set(one.id, call);
        onTheWay.push(call);
        return;
      }
      case 'deliver':
        deliver(onTheWay.shift());
        return;
      case 'repeat':
        deliver(onTheWay[0]);
        return;
      case 'lose':
        onTheWay.shift();
        return;
      case 'request':
        resync.request();
        return;
      case 'look':
        // The server creates its answer, which arrives later.
        for (const fetch of fetches) fetch.seen ??= [...calls.values()];
        return;
      case 'answer':
        await end();
        return;
      case 'lack':
        // During a failover a server can answer without its calls.
        await end({ kind: 'fetched', calls: [], isComplete: true });
        return;
      case 'fail':
        await end({ kind: 'failed', error: { code: 'no-answer' } });
    }
  }

  return {
    perform,
    async deliverAll() {
      for (const call of onTheWay.splice(0)) deliver(call);
      while (fetches.length > 0) await end();
    },
    shown: () =>
      [...known.known.values()]
        .filter(({ state }) => state !== 'ended')
        .map(({ reference, state, isMuted }) => `${reference} ${state} ${String(isMuted)}`)
        .sort(),
    truth: () =>
      [...calls.values()]
        .map(({ id, state, mute }) => `${id} ${state.toLowerCase()} ${String(mute === 'On')}`)
        .sort(),
  };
}

test('notifications and fetches, however they overlap, end in the right state', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
      const scene = createScene();
      for (const one of steps) if (one.kind !== 'lose') await scene.perform(one);
      // Two answers in a row without a call end it. The next periodic fetch brings it back.
      await scene.perform({ kind: 'request' });
      await scene.deliverAll();
      expect(scene.shown()).toEqual(scene.truth());
    }),
    { numRuns: 300 },
  );
});

test('an ongoing call is never ended by one answer without it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
      const scene = createScene();
      for (const one of steps) await scene.perform(one);
      await scene.perform({ kind: 'request' });
      await scene.deliverAll();
      await scene.perform({ kind: 'request' });
      await scene.perform({ kind: 'lack' });
      expect(scene.shown()).toEqual(expect.arrayContaining(scene.truth()));
    }),
    { numRuns: 300 },
  );
});

test('two more fetches end in the right state, whichever notifications are lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
      const scene = createScene();
      for (const one of steps) await scene.perform(one);
      await scene.deliverAll();
      for (let count = 0; count < 2; count += 1) {
        await scene.perform({ kind: 'request' });
        await scene.deliverAll();
      }
      expect(scene.shown()).toEqual(scene.truth());
    }),
    { numRuns: 300 },
  );
});
