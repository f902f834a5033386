import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../contract/commands';
import type { VendorCall } from '../../../main/calls/call-events';
import { createCallStore, type CallStore } from '../../../main/calls/store';
import { participant, telephoneCall } from '../../support/calls';
import { LINES } from '../../support/lines';
import { createManualClock, type ManualClock } from '../../support/manual-clock';

const ADA = participant('Ada', { address: '15001' });
const OTHER = { participants: [participant('15002', { address: '15002' })] };

describe('a missed call', () => {
  let store: CallStore;
  let clock: ManualClock;
  beforeEach(() => {
    clock = createManualClock();
    store = createCallStore(clock);
    store.setLines(LINES);
  });

  function see(id: string, state: VendorCall['state'], changes: Partial<VendorCall> = {}): void {
    store.apply({
      kind: 'call-seen',
      call: telephoneCall(id, { state, participants: [ADA], ...changes }),
    });
  }

  function miss(id: string): void {
    see(id, 'ringing');
    see(id, 'ended');
  }

  function missed(): string[] {
    return store.getState().missed.map(({ reference }) => reference);
  }

  it('rang and ended, newest first', () => {
    miss('a');
    see('b', 'ringing');
    store.apply({ kind: 'call-ended', callId: 'genesys:b', isStated: true });
    expect(missed()).toEqual(['b', 'a']);
  });

  it('is not one that was answered or that the agent dialed', () => {
    see('a', 'ringing');
    see('a', 'established');
    see('a', 'ended');
    see('b', 'dialing');
    see('b', 'ended');
    expect(missed()).toEqual([]);
  });

  it.each([
    ['sent', []],
    ['unknown', []],
    ['failed', ['a']],
  ] as const)('is not one that the agent rejected, if the rejection is %s', (outcome, expected) => {
    const reject: Command = {
      id: 'c1',
      action: 'reject',
      callId: 'genesys:a',
      target: 'Ada',
      outcome,
    };
    see('a', 'ringing');
    store.putCommand(reject);
    see('a', 'ended');
    expect(missed()).toEqual(expected);
  });

  it('is removed if it turns out to continue', () => {
    see('a', 'ringing');
    store.apply({ kind: 'call-ended', callId: 'genesys:a', isStated: false });
    expect(missed()).toEqual(['a']);
    see('a', 'ringing');
    expect(missed()).toEqual([]);
    see('a', 'ended');
    expect(missed()).toEqual(['a']);
  });

  it('can have the id of an earlier call that was answered', () => {
    see('a', 'established');
    see('a', 'ended');
    store.apply({ kind: 'call-fetched', call: telephoneCall('a', { state: 'ringing' }) });
    see('a', 'ended');
    expect(missed()).toEqual(['a']);
  });

  it('is removed once the agent has spoken to the number, not if it rings again', () => {
    miss('a');
    see('b', 'ringing');
    expect(missed()).toEqual(['a']);
    see('b', 'established');
    expect(missed()).toEqual([]);
  });

  it.each<[string, (store: CallStore, clock: ManualClock) => void]>([
    ['leaves the window', (_store, clock) => clock.advance(10_000)],
    ['has its recording', (store) => store.setDeletion('genesys:a', 'deleted')],
    [
      'has its media',
      (store) =>
        store.apply({ kind: 'media-updated', callId: 'genesys:a', media: { state: 'none' } }),
    ],
  ])('stays when an earlier call with the number %s', (_name, change) => {
    see('a', 'established');
    see('a', 'ended');
    miss('b');
    change(store, clock);
    expect(missed()).toEqual(['b']);
  });

  it('stays when a call with the number that was answered before it changes or ends', () => {
    see('a', 'established');
    miss('b');
    see('a', 'held', { isHeld: true });
    see('a', 'ended');
    expect(missed()).toEqual(['b']);
  });

  it('stays when an earlier call with the number turns out to continue', () => {
    see('a', 'established');
    store.apply({ kind: 'call-ended', callId: 'genesys:a', isStated: false });
    miss('b');
    see('a', 'established');
    expect(missed()).toEqual(['b']);
  });

  it('is removed when the number of an answered call becomes known', () => {
    miss('a');
    see('b', 'established', { participants: [] });
    expect(missed()).toEqual(['a']);
    see('b', 'established');
    expect(missed()).toEqual([]);
  });

  it('stays until the agent dismisses it, long after the call', () => {
    miss('a');
    for (let count = 0; count < 40; count += 1) {
      see(`other-${count}`, 'established', OTHER);
      see(`other-${count}`, 'ended', OTHER);
    }
    expect(missed()).toEqual(['a']);
    store.dismissMissedCall('genesys:a');
    expect(missed()).toEqual([]);
  });
});
