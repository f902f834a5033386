import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../../contract/result';
import { isUnderWay, type RequestSubject } from '../../../../renderer/state/pending';
import {
  changePreference,
  createConference,
  dial,
  dismissCommand,
  performOnRecording,
  performOperation,
  quit,
  retryConnection,
  showCall,
  startTalkSpace,
  watchConference,
  type WindowRequest,
} from '../../../../renderer/state/requests';
import { dismissRefusal, sendRequest } from '../../../../renderer/state/send-request';
import { acceptSnapshot, createWindowStore } from '../../../../renderer/state/window-store';
import { FakeBridge } from '../fake-bridge';
import { command, snapshotOf, telephoneCall } from '../fixtures';

const mute = performOperation({ kind: 'mute', callId: 'genesys:1' });
const removeAda = performOperation({
  kind: 'remove-participant',
  callId: 'genesys:1',
  participantId: 'p1',
});
const addAda = performOperation({
  kind: 'add-participant',
  callId: 'genesys:1',
  address: '15001',
});

function setUp() {
  const fake = new FakeBridge();
  const store = createWindowStore(snapshotOf([telephoneCall()]));
  const { revision } = store.getState().snapshot!;
  const send = (request: WindowRequest) => sendRequest(fake.bridge, store, request, 'Ada');
  const isBusy = (about: RequestSubject) => isUnderWay(store.getState(), about);
  /** Sends a request, and answers it with a command that first appears in the snapshot of this revision. */
  const begin = async (request: WindowRequest, after: number) => {
    const sending = send(request);
    fake.answer(succeed({ commandId: 'command-1', revision: revision + after }));
    await sending;
  };
  const see = (after: number, ...commands: ReturnType<typeof command>[]) =>
    acceptSnapshot(store, snapshotOf([telephoneCall()], { revision: revision + after, commands }));
  return { fake, store, send, isBusy, begin, see };
}

describe('the button of a request', () => {
  it('is busy from the press until a snapshot shows the result', async () => {
    const { isBusy, begin, see } = setUp();
    const beginning = begin(mute, 2);
    expect(isBusy(mute)).toBe(true);
    await beginning;
    expect(isBusy(mute)).toBe(true);
    see(1);
    expect(isBusy(mute)).toBe(true);
    see(2, command({ id: 'command-1', action: 'mute' }));
    expect(isBusy(mute)).toBe(true);
    see(3);
    expect(isBusy(mute)).toBe(false);
  });

  it.each([4, 5])(
    'is free at once if the snapshot arrived before the answer: revision %i of 5',
    async (revision) => {
      const { isBusy, begin, see } = setUp();
      see(5);
      await begin(mute, revision);
      expect(isBusy(mute)).toBe(false);
    },
  );

  it('is free as soon as a request without a command is answered', async () => {
    const { fake, send, isBusy } = setUp();
    const request = showCall('genesys:2');
    const sending = send(request);
    expect(isBusy(request)).toBe(true);
    fake.answer(succeed(null));
    await sending;
    expect(isBusy(request)).toBe(false);
  });

  it('is busy for the number as typed, even if the main process changes its notation', async () => {
    const { isBusy, begin, see } = setUp();
    const typed = dial('030 123456');
    await begin(typed, 1);
    expect(isBusy(typed)).toBe(true);
    see(1, command({ id: 'command-1', action: 'dial', subject: '+4930123456' }));
    expect(isBusy({ action: 'dial' })).toBe(true);
  });

  it('does not make other buttons busy', () => {
    const { fake, send, isBusy } = setUp();
    void send(mute);
    expect(isBusy(performOperation({ kind: 'hold', callId: 'genesys:1' }))).toBe(false);
    expect(isBusy(performOperation({ kind: 'mute', callId: 'genesys:2' }))).toBe(false);
    void send(performOperation({ kind: 'hold', callId: 'genesys:1' }));
    expect(fake.asked).toHaveLength(2);
    void send(removeAda);
    const removal = { kind: 'remove-participant', callId: 'genesys:1' } as const;
    expect(isBusy(performOperation({ ...removal, participantId: 'p2' }))).toBe(false);
  });

  it('is never busy for a tone, so pressing 5 twice sends two tones', () => {
    const { fake, send, isBusy } = setUp();
    const five = performOperation({ kind: 'send-tones', callId: 'genesys:1', tones: '5' });
    void send(five);
    expect(isBusy(five)).toBe(false);
    void send(five);
    expect(fake.asked).toHaveLength(2);
  });
});

describe('a request', () => {
  it('that is declined is kept until it is dismissed, and frees the button', async () => {
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

  it('removes an earlier refusal when it is sent again', async () => {
    const { fake, store, send } = setUp();
    const sending = send(mute);
    fake.answer(fail({ code: 'not-allowed' }));
    await sending;
    void send(mute);
    expect(store.getState().refusals).toEqual([]);
  });

  it('that could not be sent is reported', async () => {
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
    [
      performOperation({ kind: 'close-talkspace', callId: 'x' }),
      'performOperation close-talkspace x',
    ],
    [
      performOperation({ kind: 'transfer', callId: 'x', address: '15002' }),
      'performOperation transfer x 15002',
    ],
    [dial('15002'), 'dial 15002'],
    [startTalkSpace('talkspace'), 'startTalkSpace talkspace'],
    [
      startTalkSpace('talkspace', { greetingId: 'g', recordingId: 'r' }),
      'startTalkSpace talkspace g r',
    ],
    [createConference('conference', '15000'), 'createConference conference 15000'],
    [watchConference('conference', 'c'), 'watchConference conference c'],
    [performOnRecording('x', 'delete-call'), 'performOnRecording x delete-call'],
    [performOnRecording('x', 'keep-recording', 'r'), 'performOnRecording x keep-recording r'],
    [showCall('x'), 'showCall x'],
    [retryConnection('verba'), 'retryConnection verba'],
    [dismissCommand('c'), 'dismissCommand c'],
    [changePreference({ ringSound: false }), 'changePreference ringSound false'],
    [quit(false), 'quit false'],
  ])('of %o reaches the main process', (request, asked) => {
    const { fake, send } = setUp();
    void send(request);
    expect(fake.asked).toEqual([asked]);
  });
});

describe('a command that a snapshot shows', () => {
  function isBusyWith(sent: Parameters<typeof command>[0], about: RequestSubject): boolean {
    const snapshot = snapshotOf([telephoneCall()], { commands: [command(sent)] });
    return isUnderWay({ pending: [], snapshot }, about);
  }

  it('makes only its own button busy, even if it was started elsewhere', () => {
    const sent = { action: 'remove-participant', participantId: 'p1' } as const;
    expect(isBusyWith(sent, removeAda)).toBe(true);
    expect(isBusyWith(sent, { ...removeAda, participantId: 'p2' })).toBe(false);
    expect(isBusyWith(sent, mute)).toBe(false);
  });

  it('is distinguished from others of the same kind by its subject', () => {
    const sent = { action: 'add-participant', subject: '15001' } as const;
    expect(isBusyWith(sent, addAda)).toBe(true);
    expect(isBusyWith(sent, { ...addAda, subject: '15002' })).toBe(false);
    expect(isBusyWith(sent, { action: 'add-participant', callId: 'genesys:1' })).toBe(true);
  });

  it('no longer makes the button busy once it has failed', () => {
    expect(isBusyWith({ outcome: 'failed' }, mute)).toBe(false);
  });
});
