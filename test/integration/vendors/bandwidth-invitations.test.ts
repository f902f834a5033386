import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../contract/outcome';
import type { Fault } from '../../../simulator/faults/schema';
import { json, simulateConference, stubConference } from '../../support/conference-harness';
import type { SimulatedConference } from '../../support/conference-harness';

const HOST = '+19195550100';
const ONE = '+15551230001';
const TWO = '+15551230002';
const ACCEPTED = { kind: 'done', value: null };

/** A conference with one invited person, whose telephone is ringing. */
async function inviteInto(room: SimulatedConference, isMuted?: boolean) {
  const { conferenceId } = room.simulator.profile.bandwidth;
  let answer: Outcome | undefined;
  const answered = room.port
    .perform({
      kind: 'add-participant',
      callId: room.call().id,
      address: TWO,
      ...(isMuted === undefined ? {} : { isMuted }),
    })
    .then((given) => (answer = given));
  await room.driveUntil(() => answer !== undefined || room.recorder.roster().includes(`(${TWO})`));
  const legId = room.simulator.bandwidth.calls().at(-1)?.id ?? '';
  return {
    ...room,
    legId,
    answered: () => room.drive(answered),
    asked: ['/calls', { from: HOST, to: TWO, conferenceId }] as const,
    members: `/conferences/${conferenceId}/members`,
    answer: () => room.simulator.bandwidth.answerCall(legId),
    reject: () => room.simulator.bandwidth.rejectCall(legId),
    leg: () => room.simulator.bandwidth.calls().find(({ id }) => id === legId)?.state,
    roster: () => room.recorder.roster(),
  };
}

function strike({ simulator }: SimulatedConference, operation: string, effect: Fault['effect']) {
  simulator.setFaults([{ match: { vendor: 'bandwidth', operation }, times: 1, effect }]);
}

describe('a person who is invited to the conference', () => {
  it('is called, shown as being called, and becomes a member after answering', async () => {
    const room = await inviteInto(await simulateConference({ members: [ONE] }));
    expect(room.roster()).toEqual([ONE, `(${TWO})`]);
    expect(room.call().participants[1]).toMatchObject({
      id: `call:${room.legId}`,
      presence: 'calling',
      address: TWO,
      actions: ['remove'],
    });
    expect(room.changes()).toEqual([room.asked]);

    room.answer();
    expect(await room.answered()).toEqual(ACCEPTED);
    const joinedAt = room.clock.now();
    await room.driveUntil(() => room.roster().join() === `${ONE},${TWO}`);
    expect(room.changes()).toEqual([room.asked, [room.members, { callId: room.legId }]]);
    expect(room.call().participants[1]).toMatchObject({
      isMuted: false,
      joinedAt: Math.floor(joinedAt / 1000) * 1000,
      actions: ['remove', 'mute', 'hold', 'play', 'stop-playing'],
    });
    await room.driveUntil(() => room.call().activeMembers === 2);
    expect(room.simulator.requests().filter(({ status }) => status === 429)).toEqual([]);
  });

  it('joins even if handling the report of the call failed', async () => {
    let hasFailed = false;
    const conference = await simulateConference({
      onCallEvent(event) {
        const isCalling =
          'call' in event && event.call.participants.some(({ presence }) => presence === 'calling');
        if (!isCalling || hasFailed) return;
        hasFailed = true;
        throw new Error('a bug');
      },
    });
    const room = await inviteInto(conference);
    expect(hasFailed).toBe(true);
    room.answer();
    expect(await room.answered()).toEqual(ACCEPTED);
    await room.driveUntil(() => room.roster().join() === TWO);
  });

  it('joins muted if requested', async () => {
    const room = await inviteInto(await simulateConference(), true);
    room.answer();
    await room.answered();
    await room.driveUntil(() => room.roster().join() === TWO);
    expect(room.changes()[1]).toEqual([room.members, { callId: room.legId, mute: true }]);
    expect(room.call()).toMatchObject({ participants: [{ isMuted: true }] });
    await room.driveUntil(() => room.call().state === 'established');
  });

  it('is removed after declining, and that is reported', async () => {
    const room = await inviteInto(await simulateConference({ members: [ONE] }));
    room.reject();
    expect(await room.answered()).toEqual({
      kind: 'failed',
      error: { code: 'not-reached', vendor: 'bandwidth' },
    });
    expect(room.roster()).toEqual([ONE]);
    expect(room.changes()).toEqual([room.asked]);
  });

  it('is no longer called after a minute and a half without an answer', async () => {
    const room = await inviteInto(await simulateConference());
    const since = room.clock.now();
    expect(await room.answered()).toMatchObject({ error: { code: 'not-reached' } });
    expect(room.clock.now() - since).toBeGreaterThanOrEqual(89_000);
    expect(room.roster()).toEqual([]);
    expect(room.leg()).toBe('completed');
    // Polled at a moderate rate, not every second.
    const polls = room.simulator.requests().filter(({ operation }) => operation === 'get calls');
    expect(polls.length).toBeLessThan(30);
  });

  it('can be removed before answering', async () => {
    const room = await inviteInto(await simulateConference({ members: [ONE] }));
    const participantId = `call:${room.legId}`;
    for (const kind of ['mute-participant', 'hold-participant'] as const) {
      expect(await room.perform({ kind, participantId })).toMatchObject({ kind: 'failed' });
    }
    expect(await room.perform({ kind: 'remove-participant', participantId })).toEqual(ACCEPTED);
    expect(await room.answered()).toEqual(ACCEPTED);
    expect(room.roster()).toEqual([ONE]);
    expect(room.leg()).toBe('completed');
    expect(room.changes()).toEqual([room.asked, [`/calls/${room.legId}`, { state: 'completed' }]]);
  });

  it('still joins if another conference is being watched by then', async () => {
    const room = await inviteInto(await simulateConference());
    const created = await room.drive(room.port.startConference({ from: HOST }));
    expect(created).toMatchObject({ kind: 'done' });
    await room.driveUntil(() => room.recorder.lastCall()?.participants.length === 0);
    room.answer();
    expect(await room.answered()).toEqual(ACCEPTED);
    expect(room.simulator.bandwidth.conference().members).toMatchObject([{ number: TWO }]);
  });

  it('is not affected when the app quits', async () => {
    const room = await inviteInto(await simulateConference());
    await room.port.stop();
    expect(room.clock.pending()).toEqual([]);
    expect(room.leg()).toBe('started');
    expect(room.changes()).toEqual([room.asked]);
  });
});

describe('a refusal', () => {
  it('of the twenty-first member is explained, and the person who answered is hung up on', async () => {
    const numbers = Array.from({ length: 19 }, (_, nth) => `+155512300${nth + 10}`);
    const room = await inviteInto(await simulateConference({ members: numbers }));
    expect(room.call()).toMatchObject({ activeMembers: 19, maxMembers: 20 });
    expect(room.call().actions).not.toContain('add-participant');
    room.simulator.bandwidth.addMember(ONE);
    room.answer();
    expect(await room.answered()).toEqual({
      kind: 'failed',
      error: {
        code: 'full',
        vendor: 'bandwidth',
        detail: `The conference ${room.call().reference} reached the max number of members`,
      },
    });
    expect(room.changes()).toEqual([
      room.asked,
      [room.members, { callId: room.legId }],
      [`/calls/${room.legId}`, { state: 'completed' }],
    ]);
    expect(room.roster()).not.toContain(`(${TWO})`);
    await room.driveUntil(() => room.call().activeMembers === 20);
    expect(room.call().actions).not.toContain('add-participant');
  });

  it.each([
    [403, 'limit', 'call-rate-limit', 'rate-limited'],
    [403, 'credit', 'insufficient-available-balance', 'no-credit'],
    [401, 'authorization', 'number-access-denied', 'forbidden'],
    [400, 'bad-request', 'validation-error', 'refused'],
  ])('of the call, %i %s %s, is reported as such', async (status, category, code, expected) => {
    const conference = await simulateConference();
    const body = JSON.stringify({ category, code, message: 'What the vendor says' });
    strike(conference, 'create calls', { kind: 'status', status, body });
    const room = await inviteInto(conference);
    expect(await room.answered()).toEqual({
      kind: 'failed',
      error: { code: expected, vendor: 'bandwidth', detail: 'What the vendor says' },
    });
    expect(room.changes()).toEqual([room.asked]);
  });

  it('of a member whose conference has ended meanwhile is reported, and the call ended', async () => {
    const room = await inviteInto(await simulateConference({ members: [ONE] }));
    room.simulator.bandwidth.complete();
    room.answer();
    expect(await room.answered()).toMatchObject({
      kind: 'failed',
      error: {
        code: 'gone',
        detail: `Unable to update conference ${room.call().reference}. Invalid conference state completed`,
      },
    });
    expect(room.leg()).toBe('completed');
  });
});

describe('a lost answer', () => {
  it('to a call is recovered from the list of calls, and nobody is called twice', async () => {
    const conference = await simulateConference({ members: [TWO] });
    strike(conference, 'create calls', { kind: 'cut', when: 'after' });
    const room = await inviteInto(conference);
    expect(room.roster()).toEqual([TWO, `(${TWO})`]);
    room.answer();
    expect(await room.answered()).toEqual(ACCEPTED);
    await room.driveUntil(() => room.roster().join() === `${TWO},${TWO}`);
    expect(room.changes()).toEqual([room.asked, [room.members, { callId: room.legId }]]);
  });

  it('to a call that was never made is reported as unknown', async () => {
    const conference = await simulateConference({ members: [TWO] });
    strike(conference, 'create calls', { kind: 'cut', when: 'before' });
    const room = await inviteInto(conference);
    expect(await room.answered()).toMatchObject({
      kind: 'unknown',
      error: { code: 'no-answer' },
    });
    expect(room.roster()).toEqual([TWO]);
    expect(room.changes()).toEqual([room.asked]);
  });

  it('to an added member is recovered from the list of members', async () => {
    const room = await inviteInto(await simulateConference({ members: [ONE] }));
    strike(room, 'add member', { kind: 'cut', when: 'after' });
    room.answer();
    expect(await room.answered()).toEqual(ACCEPTED);
    expect(room.roster()).toEqual([ONE, TWO]);
    expect(room.changes()).toHaveLength(2);
  });

  it('about a member who was never added is detected, and the call is ended', async () => {
    const room = await inviteInto(await simulateConference({ members: [ONE] }));
    strike(room, 'add member', { kind: 'cut', when: 'before' });
    room.answer();
    expect(await room.answered()).toMatchObject({ kind: 'failed', error: { code: 'not-done' } });
    expect(room.roster()).toEqual([ONE]);
    expect(room.changes().slice(1)).toEqual([
      [room.members, { callId: room.legId }],
      [`/calls/${room.legId}`, { state: 'completed' }],
    ]);
  });

  it('about a member is reported as unknown if no fetch shows it either', async () => {
    const { port, recorder, server, drive, driveUntil } = await stubConference(
      ({ method, path }) => {
        if (method === 'POST') {
          return path.endsWith('/members')
            ? undefined
            : { status: 201, headers: { Location: '/v1/users/u/calls/c-1' } };
        }
        if (path.endsWith('/members')) return { status: 500 };
        return path.includes('/calls/')
          ? json({ id: 'c-1', state: 'active' })
          : json({ id: 'conf-1', state: 'created', from: HOST });
      },
      'conf-1',
    );
    port.start();
    await driveUntil(() => recorder.lastCall() !== undefined);
    const answer = await drive(
      port.perform({ kind: 'add-participant', callId: 'conference:conf-1', address: TWO }),
    );
    expect(answer).toMatchObject({ kind: 'unknown', error: { code: 'no-answer' } });
    const posts = server.requests.filter(({ method }) => method === 'POST');
    expect(posts.map(({ path }) => path.split('/').at(-1))).toEqual(['calls', 'members']);
  });
});
