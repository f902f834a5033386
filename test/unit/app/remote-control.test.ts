import { describe, expect, it } from 'vitest';
import { createCallStore } from '../../../main/calls/store';
import { createRemoteControl } from '../../../main/app/remote-control';
import { createManualClock } from '../../support/manual-clock';
import { command, snapshotOf, telephoneCall } from '../renderer/fixtures';

/** The running app with a call. Its service gives no answer to `performed`. */
function run() {
  const clock = createManualClock();
  const store = createCallStore(clock, () => undefined);
  const performed: string[] = [];
  let isShown = false;
  const control = createRemoteControl({
    store,
    clock,
    takeSnapshot: () => snapshotOf([telephoneCall()]),
    perform: ({ kind }) => {
      performed.push(kind);
      store.putCommand(command());
      return { commandId: 'c1', revision: 1 };
    },
    showWindow: () => (isShown = true),
    fillInNumber: () => undefined,
  });
  return { clock, store, control, performed, isShown: () => isShown };
}

/** The reply to a command that mutes the call. */
function muteRemotely() {
  const { clock, control, ...running } = run();
  return { ...running, outcome: control({ kind: 'mute' }, clock.now()) };
}

describe('a command from outside', () => {
  it('is done when the service has confirmed it', async () => {
    const { store, outcome, isShown } = muteRemotely();
    store.removeCommand('c1');
    expect(await outcome).toBeUndefined();
    expect(isShown()).toBe(false);
  });

  it('that the service refuses returns the reason, and opens the window with the details', async () => {
    const { store, outcome, isShown } = muteRemotely();
    store.putCommand(command({ outcome: 'failed', error: { code: 'forbidden' } }));
    expect(await outcome).toBe('Your account is not allowed to do this.');
    expect(isShown()).toBe(true);
  });

  it('whose answer is lost is reported as unknown', async () => {
    const { store, outcome } = muteRemotely();
    store.putCommand(command({ outcome: 'unknown', error: { code: 'no-answer' } }));
    expect(await outcome).toMatch(/^It is not known whether this was done\. ./);
  });

  it('that a held key repeats is carried out once', async () => {
    const { clock, control, store, performed } = run();
    const hangUpAt = (givenAt: number) => {
      const outcome = control({ kind: 'hang-up' }, givenAt);
      store.removeCommand('c1');
      return outcome;
    };
    const first = clock.now();
    expect(await hangUpAt(first)).toBeUndefined();
    const repeated = 'Hang up was requested less than a second ago. Wait a moment and try again.';
    for (const after of [660, 700, 1_300]) expect(await hangUpAt(first + after)).toBe(repeated);
    expect(performed).toEqual(['hang-up']);
    expect(await hangUpAt(first + 2_000)).toBeUndefined();
    expect(performed).toEqual(['hang-up', 'hang-up']);
    // The computer's clock was set back.
    expect(await hangUpAt(first - 3_600_000)).toBeUndefined();
    expect(performed).toHaveLength(3);
  });
});
