import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallOperation } from '../../../../contract/call-operations';
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

const mute = perform({ kind: 'mute', callId: 'genesys:1' });
const removeAda = perform({
  kind: 'remove-participant',
  callId: 'genesys:1',
  participantId: 'p1',
});

function perform(operation: CallOperation): WindowRequest {
  return { ask: 'perform', operation };
}

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
    expect(fake.asked).toEqual(['performOperation mute genesys:1']);
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
    expect(isBusy(perform({ kind: 'hold', callId: 'genesys:1' }))).toBe(false);
    expect(isBusy(perform({ kind: 'mute', callId: 'genesys:2' }))).toBe(false);
    void send(perform({ kind: 'hold', callId: 'genesys:1' }));
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
    const broken = {
      ...fake.bridge,
      performOperation: () => Promise.reject(new Error('no handler')),
    };
    await sendRequest(broken, store, mute, 'Ada');
    expect(store.getState().refusals[0]?.error.code).toBe('internal');
  });

  it.each<[WindowRequest, string]>([
    [removeAda, 'performOperation remove-participant genesys:1 p1'],
    [perform({ kind: 'close-talkspace', callId: 'x' }), 'performOperation close-talkspace x'],
    [
      perform({ kind: 'transfer', callId: 'x', address: '15002' }),
      'performOperation transfer x 15002',
    ],
    [{ ask: 'dial', address: '15002' }, 'dial 15002'],
    [{ ask: 'start-talkspace' }, 'startTalkSpace '],
    [{ ask: 'start-talkspace', greetingId: 'g', recordingId: 'r' }, 'startTalkSpace g r'],
    [{ ask: 'create-conference', from: '15000' }, 'createConference 15000'],
    [{ ask: 'watch-conference', conferenceId: 'c' }, 'watchConference c'],
    [
      { ask: 'perform-on-recording', operation: 'delete-call', callId: 'x' },
      'performOnRecording x delete-call',
    ],
    [
      { ask: 'perform-on-recording', operation: 'keep-recording', callId: 'x', recordingId: 'r' },
      'performOnRecording x keep-recording r',
    ],
    [{ ask: 'show-call', callId: 'x' }, 'showCall x'],
    [{ ask: 'retry-connection', vendor: 'verba' }, 'retryConnection verba'],
    [{ ask: 'dismiss-command', commandId: 'c' }, 'dismissCommand c'],
    [{ ask: 'quit' }, 'quit'],
  ])('asks the right thing for %o', (request, asked) => {
    const { fake, send } = setUp();
    void send(request);
    expect(fake.asked).toEqual([asked]);
  });
});

describe('a command that the snapshot tells of', () => {
  it('makes its own button busy, and no other', () => {
    const sent = command({ action: 'remove-participant', participantId: 'p1' });
    const removeGrace = perform({
      kind: 'remove-participant',
      callId: 'genesys:1',
      participantId: 'p2',
    });
    const state = {
      asking: [],
      snapshot: snapshotOf([telephoneCall()], { commands: [sent] }),
    };
    expect(isUnderWay(state, removeAda)).toBe(true);
    expect(isUnderWay(state, removeGrace)).toBe(false);
    expect(isUnderWay(state, mute)).toBe(false);
  });

  it('is told from another of its kind by whom it is about', () => {
    const sent = command({ action: 'add-participant', subject: '15002' });
    const state = { asking: [], snapshot: snapshotOf([telephoneCall()], { commands: [sent] }) };
    const add = (address: string) =>
      perform({ kind: 'add-participant', callId: 'genesys:1', address });
    expect(isUnderWay(state, add('15002'))).toBe(true);
    expect(isUnderWay(state, add('15003'))).toBe(false);
  });

  it('never holds a tone back, for who presses 5 twice wants two tones', () => {
    const { fake, send } = setUp();
    const five = perform({ kind: 'send-tones', callId: 'genesys:1', tones: '5' });
    void send(five);
    void send(five);
    expect(fake.asked).toHaveLength(2);
  });

  it('no longer makes it busy once it has failed', () => {
    const failed = command({ outcome: 'failed' });
    const state = { asking: [], snapshot: snapshotOf([telephoneCall()], { commands: [failed] }) };
    expect(isUnderWay(state, mute)).toBe(false);
  });
});
