import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../../../contract/result';
import {
  dismissRefusal,
  isUnderWay,
  sendRequest,
  type WindowRequest,
} from '../../../../renderer/state/requests';
import { createWindowStore } from '../../../../renderer/state/window-store';
import { FakeBridge } from '../fake-bridge';
import { command, snapshotOf, telephoneCall } from '../fixtures';

const mute: WindowRequest = { action: 'mute', callId: 'genesys:1' };
const removeAda: WindowRequest = {
  action: 'remove-participant',
  callId: 'genesys:1',
  participantId: 'p1',
};

function setUp() {
  const fake = new FakeBridge();
  const store = createWindowStore(snapshotOf([telephoneCall()]));
  const send = (request: WindowRequest) => sendRequest(fake.bridge, store, request, 'Ada');
  const isBusy = (request: WindowRequest) => isUnderWay(store.getState(), request);
  return { fake, store, send, isBusy };
}

describe('sending a request', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks once for two clicks in a row', () => {
    const { fake, send, isBusy } = setUp();
    void send(mute);
    void send(mute);
    expect(fake.asked).toEqual(['muteCall genesys:1']);
    expect(isBusy(mute)).toBe(true);
  });

  it('keeps the button busy until the snapshot with the command can have come', async () => {
    const { fake, send, isBusy } = setUp();
    const sending = send(mute);
    fake.answer(succeed(null));
    await sending;
    expect(isBusy(mute)).toBe(true);
    await vi.runAllTimersAsync();
    expect(isBusy(mute)).toBe(false);
  });

  it('does not hold other buttons back', () => {
    const { fake, send, isBusy } = setUp();
    void send(mute);
    expect(isBusy({ action: 'hold', callId: 'genesys:1' })).toBe(false);
    expect(isBusy({ action: 'mute', callId: 'genesys:2' })).toBe(false);
    void send({ action: 'hold', callId: 'genesys:1' });
    expect(fake.asked).toHaveLength(2);
  });

  it('keeps a refusal until it is dismissed, and frees the button', async () => {
    const { fake, store, send, isBusy } = setUp();
    const sending = send(mute);
    fake.answer(fail({ code: 'not-allowed' }));
    await sending;
    expect(isBusy(mute)).toBe(false);
    const [refusal] = store.getState().refusals;
    expect(refusal).toMatchObject({
      action: 'mute',
      target: 'Ada',
      error: { code: 'not-allowed' },
    });
    dismissRefusal(store, refusal!.key);
    expect(store.getState().refusals).toEqual([]);
  });

  it('takes an earlier refusal back when the same is asked again', async () => {
    const { fake, store, send } = setUp();
    const sending = send(mute);
    fake.answer(fail({ code: 'not-allowed' }));
    await sending;
    void send(mute);
    expect(store.getState().refusals).toEqual([]);
  });

  it('tells of a request that could not be asked at all', async () => {
    const { fake, store } = setUp();
    const broken = { ...fake.bridge, muteCall: () => Promise.reject(new Error('no handler')) };
    await sendRequest(broken, store, mute, 'Ada');
    expect(store.getState().refusals[0]?.error.code).toBe('internal');
  });

  it.each<[WindowRequest, string]>([
    [removeAda, 'removeParticipant genesys:1 p1'],
    [{ action: 'unmute', callId: 'x' }, 'unmuteCall x'],
    [{ action: 'hold', callId: 'x' }, 'holdCall x'],
    [{ action: 'retrieve', callId: 'x' }, 'retrieveCall x'],
    [{ action: 'hang-up', callId: 'x' }, 'hangUpCall x'],
    [{ action: 'start-talkspace' }, 'startTalkSpace'],
    [{ action: 'close-talkspace', callId: 'x' }, 'closeTalkSpace x'],
    [{ action: 'delete-call', callId: 'x' }, 'deleteRecording x'],
    [{ action: 'show-call', callId: 'x' }, 'showCall x'],
    [{ action: 'retry-connection', vendor: 'verba' }, 'retryConnection verba'],
    [{ action: 'dismiss-command', commandId: 'c' }, 'dismissCommand c'],
  ])('asks the right thing for %o', (request, asked) => {
    const { fake, send } = setUp();
    void send(request);
    expect(fake.asked).toEqual([asked]);
  });
});

describe('a command that the snapshot tells of', () => {
  it('makes its own button busy, and no other', () => {
    const sent = command({ action: 'remove-participant', participantId: 'p1' });
    const state = {
      asking: [],
      snapshot: snapshotOf([telephoneCall()], { commands: [sent] }),
    };
    expect(isUnderWay(state, removeAda)).toBe(true);
    expect(isUnderWay(state, { ...removeAda, participantId: 'p2' })).toBe(false);
    expect(isUnderWay(state, mute)).toBe(false);
  });

  it('no longer makes it busy once it has failed', () => {
    const failed = command({ outcome: 'failed' });
    const state = { asking: [], snapshot: snapshotOf([telephoneCall()], { commands: [failed] }) };
    expect(isUnderWay(state, mute)).toBe(false);
  });
});
