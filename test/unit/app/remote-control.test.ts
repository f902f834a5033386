import { describe, expect, it } from 'vitest';
import { createCallStore } from '../../../main/calls/store';
import { createRemoteControl } from '../../../main/app/remote-control';
import { createManualClock } from '../../support/manual-clock';
import { command, snapshotOf, telephoneCall } from '../renderer/fixtures';

/** The running app with a call, and the reply to a command that mutes it. */
function muteRemotely() {
  const store = createCallStore(createManualClock(), () => undefined);
  let isShown = false;
  const control = createRemoteControl({
    store,
    takeSnapshot: () => snapshotOf([telephoneCall()]),
    perform: () => {
      store.putCommand(command());
      return { commandId: 'c1', revision: 1 };
    },
    showWindow: () => (isShown = true),
    fillInNumber: () => undefined,
  });
  return { store, outcome: control({ kind: 'mute' }), isShown: () => isShown };
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
});
