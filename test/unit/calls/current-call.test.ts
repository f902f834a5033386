import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallState } from '../../../contract/call-model';
import type { VendorCall } from '../../../main/calls/call-events';
import { createCallStore, type CallStore } from '../../../main/calls/store';
import { telephoneCall } from '../../support/calls';
import { LINES } from '../../support/lines';
import { createManualClock } from '../../support/manual-clock';

function setUp(): CallStore {
  const store = createCallStore(createManualClock());
  store.setLines(LINES);
  return store;
}

function see(store: CallStore, id: string, changes: Partial<VendorCall> = {}): void {
  const isHeld = changes.state === 'held';
  store.apply({ kind: 'call-seen', call: telephoneCall(id, { isHeld, ...changes }) });
}

function seeRoom(store: CallStore, line: 'talkspace' | 'conference', state: CallState): void {
  const isWatched = line === 'conference';
  see(store, line, { id: `${line}:1`, line, state, ...(isWatched && { isWatched }) });
}

function currentOf(store: CallStore): string | undefined {
  return store.getState().currentCallId?.replace(/^genesys:/, '');
}

describe('the current call', () => {
  it('is the ringing one while there is no other', () => {
    const store = setUp();
    seeRoom(store, 'talkspace', 'established');
    expect(currentOf(store)).toBe('talkspace:1');
    see(store, 'a', { state: 'ringing' });
    see(store, 'b', { state: 'ringing' });
    expect(currentOf(store)).toBe('a');
  });

  it.each(['established', 'held', 'dialing', 'unknown'] as const)(
    'stays the %s one while another rings',
    (state) => {
      const store = setUp();
      see(store, 'a', { state });
      see(store, 'b', { state: 'ringing' });
      expect(currentOf(store)).toBe('a');
    },
  );

  it('stays a call that is put on hold next to another held one', () => {
    const store = setUp();
    see(store, 'a');
    see(store, 'b', { state: 'held' });
    see(store, 'a', { state: 'held' });
    expect(currentOf(store)).toBe('a');
  });

  it('is the consultation as soon as it is dialed, whichever call was shown before', () => {
    const store = setUp();
    see(store, 'customer');
    see(store, 'other', { state: 'held' });
    store.showCall('genesys:other');
    store.showCall('genesys:customer');
    see(store, 'colleague', { state: 'dialing', parentCallId: 'genesys:customer' });
    see(store, 'customer', { state: 'held' });
    expect(currentOf(store)).toBe('colleague');
    see(store, 'colleague', { parentCallId: 'genesys:customer' });
    expect(currentOf(store)).toBe('colleague');
  });

  it('is the one that the agent chose, until they start talking on another', () => {
    const store = setUp();
    see(store, 'a');
    see(store, 'b', { state: 'held' });
    store.showCall('genesys:b');
    see(store, 'c', { state: 'ringing' });
    expect(currentOf(store)).toBe('b');
    see(store, 'a', { state: 'held' });
    see(store, 'c');
    expect(currentOf(store)).toBe('c');
  });

  it('is shown as ended until there is another', () => {
    const store = setUp();
    see(store, 'a');
    see(store, 'b', { state: 'ended' });
    see(store, 'a', { state: 'ended' });
    expect(currentOf(store)).toBe('a');
    seeRoom(store, 'talkspace', 'established');
    expect(currentOf(store)).toBe('a');
    see(store, 'c', { state: 'ringing' });
    expect(currentOf(store)).toBe('c');
  });

  it('is never a watched conference, even if the agent chooses it', () => {
    const store = setUp();
    seeRoom(store, 'conference', 'established');
    store.showCall('conference:1');
    expect(currentOf(store)).toBeUndefined();
  });

  it('is none after all calls have ended', () => {
    const store = setUp();
    seeRoom(store, 'talkspace', 'established');
    seeRoom(store, 'talkspace', 'ended');
    expect(currentOf(store)).toBeUndefined();
  });

  it('is always the one that the agent is talking on or has chosen since', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.record({
      kind: fc.constantFrom(
        'ring',
        'answer',
        'consult',
        'hold',
        'resume',
        'select',
        'end',
        'rooms',
      ),
      id,
      isHoldLate: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const store = setUp();
        const states = new Map<string, CallState>();
        let talkedOn: string | undefined;
        let expected: string | undefined;
        let made = 0;

        function set(call: string, state: CallState): void {
          if (state === 'ended') states.delete(call);
          else states.set(call, state);
          see(store, call, { state });
        }
        /** The vendor holds the previous call, and can report that first or last. */
        function talkOn(call: string, isHoldLate: boolean): void {
          const before = talkedOn === call ? undefined : talkedOn;
          if (before !== undefined && !isHoldLate) set(before, 'held');
          set(call, 'established');
          if (before !== undefined && isHoldLate) set(before, 'held');
          talkedOn = call;
          expected = call;
        }

        for (const { kind, id: letter, isHoldLate } of steps) {
          const call = [...states.keys()].find((key) => key.startsWith(letter));
          const state = call === undefined ? undefined : states.get(call);
          if (call === undefined || state === undefined) {
            if (kind === 'ring') set(`${letter}${(made += 1)}`, 'ringing');
            if (kind === 'consult') talkOn(`${letter}${(made += 1)}`, isHoldLate);
          } else if (kind === 'answer' && state === 'ringing') talkOn(call, isHoldLate);
          else if (kind === 'resume' && state === 'held') talkOn(call, isHoldLate);
          else if (kind === 'hold' && state === 'established') {
            set(call, 'held');
            talkedOn = undefined;
          } else if (kind === 'select') {
            store.showCall(`genesys:${call}`);
            expected = call;
          } else if (kind === 'end') {
            set(call, 'ended');
            if (talkedOn === call) talkedOn = undefined;
            if (expected === call) expected = talkedOn;
          }
          if (kind === 'rooms') {
            seeRoom(store, 'talkspace', 'established');
            seeRoom(store, 'conference', 'established');
          }
          if (expected !== undefined) expect(currentOf(store)).toBe(expected);
          expect(currentOf(store)).not.toBe('conference:1');
        }
      }),
      { numRuns: 300 },
    );
  });
});
