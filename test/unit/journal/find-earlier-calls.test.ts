import { describe, expect, it } from 'vitest';
import type { VendorCall } from '../../../main/calls/call-events';
import { findCallBackAddress, readCaller } from '../../../main/calls/identity';
import { toSnapshot } from '../../../main/calls/snapshot';
import { createCallStore } from '../../../main/calls/store';
import { findEarlierCalls } from '../../../main/journal/find-earlier-calls';
import { followStore } from '../../../main/journal/follow-store';
import { parseLine } from '../../../main/journal/journal-lines';
import { createTrace } from '../../../main/journal/trace';
import { createWrapUps } from '../../../main/journal/wrap-ups';
import { momentOf } from '../../../main/time/clock';
import { participant, telephoneCall } from '../../support/calls';
import { LINES } from '../../support/lines';
import { createManualClock } from '../../support/manual-clock';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const identityKeys = { callerKeys: ['CustomerName'], reasonKeys: ['Subject'] };
const HELD = { state: 'held', isHeld: true } as const;
const ADA = {
  direction: 'inbound',
  participants: [participant('(212) 555-0143', { address: '+12125550143' })],
  attachedData: [
    { key: 'CustomerName', value: 'Ada Marsh', isText: true },
    { key: 'Subject', value: 'Lamps', isText: true },
  ],
} satisfies Partial<VendorCall>;
const TWO = { participants: [participant('15001'), participant('Carl')] };

/** Runs of the app, one after the other, that share a journal. */
function createRuns(limit = 30) {
  const clock = createManualClock();
  const rows: string[] = [];

  function start() {
    const store = createCallStore(clock);
    store.setLines(LINES);
    const earlier = findEarlierCalls(
      rows.map((row) => parseLine(row)!),
      { lines: ['genesys', 'talkspace'], identityKeys, limit, now: clock.now(), keepDays: 30 },
    );
    store.setEarlier(earlier);
    const journal = createTrace({
      write: (row) => rows.push(row),
      now: () => clock.now(),
      hasNumbers: true,
      secrets: () => [],
      describeCall: (call) => ({
        ...readCaller(call, identityKeys),
        address: findCallBackAddress(call),
      }),
    });
    const stopFollowing = followStore(store, journal);
    const wrapUps = createWrapUps({ store, clock, journal, earlier: earlier.wrapUps });
    const context = {
      agentName: 'Eta',
      agentAddresses: [],
      identityKeys,
      hasProfile: true,
      hasRecorder: false,
      hasHistory: true,
      outcomes: [],
      canLookUpRecording: () => false,
    };
    return {
      store,
      wrapUps,
      see: (id: string, changes: Partial<VendorCall> = {}) =>
        store.apply({ kind: 'call-seen', call: telephoneCall(id, changes) }),
      snapshot: () => toSnapshot(store.getState(), context, momentOf(clock)),
      quit: () => {
        wrapUps.dispose();
        stopFollowing();
        store.dispose();
      },
    };
  }

  return { clock, rows, start };
}

describe('after a restart, a call that goes on', () => {
  it('began, was answered and was put on hold when the journal says so', () => {
    const { clock, start } = createRuns();
    const first = start();
    first.see('a', { state: 'ringing' });
    clock.advance(MINUTE);
    first.see('a');
    clock.advance(MINUTE);
    first.see('a', HELD);
    const before = first.snapshot().calls[0]!;
    for (let run = 0; run < 2; run += 1) {
      clock.advance(MINUTE);
      const next = start();
      next.see('a', HELD);
      expect(next.snapshot().calls).toMatchObject([
        {
          startedAt: before.startedAt,
          answeredAt: before.startedAt + MINUTE,
          heldSince: before.startedAt + 2 * MINUTE,
        },
      ]);
      next.quit();
    }
  });

  it('is never younger than its vendor says, nor than the journal says', () => {
    const { clock, start } = createRuns();
    const began = clock.now();
    start().see('a', { lastedMs: 2 * MINUTE });
    clock.advance(MINUTE);
    const [older, younger] = [start(), start()];
    older.see('a', { lastedMs: 3 * MINUTE });
    younger.see('a', { lastedMs: 0 });
    expect(older.snapshot().calls[0]?.startedAt).toBe(began - 2 * MINUTE);
    expect(younger.snapshot().calls[0]?.startedAt).toBe(began);
  });

  it('has been on hold for an unknown time if it was when it was first seen', () => {
    const { clock, start } = createRuns();
    start().see('a', HELD);
    clock.advance(MINUTE);
    const next = start();
    next.see('a', HELD);
    expect(next.snapshot().calls[0]).not.toHaveProperty('heldSince');
  });

  it('begins now if the journal’s time cannot be right', () => {
    const { clock, start } = createRuns();
    start().see('a');
    clock.advance(DAY + MINUTE);
    const next = start();
    next.see('a');
    expect(next.snapshot().calls[0]?.startedAt).toBe(clock.now());

    clock.set(-60 * 60 * MINUTE);
    const later = start();
    later.see('a');
    expect(later.snapshot().calls[0]?.startedAt).toBe(clock.now());
  });

  it('began when it was first seen if its end was wrongly inferred, and again if it had ended', () => {
    const { clock, start } = createRuns();
    const first = start();
    const began = clock.now();
    for (const id of ['a', 'b']) {
      first.see(id);
      first.store.apply({ kind: 'call-ended', callId: `genesys:${id}`, isStated: false });
    }
    clock.advance(MINUTE);
    first.see('a');
    first.quit();
    const next = start();
    next.see('a');
    next.see('b');
    expect(next.snapshot().calls).toMatchObject([
      { reference: 'b', startedAt: began + MINUTE },
      { reference: 'a', startedAt: began, answeredAt: began },
    ]);
  });
});

describe('the last calls after a restart', () => {
  it('are those of before, without new lines in the journal', () => {
    const { clock, rows, start } = createRuns();
    const first = start();
    first.see('a', { ...ADA, state: 'ringing' });
    clock.advance(MINUTE);
    first.see('a', ADA);
    first.see('b', TWO);
    clock.advance(MINUTE);
    first.see('a', { ...ADA, state: 'ended' });
    first.see('b', { ...TWO, state: 'ended' });
    // The numbers by which calls with the same ID differ are only for one run.
    const before = first.snapshot().lastCalls.map((call) => ({ ...call, sequence: undefined }));
    expect(before).toHaveLength(2);
    first.quit();
    const written = rows.length;
    clock.advance(MINUTE);
    const { snapshot } = start();
    expect(snapshot().lastCalls).toEqual(before);
    expect(snapshot()).toMatchObject({ calls: [], missedCalls: [] });
    expect(rows).toHaveLength(written);
  });

  it('include each call once, and no more than wanted', () => {
    const { clock, start } = createRuns(2);
    const first = start();
    for (const id of ['a', 'b', 'c']) {
      first.see(id);
      clock.advance(MINUTE);
      first.see(id, { state: 'ended' });
    }
    first.quit();
    const next = start();
    expect(next.snapshot().lastCalls.map(({ reference }) => reference)).toEqual(['c', 'b']);
    next.see('c');
    next.see('c', { state: 'ended' });
    expect(next.snapshot().lastCalls.map(({ reference }) => reference)).toEqual(['c', 'b']);
  });

  it('lack what the history no longer keeps', () => {
    const { clock, start } = createRuns();
    const first = start();
    first.see('a');
    first.see('a', { state: 'ended' });
    first.quit();
    clock.advance(29 * DAY);
    expect(start().snapshot().lastCalls).toHaveLength(1);
    clock.advance(DAY);
    expect(start().snapshot().lastCalls).toEqual([]);
  });

  it('include a call once whose end was wrongly inferred before the app was quit', () => {
    const { clock, start } = createRuns();
    const first = start();
    first.see('a');
    first.store.apply({ kind: 'call-ended', callId: 'genesys:a', isStated: false });
    first.quit();
    clock.advance(MINUTE);
    const second = start();
    second.see('a');
    clock.advance(MINUTE);
    second.see('a', { state: 'ended' });
    second.quit();
    expect(start().snapshot().lastCalls).toMatchObject([{ reference: 'a', endedAt: clock.now() }]);
  });

  it('have their notes, which can be changed, until the history is cleared', () => {
    const { start } = createRuns();
    const first = start();
    first.see('a');
    first.wrapUps.save('genesys:a', { note: 'lamp', outcome: '' });
    first.see('a', { state: 'ended' });
    first.quit();
    const second = start();
    expect(second.snapshot().lastCalls).toMatchObject([{ wrapUp: { note: 'lamp' } }]);
    second.wrapUps.save('genesys:a', { note: 'two lamps', outcome: '' });
    expect(second.snapshot().lastCalls).toMatchObject([{ wrapUp: { note: 'two lamps' } }]);
    second.quit();
    const third = start();
    expect(third.snapshot().lastCalls).toMatchObject([{ wrapUp: { note: 'two lamps' } }]);
    third.wrapUps.forgetEnded();
    expect(third.snapshot().lastCalls).toEqual([]);
  });
});

describe('the notes that the last run left open', () => {
  it('are the latest ones about calls that had not ended', () => {
    const { start } = createRuns();
    const first = start();
    first.see('a');
    first.wrapUps.save('genesys:a', { note: 'one', outcome: '' });
    first.wrapUps.save('genesys:a', { note: 'two', outcome: '' });
    first.wrapUps.save('genesys:c', { note: 'of an earlier day', outcome: '' });
    first.quit();
    const next = start();
    next.see('a');
    next.see('c');
    expect(next.snapshot().calls.map(({ wrapUp }) => wrapUp?.note)).toEqual([undefined, 'two']);
  });
});
