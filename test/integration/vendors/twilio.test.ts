import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../simulator/faults/schema';
import {
  AGENT,
  CUSTOMER,
  listViolations,
  simulateTeam,
  simulateTwilio,
  type SimulatedTwilio,
} from '../../support/twilio-harness';

const DONE = { kind: 'done', value: null };
const THIRD = '+12125550143';
const AUDIO = [{ name: 'Welcome', url: 'https://media.example/welcome.mp3' }];

/** Applies a fault to the next request of this operation. */
function strike({ simulator }: SimulatedTwilio, operation: string, effect: Fault['effect']): void {
  simulator.setFaults([{ match: { vendor: 'twilio', operation }, times: 1, effect }]);
}

/** An error answer in the service's format. */
function refusal(code: number, status: number): Fault['effect'] {
  const body = JSON.stringify({ code, message: 'No', more_info: '', status });
  return { kind: 'status', status, body };
}

function isFetchCall({ operation }: { readonly operation: string }): boolean {
  return operation === 'FetchCall';
}

function idOf({ call }: SimulatedTwilio, number: string): string {
  return call().participants.find((one) => one.number === number)!.id;
}

/** Adds a person, who is then being called. */
async function invite(team: SimulatedTwilio, address = THIRD, isMuted = false) {
  const adding = team.port.perform({
    kind: 'add-participant',
    callId: team.call().id,
    address,
    ...(isMuted && { isMuted }),
  });
  await team.driveUntil(() => team.recorder.roster().includes(`(${address})`));
  return { adding, callSid: idOf(team, address) };
}

let used: SimulatedTwilio[] = [];
const remember = <Simulated extends SimulatedTwilio>(one: Simulated): Simulated => {
  used.push(one);
  return one;
};
const team = async (...options: Parameters<typeof simulateTeam>) =>
  remember(await simulateTeam(...options));
const account = async (...options: Parameters<typeof simulateTwilio>) =>
  remember(await simulateTwilio(...options));

/** Every request and every answer conforms to the vendor's OpenAPI document. */
afterEach(() => {
  const violations = used.flatMap(listViolations);
  used = [];
  expect(violations).toEqual([]);
});

describe('a Twilio conference', () => {
  it('is found if the agent’s telephone is in it, with everybody’s number and name', async () => {
    const found = await team();
    expect(found.call()).toMatchObject({
      line: 'twilio',
      state: 'established',
      isWatched: true,
      activeMembers: 2,
      participants: [
        { name: AGENT, presence: 'joined', isMuted: false, isHeld: false },
        { name: 'ADA MARSH', number: CUSTOMER, address: CUSTOMER },
      ],
    });
    expect(found.recorder.connections.at(-1)).toEqual({ state: 'connected' });
  });

  it('is ignored while it is somebody else’s, and found when the agent enters it', async () => {
    const { simulator, port, recorder, driveUntil } = await account();
    simulator.twilio.join({ number: CUSTOMER, conference: 'Other' });
    port.start();
    await driveUntil(() => simulator.requests().length > 4);
    expect(recorder.lastCall()).toBeUndefined();
    expect(recorder.connections.at(-1)).toEqual({ state: 'connected' });
    simulator.twilio.join({ number: AGENT, conference: 'Other' });
    await driveUntil(() => recorder.roster().length === 2);
  });

  it('is found among more than a page of others, without flooding the account', async () => {
    const { simulator, port, recorder, driveUntil, clock } = await account();
    simulator.twilio.join({ number: AGENT, conference: 'Mine' });
    for (let count = 0; count < 60; count += 1) {
      simulator.twilio.join({ number: CUSTOMER, conference: `Other ${count}` });
    }
    port.start();
    const begunAt = clock.elapsed();
    await driveUntil(() => recorder.roster().join() === AGENT);
    const minutes = (clock.elapsed() - begunAt) / 60_000;
    expect(simulator.requests().length / minutes).toBeLessThan(30);
  });

  it('is watched by the friendly name in the profile, and so is the next one with that name', async () => {
    const { simulator, port, recorder, driveUntil, call } = await account({ conference: 'Desk' });
    port.start();
    await driveUntil(() => simulator.requests().length > 1);
    simulator.twilio.join({ number: CUSTOMER, conference: 'Desk' });
    await driveUntil(() => recorder.roster().join() === CUSTOMER);
    const first = call().id;
    simulator.twilio.end('Desk');
    await driveUntil(() => call().state === 'ended');
    simulator.twilio.join({ number: THIRD, conference: 'Desk' });
    await driveUntil(() => recorder.roster().join() === THIRD);
    expect(call().id).not.toBe(first);
    expect(recorder.events).toContainEqual({ kind: 'call-unwatched', callId: first });
  });

  it('that the agent named is watched until it ends, then the agent’s own one again', async () => {
    const { simulator, port, recorder, driveUntil, call } = await account();
    port.start();
    port.watch('Other');
    simulator.twilio.join({ number: CUSTOMER, conference: 'Other' });
    await driveUntil(() => recorder.roster().join() === CUSTOMER);
    simulator.twilio.end('Other');
    await driveUntil(() => call().state === 'ended');
    simulator.twilio.join({ number: AGENT, conference: 'Team' });
    await driveUntil(() => recorder.roster().join() === AGENT);
  });

  it('is watched by its SID', async () => {
    const { simulator, port, recorder, driveUntil, call } = await account();
    simulator.twilio.join({ number: CUSTOMER, conference: 'Other' });
    port.start();
    port.watch(simulator.twilio.conference('Other').sid);
    await driveUntil(() => recorder.roster().length === 1);
    expect(call().reference).toBe(simulator.twilio.conference('Other').sid);
  });

  it('shows who joins and leaves, and keeps people who are missing from one answer', async () => {
    const { simulator, recorder, driveUntil } = await team();
    simulator.twilio.join({ number: THIRD, conference: 'Team' });
    await driveUntil(() => recorder.roster().length === 3);
    simulator.twilio.leave(CUSTOMER, 'Team');
    const before = simulator.requests().filter(({ operation }) => operation === 'ListParticipant');
    await driveUntil(() => recorder.roster().join() === [AGENT, THIRD].join());
    const after = simulator.requests().filter(({ operation }) => operation === 'ListParticipant');
    expect(after.length - before.length).toBeGreaterThanOrEqual(2);
  });

  it('is not reported as connected after a failure while people who are shown may have left', async () => {
    const room = await team();
    const { simulator, recorder, driveUntil } = room;
    strike(room, 'ListParticipant', refusal(20500, 500));
    await driveUntil(() => recorder.connections.at(-1)?.state === 'error');
    simulator.twilio.leave(CUSTOMER, 'Team');
    await driveUntil(() => recorder.connections.at(-1)?.state === 'connected');
    expect(recorder.roster()).toEqual([AGENT]);
  });

  it('counts as fetched only if everybody who is shown is known to be in it', async () => {
    const { simulator, recorder, driveUntil } = await team();
    simulator.twilio.leave(CUSTOMER, 'Team');
    const before = recorder.events.length;
    await driveUntil(() => recorder.roster().join() === AGENT);
    await driveUntil(() => recorder.events.at(-1)?.kind === 'call-fetched');
    const fetched = recorder.events
      .slice(before)
      .flatMap((event) => (event.kind === 'call-fetched' ? [event.call.participants.length] : []));
    expect(new Set(fetched)).toEqual(new Set([1]));
  });

  it('can have a thousand participants, whose calls are fetched only once', async () => {
    const big = await account({ conference: 'Big' });
    const { simulator, port, recorder, driveUntil } = big;
    for (let nth = 0; nth < 1_000; nth += 1) {
      simulator.twilio.join({ number: `+1646${5_550_000 + nth}`, conference: 'Big' });
    }
    port.start();
    await driveUntil(() => recorder.roster().length === 1_000);
    await driveUntil(() => recorder.lastCall()!.participants.every(({ number }) => number));
    const reads = simulator.requests().filter(({ operation }) => operation === 'FetchCall');
    expect(new Set(reads.map(({ path }) => path)).size).toBe(reads.length);
  });

  it.each([
    ['a gateway fails, fetches it again', { kind: 'status', status: 502 }, CUSTOMER],
    ['a proxy refuses, fetches it again', { kind: 'html-body', status: 403 }, CUSTOMER],
    ['the service knows no such call, does not', refusal(20404, 404), undefined],
  ] as const)('fetches the call of a participant, and if %s', async (_, effect, number) => {
    const room = await account({ conference: 'Team' });
    strike(room, 'FetchCall', effect);
    room.simulator.twilio.join({ number: CUSTOMER, conference: 'Team' });
    room.port.start();
    const reads = () => room.simulator.requests().filter(isFetchCall).length;
    await room.driveUntil(() => reads() === (number === undefined ? 1 : 2));
    const polls = room.simulator.requests().length;
    await room.driveUntil(() => room.simulator.requests().length > polls + 2);
    expect(room.call().participants[0]!.number).toBe(number);
    expect(reads()).toBe(number === undefined ? 1 : 2);
  });

  it('ends for everybody', async () => {
    const ended = await team();
    expect(await ended.perform({ kind: 'complete-room' })).toEqual(DONE);
    await ended.driveUntil(() => ended.call().state === 'ended');
    expect(ended.call()).toMatchObject({ participants: [], actions: [] });
    expect(ended.changes()).toEqual([['UpdateConference', { Status: 'completed' }]]);
  });

  it('plays audio by its name in the profile, to everybody or one person', async () => {
    const played = await team({ audio: AUDIO });
    const audio = { kind: 'named', name: 'Welcome' } as const;
    expect(await played.perform({ kind: 'play', audio })).toEqual(DONE);
    const participantId = idOf(played, CUSTOMER);
    await played.perform({ kind: 'play-participant', participantId, audio });
    expect(played.changes()).toEqual([
      ['UpdateConference', { AnnounceUrl: AUDIO[0]!.url }],
      ['UpdateParticipant', { AnnounceUrl: AUDIO[0]!.url }],
    ]);
    expect(
      await played.perform({ kind: 'play', audio: { kind: 'named', name: 'Other' } }),
    ).toMatchObject({ error: { code: 'not-allowed' } });
  });
});

describe('starting', () => {
  it('calls the agent first, into a conference with a unique name', async () => {
    const { simulator, port, recorder, driveUntil, drive, call, changes } = await account({
      record: true,
    });
    port.start();
    await driveUntil(() => simulator.requests().length > 1);
    const answer = await drive(port.startConference({}));
    const { sid, name } = simulator.twilio.conference();
    expect(answer).toEqual({ kind: 'done', value: { callId: `twilio:${sid}` } });
    await driveUntil(() => recorder.lastCall()?.state === 'waiting');
    expect(call().participants).toMatchObject([{ number: AGENT, presence: 'calling' }]);
    simulator.twilio.answer(simulator.twilio.calls()[0]!.sid);
    await driveUntil(() => call().state === 'established');
    expect(call()).toMatchObject({ participants: [{ presence: 'joined' }] });
    await driveUntil(() => call().lineRecording === 'recording');
    expect(name).toMatch(/^sidetone-/);
    expect(changes()).toEqual([
      [
        'CreateParticipant',
        {
          From: '+14155550100',
          To: AGENT,
          Label: `${name}-agent`,
          ConferenceRecord: 'record-from-start',
        },
      ],
    ]);
  });

  it('is sent once, and after a lost answer the conference is found by its name', async () => {
    const started = await account();
    const { simulator, port, driveUntil, drive, changes } = started;
    port.start();
    await driveUntil(() => simulator.requests().length > 1);
    strike(started, 'CreateParticipant', { kind: 'cut', when: 'after' });
    const answer = await drive(port.startConference({}));
    const { sid } = simulator.twilio.conference();
    expect(answer).toEqual({ kind: 'done', value: { callId: `twilio:${sid}` } });
    expect(changes()).toHaveLength(1);
  });

  it('is unknown without either an answer or a conference', async () => {
    const lost = await account();
    lost.port.start();
    await lost.driveUntil(() => lost.simulator.requests().length > 1);
    strike(lost, 'CreateParticipant', { kind: 'cut', when: 'before' });
    expect(await lost.drive(lost.port.startConference({}))).toMatchObject({ kind: 'unknown' });
    expect(lost.changes()).toHaveLength(1);
  });
});

describe('a person who is added', () => {
  it('is shown as being called until the telephone is answered', async () => {
    const added = await team();
    const { adding, callSid } = await invite(added, THIRD, true);
    expect(added.call().participants.at(-1)).toMatchObject({
      name: THIRD,
      presence: 'calling',
      isMuted: true,
      actions: ['remove'],
    });
    added.simulator.twilio.answer(callSid);
    expect(await added.drive(adding)).toEqual(DONE);
    expect(added.call().participants.at(-1)).toMatchObject({ name: THIRD, presence: 'joined' });
    const label: unknown = expect.stringMatching(/^sidetone-/);
    expect(added.changes()).toEqual([
      ['CreateParticipant', { From: '+14155550100', To: THIRD, Label: label, Muted: 'true' }],
    ]);
  });

  it.each(['busy', 'no-answer', 'failed'] as const)(
    'is reported as not reached if the call ends as %s',
    async (status) => {
      const added = await team();
      const { adding, callSid } = await invite(added);
      added.simulator.twilio.fail(callSid, status);
      expect(await added.drive(adding)).toMatchObject({
        kind: 'failed',
        error: { code: 'not-reached', detail: status },
      });
      expect(added.recorder.roster()).not.toContain(`(${THIRD})`);
    },
  );

  it('is checked again within a second or so if their call cannot be fetched', async () => {
    const added = await team();
    const { adding, callSid } = await invite(added);
    const { simulator, clock } = added;
    // By now an unchanged conference is polled at the longest interval.
    let polls = 0;
    const stopCounting = simulator.onRequest(() => (polls += 1));
    await added.driveUntil(() => polls === 10);
    stopCounting();
    simulator.twilio.fail(callSid, 'busy');
    strike(added, 'FetchCall', refusal(20500, 500));
    let failedAt: number | undefined;
    simulator.onRequest(({ operation }) => {
      if (operation === 'FetchCall') failedAt ??= clock.elapsed();
    });
    expect(await added.drive(adding)).toMatchObject({ error: { code: 'not-reached' } });
    expect(clock.elapsed() - failedAt!).toBeLessThan(1_500);
  });

  it('is hung up on if removed before answering', async () => {
    const added = await team();
    const { adding, callSid } = await invite(added);
    expect(await added.perform({ kind: 'remove-participant', participantId: callSid })).toEqual(
      DONE,
    );
    expect(await added.drive(adding)).toEqual(DONE);
    expect(added.changes().at(-1)).toEqual(['UpdateCall', { Status: 'completed' }]);
  });

  it('leaves no timer if the app quits while their call is being fetched', async () => {
    const added = await team();
    const { adding, callSid } = await invite(added);
    added.simulator.twilio.fail(callSid, 'busy');
    let stopped: Promise<void> | undefined;
    added.simulator.onRequest(({ operation }) => {
      if (operation === 'FetchCall') stopped ??= added.port.stop();
    });
    await added.driveUntil(() => stopped !== undefined);
    await stopped;
    await adding;
    expect([...added.clock.pending(), ...added.clock.watches()]).toEqual([]);
  });

  it('is called once, and after a lost answer is found by the label', async () => {
    const added = await team();
    strike(added, 'CreateParticipant', { kind: 'cut', when: 'after' });
    const { adding, callSid } = await invite(added);
    added.simulator.twilio.answer(callSid);
    expect(await added.drive(adding)).toEqual(DONE);
    expect(added.changes()).toHaveLength(1);
  });

  it('is known to be busy even after a lost answer, by the call to their number', async () => {
    const added = await team();
    strike(added, 'CreateParticipant', { kind: 'cut', when: 'after' });
    const stop = added.simulator.onRequest(({ operation }) => {
      const [called] = added.simulator.twilio.calls().filter(({ to }) => to === THIRD);
      if (operation === 'FetchParticipant' && called?.status === 'queued') {
        added.simulator.twilio.fail(called.sid, 'busy');
      }
    });
    const adding = added.port.perform({
      kind: 'add-participant',
      callId: added.call().id,
      address: THIRD,
    });
    expect(await added.drive(adding)).toMatchObject({ error: { code: 'not-reached' } });
    stop();
    expect(added.changes()).toHaveLength(1);
  });

  it('is reported as not called if the request never arrived', async () => {
    const added = await team();
    strike(added, 'CreateParticipant', { kind: 'cut', when: 'before' });
    const asked = { kind: 'add-participant', callId: added.call().id, address: THIRD } as const;
    expect(await added.drive(added.port.perform(asked))).toMatchObject({
      kind: 'failed',
      error: { code: 'not-done' },
    });
    expect(added.simulator.twilio.calls().filter(({ to }) => to === THIRD)).toEqual([]);
  });
});

describe('a participant', () => {
  it.each([
    ['mute-participant', { Muted: 'true' }, { isMuted: true }],
    ['unmute-participant', { Muted: 'false' }, { isMuted: false }],
    ['hold-participant', { Hold: 'true' }, { isHeld: true }],
    ['retrieve-participant', { Hold: 'false' }, { isHeld: false }],
  ] as const)('%s is sent once and shows', async (kind, form, shown) => {
    const room = await team();
    const isUndone = kind === 'unmute-participant' || kind === 'retrieve-participant';
    room.simulator.twilio.setMute(isUndone, CUSTOMER);
    room.simulator.twilio.setHold(isUndone, CUSTOMER);
    await room.driveUntil(() => room.call().participants[1]!.isHeld === isUndone);
    const participantId = idOf(room, CUSTOMER);
    expect(await room.perform({ kind, participantId })).toEqual(DONE);
    const [flag, value] = Object.entries(shown)[0]!;
    await room.driveUntil(
      () => (room.call().participants[1] as unknown as Record<string, unknown>)[flag] === value,
    );
    expect(room.changes()).toEqual([['UpdateParticipant', form]]);
  });

  it('is removed', async () => {
    const room = await team();
    const participantId = idOf(room, CUSTOMER);
    expect(await room.perform({ kind: 'remove-participant', participantId })).toEqual(DONE);
    await room.driveUntil(() => room.recorder.roster().join() === AGENT);
    expect(room.changes()).toEqual([['DeleteParticipant', undefined]]);
  });

  it('is reported as gone after leaving in the meantime', async () => {
    const room = await team();
    const participantId = idOf(room, CUSTOMER);
    room.simulator.twilio.leave(CUSTOMER);
    expect(await room.perform({ kind: 'mute-participant', participantId })).toMatchObject({
      kind: 'failed',
      error: { code: 'gone', vendor: 'twilio' },
    });
  });
});

describe('the recording of the conference', () => {
  it.each([
    ['pause-recording', 'paused', 'paused'],
    ['stop-recording', 'stopped', 'stopped'],
  ] as const)('%s is sent once and shows', async (kind, status, shown) => {
    const room = await account();
    room.simulator.twilio.join({ number: AGENT, conference: 'Team' });
    room.simulator.twilio.record('Team');
    room.port.start();
    await room.driveUntil(() => room.recorder.lastCall()?.lineRecording === 'recording');
    expect(await room.perform({ kind })).toEqual(DONE);
    await room.driveUntil(() => room.call().lineRecording === shown);
    expect(room.changes()).toEqual([['UpdateConferenceRecording', { Status: status }]]);
    if (kind !== 'pause-recording') return;
    await room.perform({ kind: 'resume-recording' });
    await room.driveUntil(() => room.call().lineRecording === 'recording');
  });
});

describe('the service', () => {
  it.each([
    [20003, 401, 'wrong-credentials'],
    [20003, 403, 'forbidden'],
    [20004, 405, 'not-allowed'],
    [20404, 404, 'gone'],
    [20429, 429, 'rate-limited'],
    [21201, 400, 'number-not-valid'],
    [21210, 400, 'caller-not-verified'],
    [21211, 400, 'number-not-valid'],
    [21212, 400, 'caller-not-verified'],
    [21215, 400, 'destination-not-permitted'],
    [21220, 400, 'gone'],
  ] as const)(
    'refuses with code %i and status %i, which means %s',
    async (code, status, expected) => {
      const room = await team();
      strike(room, 'CreateParticipant', refusal(code, status));
      const asked = { kind: 'add-participant', address: THIRD } as const;
      expect(await room.perform(asked)).toEqual({
        kind: 'failed',
        error: { code: expected, vendor: 'twilio', detail: `No · error-${code}` },
      });
    },
  );

  it('is not polled again after rejecting the key until the agent retries', async () => {
    const { simulator, port, recorder, driveUntil } = await account({ apiKeySecret: 'wrong' });
    port.start();
    await driveUntil(() => recorder.connections.at(-1)?.state === 'signed-out');
    expect(recorder.connections.at(-1)).toMatchObject({ reason: { code: 'wrong-credentials' } });
    expect(simulator.requests()).toHaveLength(1);
    expect(JSON.stringify(recorder.connections)).not.toContain('wrong"');
  });

  it('is polled later and later after answering 429', async () => {
    const room = await team();
    room.simulator.setFaults([{ match: { vendor: 'twilio' }, effect: { kind: 'rate-limit' } }]);
    const sentAt: number[] = [];
    room.simulator.onRequest(() => sentAt.push(room.clock.elapsed()));
    await room.driveUntil(() => sentAt.length === 4);
    const gaps = sentAt.slice(1).map((at, index) => at - sentAt[index]!);
    expect(gaps[0]).toBeGreaterThanOrEqual(2_000);
    expect(gaps[1]).toBeGreaterThan(gaps[0]!);
    expect(gaps[2]).toBeGreaterThan(gaps[1]!);
    room.simulator.clearFaults();
    await room.driveUntil(() => room.recorder.connections.at(-1)?.state === 'connected');
  });

  /** The delays between the polls of an unchanged conference, in ms. */
  async function pollGaps(isWatched: boolean, random: number): Promise<number[]> {
    const room = remember(
      await simulateTeam({}, { isWatched: () => isWatched, random: () => random }),
    );
    const sentAt: number[] = [];
    room.simulator.onRequest(({ operation }) => {
      if (operation === 'ListParticipant') sentAt.push(room.clock.elapsed());
    });
    await room.driveUntil(() => sentAt.length === 8);
    expect(room.mostAtOnce()).toBe(1);
    return sentAt.slice(1).map((at, index) => at - sentAt[index]!);
  }

  it('is polled more slowly while nothing changes, one request at a time', async () => {
    const gaps = await pollGaps(true, 0);
    expect(gaps.at(-1)).toBeGreaterThan(gaps[0]!);
    expect(gaps.at(-1)).toBeLessThanOrEqual(3_600);
  });

  it('is polled at times that differ between desktops, and a third as often while the window is hidden', async () => {
    const [shown, jittered, hidden] = await Promise.all([
      pollGaps(true, 0),
      pollGaps(true, 0.9),
      pollGaps(false, 0),
    ]);
    expect(jittered.at(-1)).toBeLessThan(shown.at(-1)! * 0.95);
    expect(hidden.at(-1)).toBeGreaterThan(shown.at(-1)! * 2.5);
  });
});
