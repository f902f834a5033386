import { describe, expect, it } from 'vitest';
import type { CommandOutcome } from '../../../contract/commands';
import { createCallControl } from '../../../main/app/call-control';
import { createCallStore } from '../../../main/calls/store';
import { participant, telephoneCall } from '../../support/calls';
import { LINES } from '../../support/lines';
import { createManualClock } from '../../support/manual-clock';
import { command } from '../renderer/fixtures';

/** The tray's actions. `done` lists what was performed or dialed, and when the window was shown. */
function setUp() {
  const store = createCallStore(createManualClock());
  store.setLines(LINES);
  const done: string[] = [];
  function start(what: string) {
    done.push(what);
    store.putCommand(command());
    return { commandId: 'c1', revision: 1 };
  }
  const control = createCallControl({
    store,
    service: () => ({
      perform: ({ kind }) => start(kind),
      dial: (address) => start(`dial ${address}`),
    }),
    window: { show: () => void done.push('show') },
  });
  const settle = async (outcome: CommandOutcome) => {
    store.putCommand(command({ outcome }));
    await new Promise(setImmediate);
  };
  /** A call that nobody answered. */
  const miss = (address?: string) => {
    const caller = participant('Ada', address === undefined ? {} : { address });
    const call = telephoneCall('a', {
      state: 'ringing',
      direction: 'inbound',
      participants: [caller],
    });
    store.apply({ kind: 'call-seen', call });
    store.apply({ kind: 'call-ended', callId: call.id, isStated: true });
    return call.id;
  };
  return { control, done, settle, miss };
}

describe('an action outside the window', () => {
  it.each<[CommandOutcome, string[]]>([
    ['confirmed', ['mute']],
    ['failed', ['mute', 'show']],
    ['unknown', ['mute', 'show']],
  ])('opens the window only if there is something to explain: %s', async (outcome, expected) => {
    const { control, done, settle } = setUp();
    control.perform({ kind: 'mute', callId: 'genesys:a' });
    await settle(outcome);
    expect(done).toEqual(expected);
  });
});

describe('calling back', () => {
  it('dials the number of the missed call', async () => {
    const { control, done, miss, settle } = setUp();
    control.callBack(miss('15001'));
    await settle('failed');
    expect(done).toEqual(['dial 15001', 'show']);
  });

  it('does nothing if the call is not missed any more, or has no number', () => {
    const { control, done, miss } = setUp();
    control.callBack(miss());
    control.callBack('genesys:gone');
    expect(done).toEqual([]);
  });
});
