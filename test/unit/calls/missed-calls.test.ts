import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../contract/commands';
import type { VendorCall } from '../../../main/calls/call-events';
import { createCallStore, type CallStore } from '../../../main/calls/store';
import { participant, telephoneCall } from '../../support/calls';
import { LINES } from '../../support/lines';
import { createManualClock } from '../../support/manual-clock';

const ADA = participant('Ada', { address: '15001' });
const OTHER = { participants: [participant('15002', { address: '15002' })] };

describe('a missed call', () => {
  let store: CallStore;
  beforeEach(() => {
    store = createCallStore(createManualClock());
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

  it('is removed once the agent has spoken to the number, not if it rings again', () => {
    miss('a');
    see('b', 'ringing');
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
