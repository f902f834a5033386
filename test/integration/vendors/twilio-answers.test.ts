import { describe, expect, it, onTestFinished } from 'vitest';
import { startStubServer, type StubAnswer, type StubRequest } from '../../support/stub-server';
import { AGENT, simulateTeam, simulateTwilio } from '../../support/twilio-harness';

const SID = `CF${'0'.repeat(32)}`;
const ROOT = '/2010-04-01/Accounts/account';
const CONFERENCE = `${ROOT}/Conferences/${SID}`;
const GUEST = '+12125550143';

function json(body: object, status = 200): StubAnswer {
  return { status, body: JSON.stringify(body) };
}

const NOT_FOUND = json({ code: 20404, message: 'Not found', status: 404 }, 404);

/** A service with one conference. Where `answer` returns nothing, the conference is active with two people. */
async function watch(answer: (request: StubRequest, nth: number) => StubAnswer | undefined) {
  const asked = new Map<string, number>();
  const server = await startStubServer((request) => {
    const { method, path } = request;
    const key = `${method} ${path}`;
    const nth = (asked.get(key) ?? 0) + 1;
    asked.set(key, nth);
    const given = answer(request, nth);
    if (given !== undefined) return given;
    switch (path) {
      case `${CONFERENCE}.json`:
        return json({ sid: SID, status: 'in-progress' });
      case `${CONFERENCE}/Participants.json`:
        return json({ participants: [{ call_sid: 'one' }, { call_sid: 'two' }] });
      case `${CONFERENCE}/Recordings.json`:
        return json({ recordings: [] });
      default:
        return json({ sid: 'any', from: GUEST, direction: 'inbound', status: 'in-progress' });
    }
  });
  onTestFinished(() => server.close());
  const client = await simulateTwilio({
    baseUrl: server.baseUrl,
    accountSid: 'account',
    conference: SID,
  });
  client.port.start();
  return {
    ...client,
    /** How often this path was requested. */
    count: (path: string, method = 'GET') => asked.get(`${method} ${path}`) ?? 0,
    server,
    ids: () => client.recorder.lastCall()?.participants.map(({ id }) => id),
    state: () => client.recorder.connections.at(-1)?.state,
  };
}

describe('the list of participants', () => {
  it('ends the conference if it is no longer found', async () => {
    let isOver = false;
    const room = await watch(({ path }) => {
      if (!isOver) return undefined;
      return path.endsWith('/Participants.json')
        ? NOT_FOUND
        : json({ sid: SID, status: 'completed' });
    });
    await room.driveUntil(() => room.ids()?.length === 2);
    isOver = true;
    await room.driveUntil(() => room.recorder.lastCall()?.state === 'ended');
  });

  it('is reported if it is not found while the conference is active', async () => {
    let isLost = false;
    const room = await watch(({ path }) =>
      isLost && path.endsWith('/Participants.json') ? NOT_FOUND : undefined,
    );
    await room.driveUntil(() => room.ids()?.length === 2);
    isLost = true;
    await room.driveUntil(() => room.state() === 'error');
    expect(room.ids()).toEqual(['one', 'two']);
  });

  it('shows nobody twice if its pages overlap or form a loop, and fetches each page once', async () => {
    const list = `${CONFERENCE}/Participants.json`;
    const room = await watch(({ path, query }) => {
      if (path !== list) return undefined;
      return query.has('Page')
        ? json({
            participants: [{ call_sid: 'two' }, { call_sid: 'three' }],
            next_page_uri: `${list}?Page=1`,
          })
        : json({
            participants: [{ call_sid: 'one' }, { call_sid: 'two' }],
            next_page_uri: `${list}?Page=1`,
          });
    });
    await room.driveUntil(() => room.ids() !== undefined);
    expect(room.ids()).toEqual(['one', 'two', 'three']);
    expect(room.count(list)).toBe(2);
  });

  it.each(['http:', ''])(
    'is not continued at another server, which would get the credentials: %s//…',
    async (scheme) => {
      const foreign = await startStubServer(() => json({ participants: [] }));
      onTestFinished(() => foreign.close());
      const list = `${CONFERENCE}/Participants.json`;
      const next_page_uri = `${scheme}//${new URL(foreign.baseUrl).host}${list}?Page=1`;
      const room = await watch(({ path }) =>
        path === list ? json({ participants: [{ call_sid: 'one' }], next_page_uri }) : undefined,
      );
      await room.driveUntil(() => room.count(list) === 2);
      expect(room.ids()).toEqual(['one']);
      expect(foreign.requests).toEqual([]);
    },
  );

  it('may lack a person whose call has yet to be placed', async () => {
    let status = 'queued';
    const room = await watch(({ method, path }) => {
      if (method === 'POST') return json({ call_sid: 'three', status: 'queued' }, 201);
      if (path === `${ROOT}/Calls/three.json`) return json({ sid: 'three', to: GUEST, status });
      if (path !== `${CONFERENCE}/Participants.json`) return undefined;
      const added = status === 'queued' ? [] : [{ call_sid: 'three', status: 'connected' }];
      return json({ participants: [{ call_sid: 'one' }, { call_sid: 'two' }, ...added] });
    });
    await room.driveUntil(() => room.ids()?.length === 2);
    let outcome: unknown;
    const callId = room.call().id;
    void room.port
      .perform({ kind: 'add-participant', callId, address: GUEST })
      .then((given) => (outcome = given));
    await room.driveUntil(() => room.count(`${ROOT}/Calls/three.json`) >= 2);
    expect(outcome).toBeUndefined();
    expect(room.call().participants.at(-1)).toMatchObject({ id: 'three', presence: 'calling' });
    status = 'in-progress';
    await room.driveUntil(() => outcome !== undefined);
    expect(outcome).toEqual({ kind: 'done', value: null });
    expect(room.call().participants.at(-1)).toMatchObject({ id: 'three', presence: 'joined' });
  });
});

it('the end of a conference is reported again if handling the first report failed', async () => {
  const room = await simulateTeam();
  const { recorder, simulator, driveUntil } = room;
  const report = recorder.onCallEvent.bind(recorder);
  let bugs = 0;
  recorder.onCallEvent = (event) => {
    const isEnd = 'call' in event && event.call.state === 'ended';
    if (isEnd && bugs < 3) {
      bugs += 1;
      throw new Error('a bug');
    }
    report(event);
  };
  simulator.twilio.end('Team');
  await driveUntil(() => recorder.lastCall()?.state === 'ended');
  expect(bugs).toBe(3);
  await driveUntil(() => recorder.connections.at(-1)?.state === 'connected');
});

it('a read that was cut off is not repeated at once, as that would exceed the rate limit', async () => {
  const { simulator, port, driveUntil } = await simulateTwilio();
  simulator.setFaults([{ match: { vendor: 'twilio' }, effect: { kind: 'cut', when: 'after' } }]);
  port.start();
  await driveUntil(() => simulator.requests().length > 0);
  expect(simulator.requests()).toHaveLength(1);
});

it('recordings that the service refuses to list are not requested with every poll', async () => {
  const list = `${CONFERENCE}/Recordings.json`;
  const room = await watch(({ path }) => (path === list ? NOT_FOUND : undefined));
  await room.driveUntil(() => room.count(`${CONFERENCE}/Participants.json`) === 8);
  expect(room.count(list)).toBe(1);
});

it('the agent’s conference is found with one request per call, however many calls the agent has', async () => {
  const { simulator, port, recorder, driveUntil } = await simulateTwilio();
  for (const conference of ['Team', 'One', 'Two', 'Three']) {
    simulator.twilio.join({ number: GUEST, conference });
  }
  for (let calls = 0; calls < 3; calls += 1) {
    simulator.twilio.join({ number: AGENT, conference: 'Team' });
  }
  port.start();
  await driveUntil(() => recorder.lastCall() !== undefined);
  const searches = simulator.requests().filter(({ path }) => path.includes('/Participants'));
  // The last one is the first poll.
  expect(searches).toHaveLength(4 + 1);
});

it('two polls never run at the same time, whoever requested them', async () => {
  const room = await simulateTeam();
  room.simulator.setFaults([
    {
      match: { vendor: 'twilio', operation: 'ListParticipant' },
      effect: { kind: 'delay', milliseconds: 60 },
    },
  ]);
  room.port.refresh();
  const looking = room.recordings.fetch('RE1');
  room.clock.advance(1_000);
  await room.drive(looking);
  expect(room.mostAtOnce()).toBe(1);
});
