import { describe, expect, it } from 'vitest';
import { isolate } from '../../../contract/text';
import { momentOf } from '../../../main/time/clock';
import { toSnapshot } from '../../../main/calls/snapshot';
import { createCallStore } from '../../../main/calls/store';
import type { VendorCall } from '../../../main/calls/call-events';
import { participant, telephoneCall } from '../../support/calls';
import { LINES } from '../../support/lines';
import { createManualClock, type ManualClock } from '../../support/manual-clock';

function setUp() {
  const clock = createManualClock();
  const store = createCallStore(clock);
  store.setLines(LINES);
  const context = {
    agentName: 'Eta',
    agentAddresses: ['eta', '15000'],
    identityKeys: { callerKeys: ['CustomerName'], reasonKeys: ['Subject'] },
    hasProfile: true,
    hasRecorder: false,
    hasHistory: false,
    outcomes: [],
    canLookUpRecording: () => false,
  };
  return { clock, store, snapshot: () => toSnapshot(store.getState(), context, momentOf(clock)) };
}

describe('the store', () => {
  it('names the one other party of a call in its messages as the call does', () => {
    const { store, snapshot } = setUp();
    const attachedData = [{ key: 'CustomerName', value: 'Ada', isText: true }];
    const call = telephoneCall('a', { participants: [participant('15001')], attachedData });
    store.apply({ kind: 'call-seen', call });
    const [callId] = snapshot().calls.map(({ id }) => id);
    const about = { action: 'mute', outcome: 'failed', callId } as const;
    store.putCommand({ ...about, id: '1', target: isolate('15001') });
    store.putCommand({ ...about, id: '2', target: isolate('15002') });
    const targets = snapshot().commands.map(({ target }) => target);
    expect(targets).toEqual([isolate('Ada'), isolate('15002')]);
  });

  it('increases the revision only if something changed', () => {
    const { store } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    const { revision } = store.getState();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    store.setConnection('genesys', 'connected');
    store.setConnection('genesys', 'connected');
    expect(store.getState().revision).toBe(revision + 1);
  });

  it('shows a call that has ended for a moment, then among the last calls', () => {
    const { clock, store, snapshot } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    store.apply({ kind: 'call-ended', callId: 'genesys:a', isStated: true });
    expect(snapshot().calls[0]).toMatchObject({ id: 'genesys:a', state: 'ended' });
    expect(snapshot().currentCallId).toBe('genesys:a');
    clock.advance(10_000);
    expect(snapshot().calls).toEqual([]);
    expect(snapshot().currentCallId).toBeUndefined();
    expect(snapshot().lastCalls).toMatchObject([
      { id: 'genesys:a', participants: [{ name: '15001' }], participantCount: 1 },
    ]);
    expect(clock.pending()).toEqual([]);
  });

  it('marks the agent among the participants, ignoring case', () => {
    const { store, snapshot } = setUp();
    const others = [participant('Ada', { address: 'theta' }), participant('Bo')];
    const self = participant('Eta', { address: 'ETA' });
    store.apply({
      kind: 'call-seen',
      call: telephoneCall('a', { participants: [...others, self] }),
    });
    const marks = snapshot().calls[0]?.participants.map(({ isAgent }) => isAgent);
    expect(marks).toEqual([undefined, undefined, true]);
  });

  it('keeps the last thirty calls, newest first, and removes older ones', () => {
    const { clock, store, snapshot } = setUp();
    for (let count = 0; count < 35; count += 1) {
      store.apply({ kind: 'call-seen', call: telephoneCall(`${count}`) });
      store.apply({ kind: 'call-ended', callId: `genesys:${count}`, isStated: true });
      clock.advance(60_000);
    }
    const ids = snapshot().lastCalls.map(({ id }) => id);
    expect(ids).toHaveLength(30);
    expect(ids[0]).toBe('genesys:34');
    expect(store.getState().calls.known.size).toBe(30);
  });

  it('keeps the state of the recordings of an ended call', () => {
    const { store, snapshot } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    store.apply({ kind: 'call-ended', callId: 'genesys:a', isStated: true });
    store.apply({
      kind: 'media-updated',
      callId: 'genesys:a',
      media: { state: 'ready', bytes: 9 },
    });
    store.setDeletion('genesys:a', 'deleted');
    expect(snapshot().lastCalls).toMatchObject([
      { media: { state: 'ready', bytes: 9 }, deletion: 'deleted' },
    ]);
  });

  it('removes a conference that is no longer watched', () => {
    const { store, snapshot } = setUp();
    const room = { id: 'conference:r', line: 'conference' as const, isWatched: true };
    store.apply({ kind: 'call-seen', call: telephoneCall('r', room) });
    store.apply({ kind: 'call-unwatched', callId: 'conference:r' });
    expect(snapshot()).toMatchObject({ calls: [], lastCalls: [] });
    store.apply({ kind: 'call-seen', call: telephoneCall('r', room) });
    expect(snapshot().calls).toHaveLength(1);
  });

  it('keeps showing an ended conference, even one that had ended before it was watched', () => {
    const { clock, store, snapshot } = setUp();
    const room = {
      id: 'conference:r',
      line: 'conference' as const,
      isWatched: true,
      state: 'ended' as const,
    };
    store.apply({ kind: 'call-seen', call: telephoneCall('r', room) });
    clock.advance(3_600_000);
    expect(snapshot().calls).toMatchObject([{ id: 'conference:r', state: 'ended' }]);
    expect(snapshot().currentCallId).toBeUndefined();
  });

  it('keeps the time of a connection’s state while only the reason changes', () => {
    const { clock, store, snapshot } = setUp();
    store.setConnection('genesys', 'reconnecting', { code: 'no-answer' });
    const { since } = snapshot().connections[0]!;
    clock.advance(5_000);
    store.setConnection('genesys', 'reconnecting', { code: 'no-route' });
    expect(snapshot().connections[0]).toMatchObject({ since, reason: { code: 'no-route' } });
  });

  it('notifies all listeners, even if one of them throws', () => {
    const errors: unknown[] = [];
    const store = createCallStore(createManualClock(), (error) => errors.push(error));
    const reported: string[] = [];
    const bug = new Error('a bug');
    store.subscribe(() => {
      throw bug;
    });
    store.subscribe(() => reported.push('change'));
    store.onRefresh(() => {
      throw bug;
    });
    store.onRefresh(() => reported.push('reading'));
    const calls = [telephoneCall('a')];
    store.apply({ kind: 'line-fetched', line: 'genesys', calls, isComplete: true });
    expect(reported).toEqual(['change', 'reading']);
    expect(errors).toEqual([bug, bug]);
  });

  it('notifies no listener if a poll finds no change', () => {
    const { store } = setUp();
    const call = telephoneCall('a');
    const poll = {
      kind: 'line-fetched',
      line: 'genesys',
      calls: [call],
      isComplete: true,
    } as const;
    store.apply(poll);
    let changes = 0;
    store.subscribe(() => (changes += 1));
    store.apply({ ...poll, calls: [telephoneCall('a')] });
    store.apply({ kind: 'call-fetched', call: telephoneCall('a') });
    expect(changes).toBe(0);
  });

  it('leaves no timer behind', () => {
    const { clock, store } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    store.apply({ kind: 'call-ended', callId: 'genesys:a', isStated: true });
    store.dispose();
    expect(clock.pending()).toEqual([]);
  });
});

describe('a snapshot', () => {
  it('contains nothing that is only for the main process', () => {
    const { store, snapshot } = setUp();
    const call = telephoneCall('a', { recordingKeys: { 'userData.card': '4111-secret' } });
    store.apply({ kind: 'call-seen', call });
    expect(JSON.stringify(snapshot())).not.toContain('4111-secret');
  });
});

describe('the end of a call', () => {
  const stated = { kind: 'call-ended', callId: 'genesys:a', isStated: true } as const;

  it('counts as seen if the call was updated a moment before', () => {
    const { store, clock, snapshot } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    clock.advance(15_000);
    store.apply(stated);
    expect(snapshot().lastCalls).toMatchObject([{ startedAt: clock.now() - 15_000 }]);
    expect(snapshot().lastCalls[0]).not.toHaveProperty('isEndUnseen');
  });

  it.each([
    ['the line was down', (clock: ManualClock) => clock.advance(60_000)],
    [
      'the computer slept, during which the monotonic clock may stop',
      (clock: ManualClock) => clock.set(60_000),
    ],
  ])('counts as unseen if %s', (_why, pass) => {
    const { store, clock, snapshot } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    clock.advance(3_000);
    store.apply({
      kind: 'line-fetched',
      line: 'genesys',
      calls: [telephoneCall('a')],
      isComplete: true,
    });
    pass(clock);
    const lacking = { kind: 'line-fetched', line: 'genesys', calls: [], isComplete: true } as const;
    store.apply(lacking);
    store.apply(lacking);
    expect(snapshot().lastCalls).toMatchObject([{ isEndUnseen: true }]);
    expect(snapshot().calls).toMatchObject([{ state: 'ended', isEndUnseen: true }]);
  });

  it('that is undone keeps the call in the window, and out of the last calls', () => {
    const { store, clock, snapshot } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    store.apply({ ...stated, isStated: false });
    clock.advance(5_000);
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    clock.advance(60_000);
    expect(snapshot()).toMatchObject({ calls: [{ state: 'established' }], lastCalls: [] });
    store.apply(stated);
    clock.advance(5_999);
    expect(snapshot().calls).toHaveLength(1);
    clock.advance(1);
    expect(snapshot().calls).toHaveLength(0);
  });

  it('keeps the names of the participants', () => {
    const { store, snapshot } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    store.apply({
      kind: 'call-seen',
      call: telephoneCall('a', { state: 'ended', participants: [] }),
    });
    expect(snapshot().lastCalls).toMatchObject([{ participants: [{ name: '15001' }] }]);
  });
});

it('a start is reported according to the current setting of the clock', () => {
  const { store, clock, snapshot } = setUp();
  store.apply({ kind: 'call-seen', call: telephoneCall('a') });
  clock.set(3_600_000);
  expect(snapshot().calls[0]!.startedAt).toBe(clock.now());
});

describe('a snapshot', () => {
  it('has the direction from the vendor, otherwise from the first state of the call', () => {
    const { store, snapshot } = setUp();
    const directionOf = (id: string) =>
      snapshot().calls.find(({ reference }) => reference === id)?.direction;
    store.apply({ kind: 'call-seen', call: telephoneCall('a', { state: 'ringing' }) });
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    store.apply({ kind: 'call-seen', call: telephoneCall('b', { state: 'dialing' }) });
    store.apply({ kind: 'call-seen', call: telephoneCall('c', { direction: 'inbound' }) });
    store.apply({ kind: 'call-seen', call: telephoneCall('d') });
    expect(['a', 'b', 'c', 'd'].map(directionOf)).toEqual([
      'inbound',
      'outbound',
      'inbound',
      undefined,
    ]);
  });

  it('has the times of answering and holding, even if the clock was set since', () => {
    const { clock, store, snapshot } = setUp();
    const see = (changes: Partial<VendorCall>) =>
      store.apply({ kind: 'call-seen', call: telephoneCall('a', changes) });
    const begun = clock.now();
    see({ state: 'ringing' });
    expect(snapshot().calls[0]?.answeredAt).toBeUndefined();
    clock.advance(5_000);
    see({});
    clock.advance(5_000);
    see({ state: 'held', isHeld: true });
    clock.advance(5_000);
    expect(snapshot().calls[0]).toMatchObject({
      answeredAt: begun + 5_000,
      heldSince: begun + 10_000,
    });
    clock.set(60_000);
    expect(snapshot().calls[0]).toMatchObject({
      answeredAt: begun + 65_000,
      heldSince: begun + 70_000,
    });
    see({});
    expect(snapshot().calls[0]?.heldSince).toBeUndefined();
    expect(snapshot().calls[0]?.answeredAt).toBe(begun + 65_000);
  });

  it('has no time of holding for a call that was on hold when first seen', () => {
    const { store, snapshot } = setUp();
    const held = telephoneCall('a', { state: 'held', isHeld: true });
    store.apply({ kind: 'call-seen', call: held });
    store.apply({ kind: 'call-seen', call: { ...held, isMuted: true } });
    expect(snapshot().calls[0]?.heldSince).toBeUndefined();
  });

  it('lists calls that ring next to the current one, and missed calls', () => {
    const { store, snapshot } = setUp();
    const ring = (id: string, state: VendorCall['state'] = 'ringing') =>
      store.apply({
        kind: 'call-seen',
        call: telephoneCall(id, {
          state,
          participants: [participant('(212) 555-0143', { address: '+12125550143' })],
          attachedData: [{ key: 'CustomerName', value: 'Ada Marsh', isText: true }],
        }),
      });
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    ring('b');
    ring('c');
    expect(snapshot()).toMatchObject({
      currentCallId: 'genesys:a',
      waitingCallIds: ['genesys:c', 'genesys:b'],
    });
    ring('c', 'ended');
    expect(snapshot()).toMatchObject({
      waitingCallIds: ['genesys:b'],
      missedCalls: [
        {
          id: 'genesys:c',
          identity: { name: 'Ada Marsh', number: '(212) 555-0143' },
          address: '+12125550143',
        },
      ],
    });
  });
});
