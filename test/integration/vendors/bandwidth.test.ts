import { describe, expect, it, onTestFinished } from 'vitest';
import { startSimulator } from '../../../simulator/simulator';
import type { Simulator, SimulatorOptions } from '../../../simulator/simulator';
import { connectConferences, json, stubConference } from '../../support/conference-harness';
import { eventually } from '../../support/eventually';
import { createManualClock } from '../../support/manual-clock';

/** The simulator measures its limit of one request a second with the client's clock. */
async function simulate(options: SimulatorOptions = {}) {
  const clock = createManualClock();
  const simulator = await startSimulator({
    ...options,
    now: () => clock.now(),
    bandwidth: { callAnswerDelay: null, ...options.bandwidth },
  });
  onTestFinished(() => simulator.close());
  return { simulator, ...connectConferences(simulator.profile.bandwidth, clock) };
}

/** Waits for up to 20 polls until the condition holds. */
async function readUntil(
  clock: ReturnType<typeof createManualClock>,
  isMet: () => boolean,
): Promise<void> {
  for (let polls = 0; !isMet() && polls < 20; polls += 1) {
    await clock.fireNext();
    await clock.whenSet();
  }
  expect(isMet()).toBe(true);
}

function statuses(simulator: Simulator): (number | undefined)[] {
  return simulator.requests().map(({ status }) => status);
}

describe('watching a conference', () => {
  it('reports its state, flags and members with their numbers, within the rate limit', async () => {
    const { port, recorder, simulator, clock } = await simulate();
    port.start();
    await recorder.untilConnection('connected');
    await clock.whenSet();
    expect(recorder.lastCall()).toMatchObject({ state: 'waiting', participants: [] });

    const one = simulator.bandwidth.addMember('+15551230001');
    simulator.bandwidth.addMember('+15551230002');
    await readUntil(clock, () => recorder.roster().join() === '+15551230001,+15551230002');
    expect(recorder.lastCall()).toMatchObject({
      id: `conference:${simulator.profile.bandwidth.conferenceId}`,
      line: 'conference',
    });
    await readUntil(clock, () => recorder.lastCall()?.activeMembers === 2);
    expect(recorder.lastCall()?.state).toBe('established');

    simulator.bandwidth.setHold(true);
    simulator.bandwidth.setMute(true);
    await readUntil(clock, () => recorder.lastCall()?.isHeld === true);
    expect(recorder.lastCall()?.isMuted).toBe(true);

    simulator.bandwidth.setMute(true, one.id);
    await readUntil(clock, () => recorder.lastCall()?.participants[0]?.isMuted === true);

    simulator.bandwidth.removeMember(one.id);
    await readUntil(clock, () => recorder.roster().length === 1);
    expect(recorder.roster()).toEqual(['+15551230002']);

    expect(new Set(statuses(simulator))).toEqual(new Set([200]));
    const calls = simulator.requests().filter(({ path }) => path.includes('/calls/'));
    expect(calls).toHaveLength(2);
  });

  it('reports the end once, and after one more fetch sends nothing until a refresh is requested', async () => {
    const { port, recorder, simulator, clock, driveUntil } = await simulate();
    simulator.bandwidth.addMember('+15551230001');
    port.start();
    await clock.whenSet();
    simulator.bandwidth.complete();
    while (recorder.lastCall()?.state !== 'ended') {
      await clock.fireNext();
      await eventually(
        () => clock.pending().length === 1 || recorder.lastCall()?.state === 'ended',
      ).toBe(true);
    }
    const before = simulator.requests().length;
    await driveUntil(() => clock.pending().length === 0);
    expect(simulator.requests()).toHaveLength(before + 1);
    port.refresh();
    await driveUntil(() => simulator.requests().length === before + 2);
    await driveUntil(() => clock.pending().length === 0);
    expect(simulator.requests()).toHaveLength(before + 3);
    expect(recorder.connections.at(-1)).toEqual({ state: 'connected' });
  });

  it('does not report people who were already in it as joining', async () => {
    const { port, recorder, simulator, clock } = await simulate();
    simulator.bandwidth.addMember('+15551230001');
    port.start();
    await clock.whenSet();
    expect(recorder.connections.at(-1)?.state).toBe('connecting');
    await clock.fireNext();
    await recorder.untilConnection('connected');
    expect(recorder.roster()).toHaveLength(1);
  });

  it.each(['seconds', 'short-offset', 'milliseconds'] as const)(
    'reads its start from a date in the format "%s"',
    async (dateFormat) => {
      const { port, recorder, clock } = await simulate({ bandwidth: { dateFormat } });
      port.start();
      await recorder.untilEvents(1);
      expect(recorder.lastCall()?.startedAt).toBe(clock.now());
    },
  );

  it('polls less and less often while nothing changes, and as soon as the limit allows after the computer wakes up', async () => {
    const { port, recorder, simulator, clock } = await simulate();
    port.start();
    await recorder.untilConnection('connected');
    for (let nth = 0; nth < 8; nth += 1) await readUntilNext(clock);
    expect(clock.pending()[0]).toBe(1620);
    const before = simulator.requests().length;
    port.refresh();
    expect(clock.pending()[0]).toBeLessThanOrEqual(1100);
    await clock.fireNext();
    await eventually(() => simulator.requests().length).toBe(before + 1);
  });

  async function readUntilNext(clock: ReturnType<typeof createManualClock>): Promise<void> {
    await clock.fireNext();
    await clock.whenSet();
  }
});

describe('the rate limit', () => {
  it('is observed even if refreshes are requested continuously', async () => {
    const { port, recorder, simulator, clock } = await simulate();
    port.start();
    await recorder.untilConnection('connected');
    for (let nth = 0; nth < 5; nth += 1) {
      port.refresh();
      await clock.fireNext();
    }
    await clock.whenSet();
    await port.stop();
    expect(statuses(simulator)).not.toContain(429);
  });

  it('is extended if the vendor asks for a longer delay', async () => {
    const reset = createManualClock().now() + 30_000;
    const { port, recorder, clock, server } = await stubConference((_request, nth) => {
      const body = { category: 'too-many-requests', code: 'rate-limit-reached', details: [] };
      if (nth === 1) return json(body, 429, { 'X-RateLimit-Reset': String(reset) });
      return json({ id: 'conf-1', state: 'created' });
    }, 'conf-1');
    port.start();
    await recorder.untilConnection('reconnecting');
    expect(recorder.connections.at(-1)?.reason?.code).toBe('rate-limited');
    await clock.fireNext();
    await clock.whenSet();
    expect(server.requests).toHaveLength(1);
    expect(clock.now() + clock.pending()[0]!).toBe(reset);
    await clock.fireNext();
    await recorder.untilEvents(1);
    expect(recorder.connections.at(-1)?.state).toBe('connected');
  });

  it('is also read from the body, and a delay of days is capped', async () => {
    const days = createManualClock().now() + 10 * 24 * 3600 * 1000;
    const details = [{ name: 'rateLimitResetTime', value: String(days) }];
    const { port, recorder, clock } = await stubConference(
      (_request, nth) =>
        nth === 1
          ? json({ code: 'rate-limit-reached', details }, 429)
          : json({ id: 'conf-1', state: 'created' }),
      'conf-1',
    );
    port.start();
    await recorder.untilConnection('reconnecting');
    await clock.fireNext();
    await clock.whenSet();
    expect(clock.pending()[0]).toBe(60_000 - 1100);
  });
});

describe('failures', () => {
  it('status 401 stops the polling until the agent retries', async () => {
    const { port, recorder, clock, server } = await stubConference(
      () => ({ status: 401 }),
      'conf-1',
    );
    port.start();
    await recorder.untilConnection('signed-out');
    expect(recorder.connections.at(-1)?.reason?.code).toBe('wrong-credentials');
    expect(clock.pending()).toEqual([]);
    port.retry();
    clock.advance(2000);
    await eventually(() => server.requests.length).toBe(2);
  });

  it.each([
    [403, '{"category":"authorization","message":"No"}', 'forbidden'],
    [404, '{"code":"conference-not-found"}', 'not-found'],
  ] as const)('status %i is retried, less and less often', async (status, body, code) => {
    let isWell = false;
    const { port, recorder, clock, driveUntil } = await stubConference(
      () => (isWell ? json({ id: 'conf-1', state: 'created' }) : { status, body }),
      'conf-1',
    );
    port.start();
    await recorder.untilConnection('error');
    expect(recorder.connections.at(-1)?.reason?.code).toBe(code);
    const pauses: number[] = [];
    for (let nth = 0; nth < 8; nth += 1) {
      await driveUntil(() => clock.pending().length > 0);
      pauses.push(clock.pending()[0]!);
      await clock.fireNext();
    }
    expect(pauses.at(-1)).toBe(60_000);
    isWell = true;
    await driveUntil(() => recorder.connections.at(-1)?.state === 'connected');
  });

  it.each([
    ['a failure', { status: 503, body: '<html>' }, 'vendor-unavailable'],
    ['garbage', { body: '{"id":' }, 'malformed-answer'],
    ['a wrong type', { body: '{"id":7,"state":"active"}' }, 'malformed-answer'],
    ['a cut', undefined, 'no-answer'],
  ])('%s is reported and retried after a delay', async (_name, reply, code) => {
    let isWell = false;
    const { port, recorder, clock } = await stubConference(
      () => (isWell ? json({ id: 'conf-1', state: 'created' }) : reply),
      'conf-1',
    );
    port.start();
    await recorder.untilConnection('error');
    expect(recorder.connections.at(-1)?.reason?.code).toBe(code);
    isWell = true;
    await clock.fireNext();
    clock.advance(1000);
    await recorder.untilConnection('connected');
  });

  it('a poll that was cut off is not sent again within a second', async () => {
    const { port, recorder, server } = await stubConference(() => undefined, 'conf-1');
    port.start();
    await recorder.untilConnection('error');
    expect(server.requests).toHaveLength(1);
  });

  it('the invalid field is named', async () => {
    const { port, recorder } = await stubConference(
      () => json({ id: 'c', state: 'paused' }),
      'conf-1',
    );
    port.start();
    await recorder.untilConnection('error');
    expect(recorder.connections.at(-1)?.reason?.detail).toMatch(/^state: /);
  });

  it('a service without members, or calls, still reports the conference', async () => {
    const { port, recorder, clock } = await stubConference(
      ({ path }) =>
        path.endsWith('/conf-1')
          ? json({ id: 'conf-1', state: 'active', activeMembers: 3 })
          : { status: 404 },
      'conf-1',
    );
    port.start();
    await clock.fireNext();
    await recorder.untilEvents(1);
    expect(recorder.lastCall()).toMatchObject({ state: 'established', activeMembers: 3 });
    expect(recorder.connections.at(-1)).toEqual({ state: 'connected' });
  });

  it('a member whose call is refused is shown by ID, and the call is not requested again', async () => {
    const call = 'https://elsewhere.example.com/v1/users/u-1/calls/c-1';
    const { port, recorder, clock, server } = await stubConference(({ path }) => {
      if (path.endsWith('/members')) return json([{ id: 'member-1', state: 'active', call }]);
      if (path.includes('/calls/')) return json({}, 403);
      return json({ id: 'conf-1', state: 'active' });
    }, 'conf-1');
    port.start();
    for (let nth = 0; nth < 4; nth += 1) await clock.fireNext();
    await clock.whenSet();
    expect(recorder.roster()).toEqual(['member-1']);
    const calls = server.requests.filter(({ path }) => path.includes('/calls/'));
    expect(calls.map(({ path }) => path)).toEqual(['/v1/users/u%2F1/calls/c-1']);
  });
});

describe('without a conference in the profile', () => {
  it('revoked credentials are noticed at the next request, and a retry recovers', async () => {
    let isRevoked = false;
    const { port, recorder, clock, drive, driveUntil } = await stubConference(() =>
      isRevoked ? { status: 401 } : json([]),
    );
    port.start();
    await recorder.untilConnection('connected');
    isRevoked = true;
    expect(await drive(port.startConference({ from: '+19195550100' }))).toMatchObject({
      kind: 'failed',
    });
    await driveUntil(() => recorder.connections.at(-1)?.state === 'signed-out');
    expect(recorder.connections.at(-1)?.reason?.code).toBe('wrong-credentials');
    isRevoked = false;
    port.retry();
    clock.advance(2_000);
    await recorder.untilConnection('connected');
  });

  it.each([
    [200, '[]', 'connected', undefined],
    [404, '', 'error', 'wrong-address'],
    [404, '<html>Not found</html>', 'error', 'wrong-address'],
    [404, '{"statusCode":404,"code":"NOT_FOUND"}', 'error', 'wrong-address'],
    [404, '{"code":"resource-not-found"}', 'error', 'not-found'],
    [200, '', 'error', 'malformed-answer'],
    [200, '<html>Sign in to the Wi-Fi</html>', 'error', 'malformed-answer'],
    [200, '{"status":"ok"}', 'error', 'malformed-answer'],
    [401, '', 'signed-out', 'wrong-credentials'],
    [403, '', 'error', 'forbidden'],
    [500, '', 'error', 'vendor-unavailable'],
  ] as const)('status %i (%s) is reported as such: %s', async (status, body, state, code) => {
    const { port, recorder, server } = await stubConference(() => ({ status, body }));
    port.start();
    await recorder.untilConnection(state);
    expect(recorder.connections.at(-1)?.reason?.code).toBe(code);
    expect(server.requests[0]?.path).toBe('/v1/users/u%2F1/calls');
    expect(server.requests[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('t-hush:hush-secret').toString('base64')}`,
    );
  });
});

describe('stopping', () => {
  it('leaves no timer, even during a delay that the vendor asked for', async () => {
    const { port, recorder, clock } = await stubConference(() => json({}, 429), 'conf-1');
    port.start();
    await recorder.untilConnection('connected');
    await clock.fireNext();
    await port.stop();
    expect(clock.pending()).toEqual([]);
  });
});

describe('the log', () => {
  it('never holds the credentials', async () => {
    const { port, recorder, simulator, logger } = await simulate();
    port.start();
    await recorder.untilConnection('connected');
    const { apiSecret, apiToken } = simulator.profile.bandwidth;
    expect(logger.text()).toContain('/conferences/');
    expect(logger.text()).not.toContain(apiSecret);
    expect(logger.text()).not.toContain(apiToken);
  });
});
