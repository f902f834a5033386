import { describe, expect, it } from 'vitest';
import { toSnapshot } from '../../../main/calls/snapshot';
import { createCallStore } from '../../../main/calls/store';
import { telephoneCall } from '../../support/calls';
import { createManualClock } from '../../support/manual-clock';

function setUp() {
  const clock = createManualClock();
  const store = createCallStore(clock);
  const context = {
    agentName: 'Eta',
    hasProfile: true,
    hasTalkSpaces: true,
    canDeleteRecording: () => false,
  };
  return { clock, store, snapshot: () => toSnapshot(store.getState(), context) };
}

describe('the store', () => {
  it('counts a revision for what is new and none for what is not', () => {
    const { store } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    const { revision } = store.getState();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    store.setConnection('genesys', 'connected');
    store.setConnection('genesys', 'connected');
    expect(store.getState().revision).toBe(revision + 1);
  });

  it('shows a call that has ended for a moment, then puts it away and forgets it', () => {
    const { clock, store, snapshot } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    store.apply({ kind: 'call-ended', callId: 'genesys:a' });
    expect(snapshot().calls[0]).toMatchObject({ id: 'genesys:a', state: 'ended' });
    expect(snapshot().currentCallId).toBe('genesys:a');
    clock.advance(10_000);
    expect(snapshot().calls).toEqual([]);
    expect(snapshot().currentCallId).toBeUndefined();
    clock.advance(3_600_000);
    expect(store.getState().calls.known.size).toBe(0);
    expect(clock.pending()).toEqual([]);
  });

  it('goes on showing a conference that is over, even one that was over before it was watched', () => {
    const { clock, store, snapshot } = setUp();
    const room = { id: 'conference:r', line: 'conference' as const, state: 'ended' as const };
    store.apply({ kind: 'call-seen', call: telephoneCall('r', room) });
    clock.advance(3_600_000);
    expect(snapshot().calls).toMatchObject([{ id: 'conference:r', state: 'ended' }]);
    expect(snapshot().currentCallId).toBeUndefined();
  });

  it('keeps since when a connection is in its state while only the reason changes', () => {
    const { clock, store, snapshot } = setUp();
    store.setConnection('genesys', 'reconnecting', { code: 'no-answer' });
    const { since } = snapshot().connections[0]!;
    clock.advance(5_000);
    store.setConnection('genesys', 'reconnecting', { code: 'no-route' });
    expect(snapshot().connections[0]).toMatchObject({ since, reason: { code: 'no-route' } });
  });

  it('leaves no timer behind', () => {
    const { clock, store } = setUp();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    store.apply({ kind: 'call-ended', callId: 'genesys:a' });
    store.dispose();
    expect(clock.pending()).toEqual([]);
  });
});

describe('a snapshot', () => {
  it('holds nothing that only the main process may know', () => {
    const { store, snapshot } = setUp();
    const call = telephoneCall('a', { recordingKeys: { 'userData.card': '4111-secret' } });
    store.apply({ kind: 'call-seen', call });
    expect(JSON.stringify(snapshot())).not.toContain('4111-secret');
  });

  it('offers a TalkSpace only while none is open', () => {
    const { store, snapshot } = setUp();
    expect(snapshot().canStartTalkSpace).toBe(true);
    const room = telephoneCall('r', { id: 'talkspace:r', line: 'talkspace' });
    store.apply({ kind: 'call-seen', call: room });
    expect(snapshot().canStartTalkSpace).toBe(false);
    store.apply({ kind: 'call-ended', callId: room.id });
    expect(snapshot().canStartTalkSpace).toBe(true);
  });
});
