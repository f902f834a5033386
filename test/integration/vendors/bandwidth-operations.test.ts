import { describe, expect, it } from 'vitest';
import type { CallOperation } from '../../../contract/call-operations';
import { json, simulateConference, stubConference } from '../../support/conference-harness';
import type { SimulatedConference } from '../../support/conference-harness';
import type { Fault } from '../../../simulator/faults/schema';

const ONE = '+15551230001';
const TWO = '+15551230002';
const ACCEPTED = { kind: 'done', value: null };

function pathOf({ simulator }: SimulatedConference): string {
  return `/conferences/${simulator.profile.bandwidth.conferenceId}`;
}

/** Applies a fault to the next request of this operation. */
function strike({ simulator }: SimulatedConference, operation: string, effect: Fault['effect']) {
  simulator.setFaults([{ match: { vendor: 'bandwidth', operation }, times: 1, effect }]);
}

describe('the conference', () => {
  it.each([
    ['hold', { hold: true }, { isHeld: true }],
    ['mute', { mute: true }, { isMuted: true }],
    ['complete-room', { state: 'completed' }, { state: 'ended', participants: [], actions: [] }],
  ] as const)('%s is sent once and shows', async (kind, body, shown) => {
    const room = await simulateConference({ members: [ONE] });
    expect(await room.perform({ kind })).toEqual(ACCEPTED);
    await room.driveUntil(() => room.call().actions.every((action) => action !== kind));
    expect(room.call()).toMatchObject(shown);
    expect(room.changes()).toEqual([[pathOf(room), body]]);
  });

  it.each([
    ['retrieve', { hold: false }, { isHeld: false }],
    ['unmute', { mute: false }, { isMuted: false }],
  ] as const)('%s is sent once and shows', async (kind, body, shown) => {
    const room = await simulateConference({ members: [ONE] });
    room.simulator.bandwidth.setHold(true);
    room.simulator.bandwidth.setMute(true);
    await room.driveUntil(() => room.call().actions.includes(kind));
    expect(await room.perform({ kind })).toEqual(ACCEPTED);
    await room.driveUntil(() => !room.call().actions.includes(kind));
    expect(room.call()).toMatchObject(shown);
    expect(room.changes()).toEqual([[pathOf(room), body]]);
  });

  it.each([
    ['refused', { kind: 'status', status: 400 }, { fileUrl: '' }],
    ['not answered', { kind: 'cut', when: 'after' }, { sentence: '' }],
  ] as const)('that plays a file stops it after a sentence was %s', async (_case, effect, sent) => {
    const room = await simulateConference({ members: [ONE] });
    const url = 'https://media.example/greeting.mp3';
    await room.perform({ kind: 'play', audio: { kind: 'file', url } });
    strike(room, 'conference audio', effect);
    await room.perform({ kind: 'play', audio: { kind: 'sentence', sentence: 'Welcome' } });
    await room.perform({ kind: 'stop-playing' });
    expect(room.changes().at(-1)).toEqual([`${pathOf(room)}/audio`, sent]);
  });

  it('stops a file that was just requested', async () => {
    const room = await simulateConference({ members: [ONE] });
    const url = 'https://media.example/greeting.mp3';
    const playing = room.perform({ kind: 'play', audio: { kind: 'file', url } });
    await Promise.all([playing, room.perform({ kind: 'stop-playing' })]);
    expect(room.changes().at(-1)).toEqual([`${pathOf(room)}/audio`, { fileUrl: '' }]);
  });

  it('hears a sentence and a file, and each is stopped by its own request', async () => {
    const room = await simulateConference({ members: [ONE] });
    const url = 'https://media.example/greeting.mp3';
    await room.perform({ kind: 'stop-playing' });
    await room.perform({ kind: 'play', audio: { kind: 'file', url } });
    await room.perform({ kind: 'stop-playing' });
    await room.perform({ kind: 'play', audio: { kind: 'sentence', sentence: 'Welcome' } });
    expect(await room.perform({ kind: 'stop-playing' })).toEqual(ACCEPTED);
    const path = `${pathOf(room)}/audio`;
    expect(room.changes()).toEqual([
      [path, { sentence: '' }],
      [path, { fileUrl: url }],
      [path, { fileUrl: '' }],
      [path, { sentence: 'Welcome' }],
      [path, { sentence: '' }],
    ]);
  });
});

describe('a member', () => {
  /** Two members with the same number; the second is the target. */
  async function withTwins() {
    const room = await simulateConference({ members: [ONE] });
    const adding = room.port.perform({
      kind: 'add-participant',
      callId: room.call().id,
      address: ONE,
    });
    await room.driveUntil(() => room.recorder.roster().length === 2);
    room.simulator.bandwidth.answerCall(room.simulator.bandwidth.calls().at(-1)!.id);
    await room.drive(adding);
    await room.driveUntil(() => room.recorder.roster().join() === `${ONE},${ONE}`);
    const [, chosen] = room.call().participants;
    const before = room.changes().length;
    return {
      ...room,
      chosen: chosen!.id,
      path: `${pathOf(room)}/members/${chosen!.id}`,
      /** The requests sent since. */
      sent: () => room.changes().slice(before),
      /** The last reported states of the first member and of the target. */
      twins: () => room.call().participants,
    };
  }

  it.each([
    ['mute-participant', { mute: true }, { isMuted: true }, { isMuted: false }],
    ['hold-participant', { hold: true }, { isHeld: true }, { isHeld: false }],
  ] as const)(
    'is the only target of %s if two have the same number',
    async (kind, body, shown, unchanged) => {
      const room = await withTwins();
      expect(await room.perform({ kind, participantId: room.chosen })).toEqual(ACCEPTED);
      await room.driveUntil(() => room.twins()[1]!.isMuted || room.twins()[1]!.isHeld);
      expect(room.twins()).toMatchObject([unchanged, shown]);
      expect(room.sent()).toEqual([[room.path, body]]);
    },
  );

  it.each([
    ['unmute-participant', { mute: false }],
    ['retrieve-participant', { hold: false }],
  ] as const)('is the only target of %s if two have the same number', async (kind, body) => {
    const room = await withTwins();
    room.simulator.bandwidth.setHold(true, room.chosen);
    room.simulator.bandwidth.setMute(true, room.chosen);
    await room.driveUntil(() => room.twins()[1]!.isMuted && room.twins()[1]!.isHeld);
    expect(await room.perform({ kind, participantId: room.chosen })).toEqual(ACCEPTED);
    await room.driveUntil(() => !room.twins()[1]!.isMuted || !room.twins()[1]!.isHeld);
    expect(room.sent()).toEqual([[room.path, body]]);
  });

  it('is removed, and another one with the same number stays', async () => {
    const room = await withTwins();
    const [first] = room.twins();
    const operation = { kind: 'remove-participant', participantId: room.chosen } as const;
    expect(await room.perform(operation)).toEqual(ACCEPTED);
    await room.driveUntil(() => room.twins().length === 1);
    expect(room.twins()[0]?.id).toBe(first?.id);
    expect(room.sent()).toEqual([[room.path, { state: 'completed' }]]);
    expect(await room.perform(operation)).toMatchObject({ error: { code: 'gone' } });
  });

  it('can hear a sentence or a file, which can be stopped', async () => {
    const room = await withTwins();
    const { chosen: participantId, path } = room;
    const audio = { kind: 'file', url: 'https://media.example/wait.mp3' } as const;
    await room.perform({ kind: 'play-participant', participantId, audio });
    await room.perform({
      kind: 'play',
      audio: { kind: 'sentence', sentence: 'To all' },
    });
    expect(await room.perform({ kind: 'stop-playing-participant', participantId })).toEqual(
      ACCEPTED,
    );
    await room.perform({
      kind: 'play-participant',
      participantId,
      audio: { kind: 'sentence', sentence: 'To you' },
    });
    await room.perform({ kind: 'stop-playing-participant', participantId });
    expect(room.sent()).toEqual([
      [`${path}/audio`, { fileUrl: audio.url }],
      [`${pathOf(room)}/audio`, { sentence: 'To all' }],
      [`${path}/audio`, { fileUrl: '' }],
      [`${path}/audio`, { sentence: 'To you' }],
      [`${path}/audio`, { sentence: '' }],
    ]);
  });
});

describe('an operation that is not offered', () => {
  it.each([
    { kind: 'answer' },
    { kind: 'hang-up' },
    { kind: 'send-tones', tones: '5' },
    { kind: 'transfer', address: TWO },
    { kind: 'start-recording' },
    { kind: 'attach-data', key: 'a', value: 'b' },
    { kind: 'close-talkspace' },
  ] as const)('is refused without a request: $kind', async (operation) => {
    const room = await simulateConference({ members: [ONE] });
    expect(await room.perform(operation)).toEqual({
      kind: 'failed',
      error: { code: 'not-allowed', vendor: 'bandwidth' },
    });
    expect(room.changes()).toEqual([]);
  });

  it('is refused for another call, and for a person who is not in this one', async () => {
    const room = await simulateConference({ members: [ONE] });
    const other: CallOperation = { kind: 'hold', callId: 'conference:another' };
    expect(await room.port.perform(other)).toMatchObject({ error: { code: 'gone' } });
    for (const kind of ['mute-participant', 'remove-participant'] as const) {
      const answer = await room.perform({ kind, participantId: 'member-none' });
      expect(answer).toMatchObject({ kind: 'failed', error: { code: 'gone' } });
    }
    expect(room.changes()).toEqual([]);
  });
});

describe('a refusal', () => {
  it('for a conference that has ended since is explained, and the end is shown', async () => {
    const room = await simulateConference({ members: [ONE] });
    room.simulator.bandwidth.complete();
    expect(await room.perform({ kind: 'hold' })).toEqual({
      kind: 'failed',
      error: {
        code: 'gone',
        vendor: 'bandwidth',
        detail: `Unable to update conference ${room.call().reference}. Invalid conference state completed`,
      },
    });
    await room.driveUntil(() => room.call().state === 'ended');
    expect(room.changes()).toHaveLength(1);
  });

  it.each([
    [403, 'authorization', 'user-access-denied', 'forbidden'],
    [404, 'not-found', 'conference-member-not-found', 'gone'],
    [409, 'conflict', 'conference-member-update-conflict', 'conflict'],
    [503, 'unavailable', 'call-unavailable', 'vendor-unavailable'],
    [400, 'bad-request', 'validation-error', 'refused'],
  ])('%i (%s, %s) has its own code', async (status, category, code, expected) => {
    const room = await simulateConference({ members: [ONE] });
    const body = JSON.stringify({ category, code, message: 'What the vendor says', details: [] });
    strike(room, 'update member', { kind: 'status', status, body });
    const [member] = room.call().participants;
    expect(await room.perform({ kind: 'mute-participant', participantId: member!.id })).toEqual({
      kind: 'failed',
      error: { code: expected, vendor: 'bandwidth', detail: 'What the vendor says' },
    });
    await room.driveUntil(() => room.recorder.events.at(-1)?.kind === 'call-fetched');
    expect(room.changes()).toHaveLength(1);
  });

  it('for too many requests is reported and not repeated, and the connection stays', async () => {
    const room = await simulateConference({ members: [ONE] });
    strike(room, 'update conference', { kind: 'rate-limit' });
    expect(await room.perform({ kind: 'hold' })).toMatchObject({
      kind: 'failed',
      error: { code: 'rate-limited', vendor: 'bandwidth' },
    });
    const before = room.recorder.events.length;
    await room.driveUntil(() => room.recorder.events.length > before);
    expect(room.call().isHeld).toBe(false);
    expect(room.changes()).toHaveLength(1);
    expect(room.recorder.connections.at(-1)).toEqual({ state: 'connected' });
  });

  it('is reported at once if the vendor asks for a long delay, and nothing is sent later', async () => {
    let isPaused = false;
    const { port, clock, recorder, server, drive, driveUntil } = await stubConference(() => {
      const reset = String(clock.now() + 30_000);
      if (isPaused) return json({}, 429, { 'X-RateLimit-Reset': reset });
      return json({ id: 'conf-1', state: 'created', from: '+1919' });
    }, 'conf-1');
    port.start();
    await driveUntil(() => recorder.lastCall() !== undefined);
    isPaused = true;
    const pausedAfter = server.requests.length + 1;
    await driveUntil(() => server.requests.length === pausedAfter);
    isPaused = false;
    const since = clock.now();
    const answer = await drive(port.perform({ kind: 'hold', callId: 'conference:conf-1' }));
    expect(answer).toEqual({
      kind: 'failed',
      error: { code: 'rate-limited', vendor: 'bandwidth' },
    });
    expect(clock.now() - since).toBe(5000);
    await driveUntil(() => server.requests.length > pausedAfter);
    expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

describe('a command without an answer', () => {
  it.each([
    ['after', true],
    ['before', false],
  ] as const)(
    'that was cut off %s it took effect is settled by the next complete refresh',
    async (when, isHeld) => {
      const room = await simulateConference({ members: [ONE] });
      strike(room, 'update conference', { kind: 'cut', when });
      expect(await room.perform({ kind: 'hold' })).toMatchObject({
        kind: 'unknown',
        error: { code: 'no-answer', vendor: 'bandwidth' },
      });
      room.port.refresh();
      const before = room.recorder.events.length;
      const polls = room.simulator.requests().length;
      await room.driveUntil(() =>
        room.recorder.events.slice(before).some(({ kind }) => kind === 'call-fetched'),
      );
      expect(room.call().isHeld).toBe(isHeld);
      // Both were fetched after the command was sent.
      const read = room.simulator
        .requests()
        .slice(polls)
        .map(({ operation }) => operation);
      expect(read).toEqual(expect.arrayContaining(['get conference', 'get members']));
      expect(room.changes()).toHaveLength(1);
    },
  );
});

describe('the limit of one request a second', () => {
  it('lets a command go before waiting polls', async () => {
    const room = await simulateConference({ members: [ONE] });
    const before = room.simulator.requests().length;
    room.port.refresh();
    const first = room.port.perform({ kind: 'hold', callId: room.call().id });
    room.port.refresh();
    const second = room.port.perform({ kind: 'mute', callId: room.call().id });
    expect(await room.drive(Promise.all([first, second]))).toEqual([ACCEPTED, ACCEPTED]);
    const sent = room.simulator.requests().slice(before);
    expect(sent.map(({ operation }) => operation)).toEqual([
      'update conference',
      'update conference',
    ]);
    await room.driveUntil(() => room.call().isHeld && room.call().isMuted);
    expect(room.simulator.requests().filter(({ status }) => status === 429)).toEqual([]);
  });

  it('fetches everything that commands changed once, in the order of the changes', async () => {
    const room = await simulateConference({ members: [ONE] });
    const [member] = room.simulator.bandwidth.conference().members;
    const before = room.simulator.requests().length;
    room.port.refresh();
    const callId = room.call().id;
    const participantId = member?.id ?? '';
    const mute = room.port.perform({ kind: 'mute-participant', callId, participantId });
    const hold = room.port.perform({ kind: 'hold', callId });
    await room.drive(Promise.all([mute, hold]));
    const isShown = (): boolean =>
      room.call().isHeld && room.call().participants.every(({ isMuted }) => isMuted);
    await room.driveUntil(isShown);
    const sent = room.simulator.requests().slice(before);
    expect(sent.map(({ operation }) => operation)).toEqual([
      'update member',
      'update conference',
      'get members',
      'get conference',
    ]);
  });
});
