import { beforeEach, describe, expect, it } from 'vitest';
import type { Participant } from '../../../contract/call-model';
import type { CallOperation } from '../../../contract/call-operations';
import type { VendorCall } from '../../../main/calls/call-events';
import type { Plan } from '../../../main/calls/command-plan';
import { createCommandRunner } from '../../../main/calls/commands';
import type { Outcome } from '../../../contract/outcome';
import { createCallStore } from '../../../main/calls/store';
import { participant, telephoneCall } from '../../support/calls';
import { createManualClock } from '../../support/manual-clock';
import { ACCEPTED, setUpService, settle } from '../../support/service-harness';

describe('a command', () => {
  let app: ReturnType<typeof setUpService>;
  beforeEach(() => {
    app = setUpService();
    app.see();
  });

  it('is confirmed by the expected state, not by the answer', async () => {
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    await app.answer(ACCEPTED);
    expect(app.reported).toEqual(['mute sent']);
    expect(app.commands()[0]).toMatchObject({ action: 'mute', outcome: 'sent' });
    app.see({ isMuted: true, actions: ['unmute'] });
    await settle();
    expect(app.reported).toEqual(['mute sent', 'mute confirmed']);
    expect(app.commands()).toEqual([]);
  });

  it('is confirmed if the notification overtakes the answer', async () => {
    app.service.perform({ kind: 'hold', callId: 'genesys:a' });
    app.see({ state: 'held', isHeld: true });
    await app.answer(ACCEPTED);
    expect(app.reported).toEqual(['hold sent', 'hold confirmed']);
  });

  // The answer takes several microtasks, and the state can change in any of them.
  it.each(Array.from({ length: 12 }, (_, turns) => turns))(
    'is confirmed if the state shows it %i microtasks after a lost answer',
    async (turns) => {
      app.service.perform({ kind: 'hold', callId: 'genesys:a' });
      const answered = app.answer({ kind: 'unknown', error: { code: 'no-answer' } });
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      app.see({ state: 'held', isHeld: true });
      await answered;
      expect(app.reported.at(-1)).toBe('hold confirmed');
      expect(app.commands()).toEqual([]);
    },
  );

  it('is one request, however often it is started while it is pending', async () => {
    const { commandId } = app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    await app.answer(ACCEPTED);
    const again = app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    expect(again.commandId).toBe(commandId);
    expect(app.sent).toHaveLength(1);
  });

  it('is another one for another participant of the same call', () => {
    const people = ['eta', 'theta'].map((name) => participant(name, { actions: ['remove'] }));
    app.see({ participants: people });
    const remove = { kind: 'remove-participant', callId: 'genesys:a' } as const;
    app.service.perform({ ...remove, participantId: 'eta' });
    app.service.perform({ ...remove, participantId: 'theta' });
    expect(app.sent).toMatchObject([{ participantId: 'eta' }, { participantId: 'theta' }]);
  });

  it.each([
    ['under way', 'mute', 'sent'],
    ['refused at once', 'answer', 'failed'],
  ] as const)('is in the snapshot of the revision that it returns: %s', (_what, kind, outcome) => {
    const { commandId, revision } = app.service.perform({ kind, callId: 'genesys:a' });
    expect(app.store.getState().revision).toBe(revision);
    expect(app.commands()).toMatchObject([{ id: commandId, outcome }]);
  });

  it('fails with the vendor’s message and changes nothing', async () => {
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    await app.answer({ kind: 'failed', error: { code: 'refused', detail: 'Not registered' } });
    expect(app.commands()[0]).toMatchObject({
      outcome: 'failed',
      error: { code: 'refused', detail: 'Not registered' },
    });
    expect(app.store.getState().calls.known.get('genesys:a')!.isMuted).toBe(false);
  });

  it('is unknown without an answer, and triggers a fetch of the state', async () => {
    app.service.perform({ kind: 'hold', callId: 'genesys:a' });
    await app.answer({ kind: 'unknown', error: { code: 'no-answer' } });
    expect(app.reported).toEqual(['hold sent', 'hold unknown no-answer']);
    expect(app.refreshes()).toBe(1);
    // The fetched state confirms it, so the agent sees the success and has nothing to dismiss.
    app.see({ state: 'held', isHeld: true });
    expect(app.reported.at(-1)).toBe('hold confirmed');
    expect(app.commands()).toEqual([]);
  });

  it('that stays unknown is reported as not done after the state was fetched late enough', async () => {
    app.service.perform({ kind: 'hold', callId: 'genesys:a' });
    await app.answer({ kind: 'unknown', error: { code: 'no-answer' } });
    const readNow = () =>
      app.store.apply({
        kind: 'line-fetched',
        line: 'genesys',
        calls: [telephoneCall('a')],
        isComplete: true,
      });
    // Too early, because a slow vendor may still do it.
    readNow();
    expect(app.reported.at(-1)).toBe('hold unknown no-answer');
    app.clock.advance(8_000);
    expect(app.refreshes()).toBe(2);
    readNow();
    expect(app.reported.at(-1)).toBe('hold failed not-done');
    expect(app.clock.pending()).toEqual([]);
    app.see({ state: 'held', isHeld: true });
    expect(app.reported.at(-1)).toBe('hold failed not-done');
  });

  it('stays unknown if only another line was fetched', async () => {
    app.service.dial('15009');
    await app.answer({ kind: 'unknown', error: { code: 'no-answer' } });
    app.clock.advance(8_000);
    const fetched = { kind: 'line-fetched', calls: [], isComplete: true } as const;
    app.store.apply({ ...fetched, line: 'talkspace' });
    expect(app.reported.at(-1)).toBe('dial unknown no-answer');
    app.store.apply({ ...fetched, line: 'genesys' });
    expect(app.reported.at(-1)).toBe('dial failed not-done');
  });

  it('to hang up is not reported as done after one answer without the call', async () => {
    app.service.perform({ kind: 'hang-up', callId: 'genesys:a' });
    await app.answer({ kind: 'unknown', error: { code: 'no-answer' } });
    app.clock.advance(8_000);
    const lack = () =>
      app.store.apply({ kind: 'line-fetched', line: 'genesys', calls: [], isComplete: true });
    lack();
    expect(app.reported.at(-1)).toBe('hang-up unknown no-answer');
    lack();
    expect(app.reported.at(-1)).toBe('hang-up confirmed');
  });

  it('that stays unknown is reported as done once the state shows it', async () => {
    app.service.perform({ kind: 'hold', callId: 'genesys:a' });
    await app.answer({ kind: 'unknown', error: { code: 'no-answer' } });
    app.clock.advance(8_000);
    const held = telephoneCall('a', { state: 'held', isHeld: true });
    app.store.apply({ kind: 'line-fetched', line: 'genesys', calls: [held], isComplete: true });
    expect(app.reported.at(-1)).toBe('hold confirmed');
    expect(app.commands()).toEqual([]);
  });

  it('is unknown if the vendor accepted it and nothing happened in time', async () => {
    app.service.perform({ kind: 'hold', callId: 'genesys:a' });
    await app.answer(ACCEPTED);
    app.clock.advance(10_000);
    await settle();
    expect(app.reported).toEqual(['hold sent', 'hold unknown no-answer']);
    expect(app.refreshes()).toBe(1);
  });

  it('reports no failure if the vendor accepted it and the call ends before the effect', async () => {
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    await app.answer(ACCEPTED);
    app.store.apply({ kind: 'call-ended', callId: 'genesys:a', isStated: true });
    await settle();
    expect(app.reported).toEqual(['mute sent', 'mute confirmed']);
    expect(app.commands()).toEqual([]);
  });

  it.each([
    [ACCEPTED, 'mute confirmed'],
    [{ kind: 'failed', error: { code: 'not-found' } }, 'mute failed not-found'],
    // The remedy "Wait until the call changes" would no longer help.
    [{ kind: 'failed', error: { code: 'not-allowed' } }, 'mute failed gone'],
    [{ kind: 'unknown', error: { code: 'no-answer' } }, 'mute unknown no-answer'],
  ] as const)(
    'follows the vendor’s answer if the call has ended before it: %j',
    async (answer, reported) => {
      app.service.perform({ kind: 'mute', callId: 'genesys:a' });
      app.store.apply({ kind: 'call-ended', callId: 'genesys:a', isStated: true });
      await settle();
      expect(app.reported).toEqual(['mute sent']);
      await app.answer(answer);
      expect(app.reported).toEqual(['mute sent', reported]);
    },
  );

  it('to hang up is done once the call has ended', async () => {
    app.service.perform({ kind: 'hang-up', callId: 'genesys:a' });
    app.store.apply({ kind: 'call-ended', callId: 'genesys:a', isStated: true });
    await settle();
    expect(app.reported).toEqual(['hang-up sent', 'hang-up confirmed']);
  });

  it.each([
    ['for a call that is gone', 'genesys:zzz', 'gone'],
    ['that the vendor does not allow now', 'genesys:a', 'not-allowed'],
  ])('%s fails at once and sends nothing', async (_case, callId, code) => {
    app.service.perform({ kind: 'retrieve', callId: callId });
    await settle();
    expect(app.reported).toEqual([`retrieve failed ${code}`]);
    expect(app.sent).toEqual([]);
  });

  it('sends nothing while the state of the telephone is unknown', async () => {
    app.store.setConnection('genesys', 'reconnecting');
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    await settle();
    expect(app.reported).toEqual(['mute failed not-connected']);
    expect(app.sent).toEqual([]);
  });

  it('removes an earlier failure of the same kind when it is tried again', async () => {
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    await app.answer({ kind: 'failed', error: { code: 'refused' } });
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    expect(app.commands()).toMatchObject([{ outcome: 'sent' }]);
  });

  it('leaves no timer behind when the app quits', () => {
    app.service.perform({ kind: 'mute', callId: 'genesys:a' });
    app.runner.dispose();
    expect(app.clock.pending()).toEqual([]);
  });

  const callId = 'genesys:a';
  it.each<[CallOperation, Outcome]>([
    [
      { kind: 'mute', callId },
      { kind: 'unknown', error: { code: 'no-answer' } },
    ],
    [
      { kind: 'mute', callId },
      { kind: 'failed', error: { code: 'refused' } },
    ],
    // A success is shown for a while.
    [{ kind: 'stop-playing', callId }, ACCEPTED],
  ])(
    'answered after the app has quit changes nothing and leaves nothing behind: %j, %j',
    async (asked, answer) => {
      app.see({ actions: ['mute', 'stop-playing'] });
      app.service.perform(asked);
      app.runner.dispose();
      const { revision } = app.store.getState();
      await app.answer(answer);
      expect(app.reported).toEqual([`${asked.kind} sent`]);
      expect(app.store.getState().revision).toBe(revision);
      expect(app.clock.pending()).toEqual([]);
    },
  );
});

describe('a command whose answer never came', () => {
  const NO_ANSWER: Outcome = { kind: 'unknown', error: { code: 'no-answer' } };
  const room = (id: string, participants: Participant[] = []): VendorCall =>
    telephoneCall(id, {
      id: `talkspace:${id}`,
      line: 'talkspace',
      participants,
      actions: ['add-participant'],
    });
  const eta = participant('eta', { actions: ['mute', 'move', 'remove'] });
  const callId = 'talkspace:r';
  let app: ReturnType<typeof setUpService>;
  beforeEach(() => {
    app = setUpService();
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
    app.store.apply({ kind: 'call-fetched', call });
  }

  it.each<[string, CallOperation]>([
    ['adding somebody', { kind: 'add-participant', callId, address: 'theta' }],
    ['muting somebody', { kind: 'mute-participant', callId, participantId: 'eta' }],
  ])('stays unknown for %s in a TalkSpace, because no fetch shows it', async (_name, asked) => {
    await ask(asked);
    read(room('r', [eta]));
    expect(app.reported.at(-1)).toBe(`${asked.kind} unknown no-answer`);
    read(room('r', [{ ...eta, isMuted: true }, participant('theta')]));
    expect(app.reported.at(-1)).toBe(`${asked.kind} confirmed`);
  });

  it('is settled for removing a person who has joined, but not one who is still being called', async () => {
    const theta = participant('theta', { presence: 'calling', actions: ['remove'] });
    const call = room('r', [eta, theta]);
    read(call);
    await ask({ kind: 'remove-participant', callId, participantId: 'theta' });
    read(call);
    expect(app.reported.at(-1)).toBe('remove-participant unknown no-answer');
    await ask({ kind: 'remove-participant', callId, participantId: 'eta' });
    read(call);
    expect(app.reported.at(-1)).toBe('remove-participant failed not-done');
  });

  it('is settled for a move by the target, not by the origin', async () => {
    const toCallId = 'talkspace:s';
    await ask({ kind: 'move-participant', callId, participantId: 'eta', toCallId });
    read(room('r'));
    expect(app.reported.at(-1)).toBe('move-participant unknown no-answer');
    read(room('s'));
    expect(app.reported.at(-1)).toBe('move-participant failed not-done');
  });

  it('stays unknown if no state of the call shows it', async () => {
    app.see({ actions: ['send-tones'] });
    await ask({ kind: 'send-tones', callId: 'genesys:a', tones: '5' });
    app.store.apply({
      kind: 'line-fetched',
      line: 'genesys',
      calls: [telephoneCall('a')],
      isComplete: true,
    });
    expect(app.reported.at(-1)).toBe('send-tones unknown no-answer');
  });
});

describe('a command during which a bug occurs', () => {
  const clock = createManualClock();

  function setUp(parts: Partial<Plan>) {
    const errors: unknown[] = [];
    const reported: string[] = [];
    const store = createCallStore(clock, (error) => errors.push(error));
    const runner = createCommandRunner({
      store,
      clock,
      createId: () => 'command',
      onChange: ({ outcome, error }) => reported.push([outcome, error?.code].join(' ').trim()),
      onError: (error) => errors.push(error),
    });
    const plan: Plan = {
      action: 'mute',
      callId: 'genesys:a',
      target: '',
      send: () => Promise.resolve(ACCEPTED),
      refresh: () => undefined,
      ...parts,
    };
    return { runner, store, plan, errors, reported };
  }

  it.each<[string, Partial<Plan>, string]>([
    [
      'fails if the bug occurs before anything was sent',
      {
        send: () => {
          throw new URIError('malformed');
        },
      },
      'failed internal',
    ],
    [
      'is unknown if something may have been sent',
      { send: () => Promise.reject(new Error('a bug')) },
      'unknown internal',
    ],
    [
      'is unknown if the bug is in its expectation',
      {
        isCompleted: () => {
          throw new Error('a bug');
        },
      },
      'unknown internal',
    ],
    [
      'stays unknown if the bug is in the request for a refresh',
      {
        send: () => Promise.resolve({ kind: 'unknown', error: { code: 'no-answer' } }),
        refresh: () => {
          throw new Error('a bug');
        },
        findOut: () => Promise.reject(new Error('a bug')),
      },
      'unknown no-answer',
    ],
  ])('%s', async (_where, parts, end) => {
    const { runner, plan, errors, reported } = setUp(parts);
    runner.run(plan);
    await settle();
    expect(reported).toEqual(['sent', end]);
    expect(errors.length).toBeGreaterThan(0);
    runner.dispose();
  });

  it('still ends if the bug is in a listener', async () => {
    const { store, plan, errors } = setUp({});
    const runner = createCommandRunner({
      store,
      clock,
      createId: () => 'command',
      onChange: () => {
        throw new Error('the disk is full');
      },
      onError: (error) => errors.push(error),
    });
    runner.run(plan);
    await settle();
    expect(store.getState().commands).toEqual([]);
    expect(errors).toHaveLength(2);
  });

  it('does not prevent later tones from being sent', async () => {
    const app = setUpService();
    app.see({ actions: ['send-tones'] });
    app.failNext();
    app.service.perform({ kind: 'send-tones', callId: 'genesys:a', tones: '1' });
    await settle();
    app.service.perform({ kind: 'send-tones', callId: 'genesys:a', tones: '2' });
    await app.answer(ACCEPTED);
    expect(app.reported).toEqual([
      'send-tones sent',
      'send-tones unknown internal',
      'send-tones sent',
      'send-tones confirmed',
    ]);
  });
});
