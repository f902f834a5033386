import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../contract/call-model';
import type { LastCall } from '../../../../contract/snapshot';
import {
  acceptSnapshot,
  createWindowStore,
  finishWrapUp,
  setWritingNote,
} from '../../../../renderer/state/window-store';
import { snapshotOf, telephoneCall } from '../fixtures';

const talking = telephoneCall({ id: 'genesys:1' });
const other = telephoneCall({ id: 'genesys:2' });
const over: LastCall = {
  id: 'genesys:1',
  line: 'genesys',
  reference: '1',
  identity: talking.identity,
  wasAnswered: true,
  participants: [],
  participantCount: 0,
  startedAt: 0,
  endedAt: 1,
  canLookUpRecording: false,
};

/** Applies snapshots with these calls. Returns the call in the wrap-up at the end. */
function setUp() {
  const store = createWindowStore(snapshotOf([talking]));
  let revision = 1;
  return {
    store,
    show: (calls: Call[], lastCalls: LastCall[] = []) => {
      revision += 1;
      acceptSnapshot(store, snapshotOf(calls, { revision, lastCalls }));
    },
    about: () => store.getState().wrappedUpCallId,
  };
}

describe('the call in the wrap-up', () => {
  it('is the current call, and remains so after its end until the agent is done', () => {
    const app = setUp();
    expect(app.about()).toBe('genesys:1');
    app.show([{ ...talking, state: 'ended', endedAt: 1 }], [over]);
    app.show([], [over]);
    expect(app.about()).toBe('genesys:1');
    finishWrapUp(app.store);
    app.show([], [over]);
    expect(app.about()).toBeUndefined();
  });

  it('changes to a call that was answered, but not to one that only rings', () => {
    const app = setUp();
    app.show([{ ...other, state: 'ringing' }], [over]);
    expect(app.about()).toBe('genesys:1');
    app.show([other], [over]);
    expect(app.about()).toBe('genesys:2');
  });

  it('remains the customer’s during a consultation and after the transfer', () => {
    const app = setUp();
    const consultation = { ...other, parentCallId: talking.id };
    app.show([{ ...talking, state: 'held', isHeld: true }, consultation]);
    expect(app.about()).toBe('genesys:1');
    app.show([{ ...consultation, state: 'ended', endedAt: 1 }], [over]);
    expect(app.about()).toBe('genesys:1');
  });

  it('is the consultation if its first call is not known', () => {
    const app = setUp();
    app.show([{ ...other, parentCallId: talking.id }]);
    expect(app.about()).toBe('genesys:2');
  });

  it('does not change while the agent is writing', () => {
    const app = setUp();
    setWritingNote(app.store, true);
    app.show([other], [over]);
    expect(app.about()).toBe('genesys:1');
    setWritingNote(app.store, false);
    expect(app.about()).toBe('genesys:2');
  });

  it('changes if the call is no longer known, even while the agent is writing', () => {
    const app = setUp();
    setWritingNote(app.store, true);
    app.show([other]);
    expect(app.about()).toBe('genesys:2');
  });
});
