import { beforeEach, describe, expect, it } from 'vitest';
import type { Participant } from '../../../contract/call-model';
import type { CallOperation } from '../../../contract/call-operations';
import type { Command } from '../../../contract/commands';
import type { VendorCall } from '../../../main/calls/call-events';
import { createCallService } from '../../../main/calls/call-service';
import { createCommandRunner } from '../../../main/calls/commands';
import type { Answer } from '../../../main/calls/ports';
import { createCallStore } from '../../../main/calls/store';
import { participant, telephoneCall } from '../../support/calls';
import { createManualClock } from '../../support/manual-clock';

const ACCEPTED: Answer = { kind: 'accepted', value: null };

/** The call service over vendors that answer when the test says so. */
function setUp() {
  const clock = createManualClock();
  const store = createCallStore(clock);
  const told: string[] = [];
  const sent: CallOperation[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  let refreshes = 0;
  let nextId = 0;
  const idle = {
    start: () => undefined,
    retry: () => undefined,
    refresh: () => {
      refreshes += 1;
    },
    stop: () => Promise.resolve(),
  };
  const runner = createCommandRunner({
    store,
    clock,
    createId: () => `command-${++nextId}`,
    onChange: ({ action, outcome, error }) =>
      told.push([action, outcome, error?.code].filter(Boolean).join(' ')),
  });
  const perform = (operation: CallOperation): Promise<Answer> => {
    sent.push(operation);
    return new Promise((resolve) => answers.push(resolve));
  };
  const service = createCallService({
    store,
    runner,
    clock,
    telephony: {
      ...idle,
      renew: () => undefined,
      perform,
      dial: () => new Promise((resolve) => answers.push(resolve)),
    },
    talkSpaces: {
      ...idle,
      perform,
      open: () =>
        Promise.resolve({ kind: 'no-answer', error: { code: 'no-answer' } } satisfies Answer),
    },
  });
  store.setConnection('genesys', 'connected');
  return {
    clock,
    store,
    service,
    runner,
    told,
    sent,
    refreshes: () => refreshes,
    commands: (): readonly Command[] => store.getState().commands,
    see: (changes: Parameters<typeof telephoneCall>[1] = {}) => {
      store.apply({ kind: 'call-seen', call: telephoneCall('a', changes) });
    },
    /** Answers the oldest request, and waits until that has been taken in. */
    answer: async (answer: Answer) => {
      answers.shift()!(answer);
      await settle();
    },
  };
}

/** Lets all promises that are settled run on. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('a command', () => {
  let app: ReturnType<typeof setUp>;
  beforeEach(() => {
    app = setUp();
    app.see();
  });

  it('is confirmed by the state that it aims at, not by the answer', async () => {
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    await app.answer(ACCEPTED);
    expect(app.told).toEqual(['mute sent']);
    expect(app.commands()[0]).toMatchObject({ action: 'mute', outcome: 'sent' });
    app.see({ isMuted: true, actions: ['unmute'] });
    await settle();
    expect(app.told).toEqual(['mute sent', 'mute confirmed']);
    expect(app.commands()).toEqual([]);
  });

  it('is confirmed when the news overtake the answer', async () => {
    app.service.perform({ kind: 'hold', callId: 'genesys:a' });
    app.see({ state: 'held', isHeld: true });
    await app.answer(ACCEPTED);
    expect(app.told).toEqual(['hold sent', 'hold confirmed']);
  });

  it('is one request however often it is asked for while it is under way', async () => {
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    await app.answer(ACCEPTED);
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    expect(app.sent).toHaveLength(1);
  });

  it('fails with the words of the vendor and changes nothing', async () => {
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    await app.answer({ kind: 'refused', error: { code: 'refused', detail: 'Not registered' } });
    expect(app.commands()[0]).toMatchObject({
      outcome: 'failed',
      error: { code: 'refused', detail: 'Not registered' },
    });
    expect(app.store.getState().calls.known.get('genesys:a')!.isMuted).toBe(false);
  });

  it('is unknown when no answer came, and has the state read', async () => {
    app.service.perform({ kind: 'hold', callId: 'genesys:a' });
    await app.answer({ kind: 'no-answer', error: { code: 'no-answer' } });
    expect(app.told).toEqual(['hold sent', 'hold unknown no-answer']);
    expect(app.refreshes()).toBe(1);
    // The state that was read shows it: the agent is told the good news, and not asked to dismiss.
    app.see({ state: 'held', isHeld: true });
    expect(app.told.at(-1)).toBe('hold confirmed');
    expect(app.commands()).toEqual([]);
  });

  it('that stays unknown is told as not done when the state was read in the end', async () => {
    app.service.perform({ kind: 'hold', callId: 'genesys:a' });
    await app.answer({ kind: 'no-answer', error: { code: 'no-answer' } });
    const readNow = () =>
      app.store.apply({ kind: 'line-read', line: 'genesys', calls: [telephoneCall('a')] });
    // Too early: the vendor may be slow, and do it yet.
    readNow();
    expect(app.told.at(-1)).toBe('hold unknown no-answer');
    app.clock.advance(8_000);
    expect(app.refreshes()).toBe(2);
    readNow();
    expect(app.told.at(-1)).toBe('hold failed not-done');
    expect(app.clock.pending()).toEqual([]);
    app.see({ state: 'held', isHeld: true });
    expect(app.told.at(-1)).toBe('hold failed not-done');
  });

  it('that stays unknown and was done after all is told as done', async () => {
    app.service.perform({ kind: 'hold', callId: 'genesys:a' });
    await app.answer({ kind: 'no-answer', error: { code: 'no-answer' } });
    app.clock.advance(8_000);
    const held = telephoneCall('a', { state: 'held', isHeld: true });
    app.store.apply({ kind: 'line-read', line: 'genesys', calls: [held] });
    expect(app.told.at(-1)).toBe('hold confirmed');
    expect(app.commands()).toEqual([]);
  });

  it('is unknown when the vendor said yes and nothing came of it in time', async () => {
    app.service.perform({ kind: 'hold', callId: 'genesys:a' });
    await app.answer(ACCEPTED);
    app.clock.advance(10_000);
    await settle();
    expect(app.told).toEqual(['hold sent', 'hold unknown no-answer']);
    expect(app.refreshes()).toBe(1);
  });

  it('fails when the call ends before it was done', async () => {
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    await app.answer(ACCEPTED);
    app.store.apply({ kind: 'call-ended', callId: 'genesys:a' });
    await settle();
    expect(app.told).toEqual(['mute sent', 'mute failed gone']);
  });

  it('to hang up is done when the call has ended', async () => {
    app.service.perform({ kind: 'hang-up', callId: 'genesys:a' });
    app.store.apply({ kind: 'call-ended', callId: 'genesys:a' });
    await settle();
    expect(app.told).toEqual(['hang-up sent', 'hang-up confirmed']);
  });

  it.each([
    ['for a call that is gone', 'genesys:zzz', 'gone'],
    ['that the vendor does not allow now', 'genesys:a', 'not-allowed'],
  ])('%s fails at once and sends nothing', async (_case, callId, code) => {
    app.service.perform({ kind: 'retrieve', callId: callId });
    await settle();
    expect(app.told).toEqual([`retrieve failed ${code}`]);
    expect(app.sent).toEqual([]);
  });

  it('sends nothing while the state of the telephone is not known', async () => {
    app.store.setConnection('genesys', 'reconnecting');
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    await settle();
    expect(app.told).toEqual(['mute failed not-connected']);
    expect(app.sent).toEqual([]);
  });

  it('takes an older failure of the same kind away when it is tried again', async () => {
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    await app.answer({ kind: 'refused', error: { code: 'refused' } });
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    expect(app.commands()).toMatchObject([{ outcome: 'sent' }]);
  });

  it('leaves no timer behind when the app ends', () => {
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    app.runner.dispose();
    expect(app.clock.pending()).toEqual([]);
  });
});

describe('a command whose answer never came', () => {
  const NO_ANSWER: Answer = { kind: 'no-answer', error: { code: 'no-answer' } };
  const room = (id: string, participants: Participant[] = []): VendorCall =>
    telephoneCall(id, {
      id: `talkspace:${id}`,
      line: 'talkspace',
      participants,
      actions: ['add-participant'],
    });
  const eta = participant('eta', { actions: ['mute', 'move', 'remove'] });
  const callId = 'talkspace:r';
  let app: ReturnType<typeof setUp>;
  beforeEach(() => {
    app = setUp();
    app.store.apply({ kind: 'call-seen', call: room('r', [eta]) });
    app.store.apply({ kind: 'call-seen', call: room('s') });
  });

  async function ask(operation: CallOperation): Promise<void> {
    app.service.perform(operation);
    await settle();
    await app.answer(NO_ANSWER);
    app.clock.advance(8_000);
  }
  function read(call: VendorCall): void {
    app.store.apply({ kind: 'call-read', call });
  }

  it.each<[string, CallOperation]>([
    ['adding somebody', { kind: 'add-participant', callId, address: 'theta' }],
    ['muting somebody', { kind: 'mute-participant', callId, participantId: 'eta' }],
  ])(
    'stays unknown for %s in a TalkSpace, of which no reading tells that',
    async (_name, asked) => {
      await ask(asked);
      read(room('r', [eta]));
      expect(app.told.at(-1)).toBe(`${asked.kind} unknown no-answer`);
      read(room('r', [{ ...eta, isMuted: true }, participant('theta')]));
      expect(app.told.at(-1)).toBe(`${asked.kind} confirmed`);
    },
  );

  it('is found out for removing who has joined, and not for who is still being called', async () => {
    const theta = participant('theta', { presence: 'calling', actions: ['remove'] });
    const call = room('r', [eta, theta]);
    read(call);
    await ask({ kind: 'remove-participant', callId, participantId: 'theta' });
    read(call);
    expect(app.told.at(-1)).toBe('remove-participant unknown no-answer');
    await ask({ kind: 'remove-participant', callId, participantId: 'eta' });
    read(call);
    expect(app.told.at(-1)).toBe('remove-participant failed not-done');
  });

  it('is found out for a move where the participant was to go, not where they were', async () => {
    const toCallId = 'talkspace:s';
    await ask({ kind: 'move-participant', callId, participantId: 'eta', toCallId });
    read(room('r'));
    expect(app.told.at(-1)).toBe('move-participant unknown no-answer');
    read(room('s'));
    expect(app.told.at(-1)).toBe('move-participant failed not-done');
  });

  it('stays unknown where it shows in no state of the call', async () => {
    app.see({ actions: ['send-tones'] });
    await ask({ kind: 'send-tones', callId: 'genesys:a', tones: '5' });
    app.store.apply({ kind: 'line-read', line: 'genesys', calls: [telephoneCall('a')] });
    expect(app.told.at(-1)).toBe('send-tones unknown no-answer');
  });
});

describe('removing a participant', () => {
  const pair = [
    participant('15001', { actions: ['remove'] }),
    participant('15001', { id: '15001#2', actions: ['remove'] }),
  ];

  it('is done when one fewer with that number is there', async () => {
    const app = setUp();
    app.see({ participants: pair });
    app.service.perform({
      kind: 'remove-participant',
      callId: 'genesys:a',
      participantId: '15001#2',
    });
    await app.answer(ACCEPTED);
    expect(app.sent).toEqual([
      { kind: 'remove-participant', callId: 'genesys:a', participantId: '15001#2' },
    ]);
    expect(app.told).toEqual(['remove-participant sent']);
    app.see({ participants: pair.slice(0, 1) });
    await settle();
    expect(app.told.at(-1)).toBe('remove-participant confirmed');
  });

  it('fails at once when the participant has gone already', async () => {
    const app = setUp();
    app.see({ participants: [participant('15002', { actions: ['remove'] })] });
    app.service.perform({
      kind: 'remove-participant',
      callId: 'genesys:a',
      participantId: '15001',
    });
    await settle();
    expect(app.told).toEqual(['remove-participant failed gone']);
    expect(app.sent).toEqual([]);
  });
});

describe('a TalkSpace', () => {
  it('that was asked for without an answer is confirmed when it turns up', async () => {
    const app = setUp();
    app.service.startTalkSpace({});
    await settle();
    expect(app.told).toEqual(['start-talkspace sent', 'start-talkspace unknown no-answer']);
    const room = telephoneCall('r', { id: 'talkspace:r', line: 'talkspace' });
    app.store.apply({ kind: 'call-seen', call: room });
    expect(app.told.at(-1)).toBe('start-talkspace confirmed');
  });

  it('that somebody is moved to has them only when they have joined it', async () => {
    const app = setUp();
    const called = participant('eta', { presence: 'calling' });
    const target = telephoneCall('s', {
      id: 'talkspace:s',
      line: 'talkspace',
      participants: [called],
    });
    const source = telephoneCall('r', {
      id: 'talkspace:r',
      line: 'talkspace',
      participants: [participant('eta', { actions: ['move'] })],
    });
    for (const call of [target, source]) app.store.apply({ kind: 'call-seen', call });
    app.service.perform({
      kind: 'move-participant',
      callId: 'talkspace:r',
      participantId: 'eta',
      toCallId: 'talkspace:s',
    });
    await app.answer(ACCEPTED);
    expect(app.told).toEqual(['move-participant sent']);
    const joined = { ...target, participants: [participant('eta')] };
    app.store.apply({ kind: 'call-read', call: joined });
    expect(app.told.at(-1)).toBe('move-participant confirmed');
  });

  it('that is closed says whom that disconnected', async () => {
    const app = setUp();
    const room = telephoneCall('r', {
      id: 'talkspace:r',
      line: 'talkspace',
      participants: [participant('eta'), participant('theta')],
      actions: ['close-talkspace'],
    });
    app.store.apply({ kind: 'call-seen', call: room });
    app.service.perform({ kind: 'close-talkspace', callId: 'talkspace:r' });
    app.store.apply({ kind: 'call-ended', callId: 'talkspace:r' });
    await settle();
    expect(app.commands()).toMatchObject([{ outcome: 'confirmed', target: 'eta, theta' }]);
    app.clock.advance(60_000);
    expect(app.commands()).toEqual([]);
  });

  it('asks nothing of a telephone that is not connected', async () => {
    const app = setUp();
    app.store.setConnection('genesys', 'reconnecting');
    const room = telephoneCall('r', {
      id: 'talkspace:r',
      line: 'talkspace',
      actions: ['add-participant'],
    });
    app.store.apply({ kind: 'call-seen', call: room });
    const callId = 'talkspace:r';
    app.service.perform({ kind: 'add-participant', callId, address: 'theta' });
    app.store.apply({
      kind: 'call-seen',
      call: { ...room, participants: [participant('theta', { presence: 'calling' })] },
    });
    await settle();
    expect(app.told).toEqual(['add-participant sent', 'add-participant confirmed']);
  });
});

describe('adding somebody, which shows before they have answered,', () => {
  const callId = 'genesys:a';

  async function add() {
    const app = setUp();
    app.see({ actions: ['add-participant'] });
    app.service.perform({ kind: 'add-participant', callId, address: '15009' });
    app.see({ participants: [participant('15009', { presence: 'calling' })] });
    await settle();
    expect(app.told).toEqual(['add-participant sent', 'add-participant confirmed']);
    expect(app.commands()).toEqual([]);
    return app;
  }

  it('is told to have failed when they do not answer', async () => {
    const app = await add();
    app.clock.advance(60_000);
    await app.answer({ kind: 'refused', error: { code: 'not-reached' } });
    expect(app.commands()).toMatchObject([
      { action: 'add-participant', target: '15009', outcome: 'failed' },
    ]);
    expect(app.told.at(-1)).toBe('add-participant failed not-reached');
  });

  it('is told to be unknown when no answer comes in the end', async () => {
    const app = await add();
    await app.answer({ kind: 'no-answer', error: { code: 'no-answer' } });
    expect(app.told.at(-1)).toBe('add-participant unknown no-answer');
  });

  it('is told no more when they have joined, or the app ends', async () => {
    const joined = await add();
    await joined.answer(ACCEPTED);
    expect(joined.told).toHaveLength(2);
    const ended = await add();
    ended.runner.dispose();
    await ended.answer({ kind: 'refused', error: { code: 'not-reached' } });
    expect(ended.told).toHaveLength(2);
  });

  it('fails after all when the answer comes late and nothing showed', async () => {
    const app = setUp();
    app.see({ actions: ['add-participant'] });
    app.service.perform({ kind: 'add-participant', callId, address: '15009' });
    app.clock.advance(10_000);
    await settle();
    expect(app.told.at(-1)).toBe('add-participant unknown no-answer');
    await app.answer({ kind: 'refused', error: { code: 'forbidden' } });
    expect(app.told.at(-1)).toBe('add-participant failed forbidden');
  });
});

describe('tones', () => {
  it('are each sent, one after the other, also when the same is pressed twice', async () => {
    const app = setUp();
    app.see({ actions: ['send-tones'] });
    for (const tones of ['5', '5', '#']) {
      app.service.perform({ kind: 'send-tones', callId: 'genesys:a', tones });
    }
    await settle();
    expect(app.sent).toMatchObject([{ tones: '5' }]);
    await app.answer(ACCEPTED);
    expect(app.sent).toMatchObject([{ tones: '5' }, { tones: '5' }]);
    await app.answer(ACCEPTED);
    await app.answer(ACCEPTED);
    expect(app.sent).toMatchObject([{ tones: '5' }, { tones: '5' }, { tones: '#' }]);
    // No state shows a tone, so the vendor's answer is all there is to it.
    expect(app.told.filter((line) => line === 'send-tones confirmed')).toHaveLength(3);
    expect(app.commands()).toEqual([]);
  });
});

describe('dialling', () => {
  it('is done when a call comes up that was not there before', async () => {
    const app = setUp();
    app.see();
    app.service.dial('15009');
    app.service.dial('15009');
    await app.answer(ACCEPTED);
    app.see({ isMuted: true });
    expect(app.told).toEqual(['dial sent']);
    app.store.apply({ kind: 'call-seen', call: telephoneCall('b', { state: 'dialing' }) });
    await settle();
    expect(app.told).toEqual(['dial sent', 'dial confirmed']);
  });

  it('fails at once without a telephone', async () => {
    const app = setUp();
    app.store.setConnection('genesys', 'error');
    app.service.dial('15009');
    await settle();
    expect(app.told).toEqual(['dial failed not-connected']);
  });
});
