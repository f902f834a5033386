import { describe, expect, it } from 'vitest';
import { participant, telephoneCall } from '../../support/calls';
import { ACCEPTED, setUpService, settle } from '../../support/service-harness';

describe('removing a participant', () => {
  const pair = [
    participant('15001', { actions: ['remove'] }),
    participant('15001', { id: '15001#2', actions: ['remove'] }),
  ];

  it('is done when one participant with that number is gone', async () => {
    const app = setUpService();
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
    expect(app.reported).toEqual(['remove-participant sent']);
    app.see({ participants: pair.slice(0, 1) });
    await settle();
    expect(app.reported.at(-1)).toBe('remove-participant confirmed');
  });

  it('fails at once if the participant has already left', async () => {
    const app = setUpService();
    app.see({ participants: [participant('15002', { actions: ['remove'] })] });
    app.service.perform({
      kind: 'remove-participant',
      callId: 'genesys:a',
      participantId: '15001',
    });
    await settle();
    expect(app.reported).toEqual(['remove-participant failed gone']);
    expect(app.sent).toEqual([]);
  });
});

describe('a note about a call', () => {
  const attach = { kind: 'attach-wrap-up', callId: 'genesys:a' } as const;
  const actions = ['attach-wrap-up'] as const;

  it('is attached once in its current version, and counts as attached when the vendor reports it', async () => {
    const app = setUpService();
    app.see({ actions: [...actions] });
    app.store.setWrapUp('genesys:a', { note: 'two\nlines', outcome: '' });
    app.service.perform(attach);
    app.service.perform(attach);
    app.store.setWrapUp('genesys:a', { note: 'later', outcome: '' });
    await app.answer(ACCEPTED);
    expect(app.sent).toEqual([
      { ...attach, data: { SidetoneNote: 'two\nlines' }, replacesData: false },
    ]);
    expect(app.reported).toEqual(['attach-wrap-up sent']);
    const attachedData = [{ key: 'SidetoneNote', value: 'two lines', isText: true }];
    app.see({ actions: [...actions], attachedData });
    await settle();
    expect(app.reported.at(-1)).toBe('attach-wrap-up confirmed');
  });

  it('replaces an attached one, or removes it if the new one is empty', async () => {
    const app = setUpService();
    const attachedData = [{ key: 'SidetoneNote', value: 'old', isText: true }];
    app.see({ actions: [...actions], attachedData });
    app.store.setWrapUp('genesys:a', { note: '', outcome: 'Resolved' });
    app.service.perform(attach);
    await settle();
    expect(app.sent).toEqual([
      { ...attach, data: { SidetoneNote: '', SidetoneOutcome: 'Resolved' }, replacesData: true },
    ]);
  });

  it('replaces an attached one without attaching an empty outcome, and is then confirmed', async () => {
    const app = setUpService();
    const have = (value: string) =>
      app.see({
        actions: [...actions],
        attachedData: [{ key: 'SidetoneNote', value, isText: true }],
      });
    have('old');
    app.store.setWrapUp('genesys:a', { note: 'new', outcome: '' });
    app.service.perform(attach);
    await app.answer(ACCEPTED);
    expect(app.sent).toEqual([{ ...attach, data: { SidetoneNote: 'new' }, replacesData: true }]);
    have('new');
    await settle();
    expect(app.reported.at(-1)).toBe('attach-wrap-up confirmed');
  });

  it('counts as removed if the vendor drops an empty value', async () => {
    const app = setUpService();
    const attachedData = [{ key: 'SidetoneNote', value: 'old', isText: true }];
    app.see({ actions: [...actions], attachedData });
    app.store.setWrapUp('genesys:a', { note: '', outcome: '' });
    app.service.perform(attach);
    await app.answer(ACCEPTED);
    app.see({ actions: [...actions], attachedData: [] });
    await settle();
    expect(app.reported.at(-1)).toBe('attach-wrap-up confirmed');
  });

  it('cannot be attached if it is empty', async () => {
    const app = setUpService();
    app.see({ actions: [...actions] });
    app.service.perform(attach);
    await settle();
    expect(app.sent).toEqual([]);
    expect(app.reported).toEqual(['attach-wrap-up failed bad-input']);
  });
});

describe('a TalkSpace', () => {
  it('that was requested without an answer is confirmed when it appears', async () => {
    const app = setUpService();
    app.service.startConference('talkspace', {});
    await settle();
    expect(app.reported).toEqual(['start-talkspace sent', 'start-talkspace unknown no-answer']);
    const room = telephoneCall('r', { id: 'talkspace:r', line: 'talkspace' });
    app.store.apply({ kind: 'call-seen', call: room });
    expect(app.reported.at(-1)).toBe('start-talkspace confirmed');
  });

  it('to which a person is moved lists them only after they have joined', async () => {
    const app = setUpService();
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
    expect(app.reported).toEqual(['move-participant sent']);
    const joined = { ...target, participants: [participant('eta')] };
    app.store.apply({ kind: 'call-fetched', call: joined });
    expect(app.reported.at(-1)).toBe('move-participant confirmed');
  });

  it('that is closed reports who was disconnected', async () => {
    const app = setUpService();
    const room = telephoneCall('r', {
      id: 'talkspace:r',
      line: 'talkspace',
      participants: [participant('eta'), participant('theta')],
      actions: ['close-talkspace'],
    });
    app.store.apply({ kind: 'call-seen', call: room });
    app.service.perform({ kind: 'close-talkspace', callId: 'talkspace:r' });
    app.store.apply({ kind: 'call-ended', callId: 'talkspace:r', isStated: true });
    await settle();
    expect(app.commands()).toMatchObject([{ outcome: 'confirmed', target: 'eta, theta' }]);
    app.clock.advance(60_000);
    expect(app.commands()).toEqual([]);
  });

  it('sends nothing while the telephone is not connected', async () => {
    const app = setUpService();
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
    expect(app.reported).toEqual(['add-participant sent', 'add-participant confirmed']);
  });
});

describe('adding a person, who is shown before answering', () => {
  const callId = 'genesys:a';

  async function add() {
    const app = setUpService();
    app.see({ actions: ['add-participant'] });
    app.service.perform({ kind: 'add-participant', callId, address: '15009' });
    app.see({ participants: [participant('15009', { presence: 'calling' })] });
    await settle();
    expect(app.reported).toEqual(['add-participant sent', 'add-participant confirmed']);
    expect(app.commands()).toEqual([]);
    return app;
  }

  it('is reported as failed if they do not answer', async () => {
    const app = await add();
    app.clock.advance(60_000);
    await app.answer({ kind: 'failed', error: { code: 'not-reached' } });
    expect(app.commands()).toMatchObject([
      { action: 'add-participant', target: '15009', outcome: 'failed' },
    ]);
    expect(app.reported.at(-1)).toBe('add-participant failed not-reached');
  });

  it('is reported as unknown if there is no answer in the end', async () => {
    const app = await add();
    await app.answer({ kind: 'unknown', error: { code: 'no-answer' } });
    expect(app.reported.at(-1)).toBe('add-participant unknown no-answer');
  });

  it('is no longer reported after they have joined or the app has quit', async () => {
    const joined = await add();
    await joined.answer(ACCEPTED);
    expect(joined.reported).toHaveLength(2);
    const ended = await add();
    ended.runner.dispose();
    await ended.answer({ kind: 'failed', error: { code: 'not-reached' } });
    expect(ended.reported).toHaveLength(2);
  });

  it('fails if a late answer refuses it and nothing was shown', async () => {
    const app = setUpService();
    app.see({ actions: ['add-participant'] });
    app.service.perform({ kind: 'add-participant', callId, address: '15009' });
    app.clock.advance(10_000);
    await settle();
    expect(app.reported.at(-1)).toBe('add-participant unknown no-answer');
    await app.answer({ kind: 'failed', error: { code: 'forbidden' } });
    expect(app.reported.at(-1)).toBe('add-participant failed forbidden');
  });
});

describe('transferring a call', () => {
  const actions = ['transfer'] as const;

  async function transfer() {
    const app = setUpService();
    app.see({ actions: [...actions] });
    app.service.perform({ kind: 'transfer', callId: 'genesys:a', address: '15009' });
    app.see({ state: 'ended' });
    await settle();
    return app;
  }

  it('is reported as failed if the call ended because the caller hung up', async () => {
    const app = await transfer();
    await app.answer({ kind: 'failed', error: { code: 'gone' } });
    // Until the agent dismisses it.
    app.clock.advance(60_000);
    expect(app.commands()).toMatchObject([{ action: 'transfer', outcome: 'failed' }]);
  });

  it('stays confirmed if the service accepted it', async () => {
    const app = await transfer();
    await app.answer(ACCEPTED);
    expect(app.reported).toEqual(['transfer sent', 'transfer confirmed']);
  });
});

describe('tones', () => {
  it('are sent one by one, even if the same key is pressed twice', async () => {
    const app = setUpService();
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
    // No state shows a tone, so only the vendor's answer counts.
    expect(app.reported.filter((line) => line === 'send-tones confirmed')).toHaveLength(3);
    expect(app.commands()).toEqual([]);
  });

  it.each([
    ['do not wait long for one that hangs', undefined],
    ['are not sent after one that may be missing', 'unknown'],
    ['are not sent after one that was refused', 'failed'],
  ] as const)('%s', async (_what, kind) => {
    const app = setUpService();
    app.see({ actions: ['send-tones'] });
    const press = (tones: string) =>
      app.service.perform({ kind: 'send-tones', callId: 'genesys:a', tones });
    for (const tones of ['1', '2', '3']) press(tones);
    await settle();
    if (kind === undefined) app.clock.advance(5_000);
    else await app.answer({ kind, error: { code: 'no-answer' } });
    await settle();
    expect(app.sent).toMatchObject([{ tones: '1' }]);
    expect(app.reported.slice(-2)).toEqual(Array(2).fill('send-tones failed not-sent'));
    // The agent knows, so the next press is sent at once.
    press('4');
    await settle();
    expect(app.sent).toMatchObject([{ tones: '1' }, { tones: '4' }]);
  });
});

describe('transferring a call after consulting', () => {
  it.each([
    ['genesys:a', 'genesys:b'],
    ['genesys:b', 'genesys:a'],
  ])('names the colleague, from %s', async (callId, otherCallId) => {
    const app = setUpService();
    const actions = ['complete-transfer'] as const;
    app.see({ state: 'held', actions: [...actions], participants: [participant('15001')] });
    const consultation = telephoneCall('b', {
      parentCallId: 'genesys:a',
      actions: [...actions],
      participants: [participant('15002')],
    });
    app.store.apply({ kind: 'call-seen', call: consultation });
    app.service.perform({ kind: 'complete-transfer', callId, otherCallId });
    await settle();
    expect(app.commands()).toMatchObject([{ action: 'complete-transfer', target: '15002' }]);
  });
});

describe('merging two calls, or connecting them', () => {
  it.each(['complete-conference', 'complete-transfer'] as const)(
    'is refused if the other one has ended: %s',
    async (kind) => {
      const app = setUpService();
      app.see({ actions: [kind] });
      app.store.apply({ kind: 'call-seen', call: telephoneCall('b', { state: 'held' }) });
      app.store.apply({ kind: 'call-ended', callId: 'genesys:b', isStated: true });
      app.service.perform({ kind, callId: 'genesys:a', otherCallId: 'genesys:b' });
      await settle();
      expect(app.sent).toEqual([]);
      expect(app.reported).toEqual([`${kind} failed gone`]);
    },
  );
});

it.each([
  ['its consultation', 'a', telephoneCall('b', { parentCallId: 'genesys:a' })],
  ['the second of two unrelated calls', 'a', telephoneCall('b')],
  ['the first of two unrelated calls', 'b', telephoneCall('b')],
] as const)(
  'a conference without an answer is not reported as not done while %s may have ended',
  async (_name, kept, second) => {
    const app = setUpService();
    const first = telephoneCall('a', { state: 'held', actions: ['complete-conference'] });
    const fetched = (...calls: (typeof first)[]) =>
      app.store.apply({ kind: 'line-fetched', line: 'genesys', calls, isComplete: true });
    fetched(first, second);
    const operation = { kind: 'complete-conference', callId: 'genesys:a' } as const;
    app.service.perform({ ...operation, otherCallId: 'genesys:b' });
    await app.answer({ kind: 'unknown', error: { code: 'no-answer' } });
    app.clock.advance(8_000);
    const remaining = kept === 'a' ? first : second;
    fetched(remaining);
    expect(app.reported.at(-1)).toBe('complete-conference unknown no-answer');
    fetched(remaining);
    expect(app.reported.at(-1)).toBe('complete-conference confirmed');
  },
);

describe('dialing', () => {
  it('fails although another call comes in and is answered meanwhile', async () => {
    const app = setUpService();
    app.service.dial('15009');
    app.see({ state: 'ringing', direction: 'inbound' });
    app.see({ direction: 'inbound' });
    await app.answer({ kind: 'failed', error: { code: 'refused' } });
    expect(app.reported).toEqual(['dial sent', 'dial failed refused']);
  });

  it('is done when a new call appears', async () => {
    const app = setUpService();
    app.see();
    app.service.dial('15009');
    app.service.dial('15009');
    await app.answer(ACCEPTED);
    app.see({ isMuted: true });
    expect(app.reported).toEqual(['dial sent']);
    app.store.apply({ kind: 'call-seen', call: telephoneCall('b', { state: 'dialing' }) });
    await settle();
    expect(app.reported).toEqual(['dial sent', 'dial confirmed']);
  });

  it('fails at once without a telephone', async () => {
    const app = setUpService();
    app.store.setConnection('genesys', 'error');
    app.service.dial('15009');
    await settle();
    expect(app.reported).toEqual(['dial failed not-connected']);
  });
});
