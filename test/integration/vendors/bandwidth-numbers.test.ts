import { expect, it } from 'vitest';
import { toCallId } from '../../../main/vendors/bandwidth/mapper';
import { json, simulateConference, stubConference } from '../../support/conference-harness';

const CONFERENCE = { id: 'conf-1', state: 'active', from: '+1919', activeMembers: 20 };
const IDS = Array.from({ length: 20 }, (_, nth) => String(nth + 10));

it('are requested one at a time and only once, without delaying the other polls', async () => {
  const times: { path: string; at: number }[] = [];
  const { port, clock, recorder, driveUntil } = await stubConference(({ path }) => {
    times.push({ path, at: clock.elapsed() });
    if (path.endsWith('/members')) {
      const members = IDS.map((id) => ({ id, state: 'active', call: `/calls/leg-${id}` }));
      return json(members);
    }
    const [, id = ''] = path.split('/calls/leg-');
    // The request for the first one is refused.
    if (id === IDS[0]) return json({}, 403);
    return json(id === '' ? CONFERENCE : { to: `+1555${id}`, direction: 'out' });
  }, 'conf-1');
  port.start();
  await driveUntil(() => recorder.roster().length === 20);
  expect(recorder.roster()).toEqual(IDS);
  await driveUntil(() => recorder.roster().at(-1) === '+155529');
  expect(recorder.roster()).toEqual(['10', ...IDS.slice(1).map((id) => `+1555${id}`)]);

  const gaps = (some: typeof times) => some.slice(1).map(({ at }, nth) => at - some[nth]!.at);
  expect(Math.min(...gaps(times))).toBeGreaterThanOrEqual(1_000);
  expect(times.filter(({ path }) => path.includes('/calls/'))).toHaveLength(20);
  for (const end of ['/conf-1', '/members']) {
    expect(Math.max(...gaps(times.filter(({ path }) => path.endsWith(end))))).toBeLessThan(4_500);
  }
});

it.each([
  ['429', 429],
  ['503', 503],
])('are requested again after a %s, but only when the others were', async (_name, status) => {
  const asked: string[] = [];
  const { port, recorder, driveUntil } = await stubConference(({ path }) => {
    if (path.endsWith('/members')) {
      return json(IDS.slice(0, 2).map((id) => ({ id, state: 'active', call: `/calls/leg-${id}` })));
    }
    const [, id = ''] = path.split('/calls/leg-');
    if (id === '') return json(CONFERENCE);
    asked.push(id);
    return asked.length === 1 ? json({}, status) : json({ to: `+1555${id}`, direction: 'out' });
  }, 'conf-1');
  port.start();
  await driveUntil(() => recorder.roster().join() === '+155510,+155511');
  expect(asked).toEqual(['10', '11', '10']);
});

it('are requested three times at most', async () => {
  let calls = 0;
  let polls = 0;
  const { port, driveUntil } = await stubConference(({ path }) => {
    if (path.endsWith('/members')) {
      polls += 1;
      return json([{ id: '10', state: 'active', call: '/calls/leg-10' }]);
    }
    if (!path.includes('/calls/')) return json(CONFERENCE);
    calls += 1;
    return json({}, 503);
  }, 'conf-1');
  port.start();
  await driveUntil(() => polls === 10);
  expect(calls).toBe(3);
});

it('are not requested while a command waits for its effect', async () => {
  let commandAt: number | undefined;
  let nextAt: number | undefined;
  let hasBegun = false;
  const { port, clock, drive, driveUntil } = await stubConference(({ method, path }) => {
    if (method === 'POST') {
      commandAt = clock.elapsed();
      return json({});
    }
    if (path.endsWith('/members')) {
      return json(IDS.map((id) => ({ id, state: 'active', call: `/calls/leg-${id}` })));
    }
    if (!path.includes('/calls/')) return json(CONFERENCE);
    hasBegun = true;
    if (commandAt !== undefined) nextAt ??= clock.elapsed();
    return json({}, 403);
  }, 'conf-1');
  port.start();
  await driveUntil(() => hasBegun);
  await drive(port.perform({ kind: 'hold', callId: toCallId('conf-1') }));
  await driveUntil(() => nextAt !== undefined);
  expect(nextAt! - commandAt!).toBeGreaterThanOrEqual(5_000);
});

it('are requested only after everything else that may be outdated', async () => {
  const paths: string[] = [];
  const { port, driveUntil } = await stubConference(({ path }) => {
    paths.push(path.includes('/calls/') ? 'number' : (path.split('/').at(-1) ?? ''));
    if (path.endsWith('/members')) {
      return json(IDS.map((id) => ({ id, state: 'active', call: `/calls/leg-${id}` })));
    }
    return path.includes('/calls/') ? json({}, 403) : json(CONFERENCE);
  }, 'conf-1');
  port.start();
  await driveUntil(() => paths.length === 1);
  // Everything is outdated, and the members come next.
  port.refresh();
  await driveUntil(() => paths.length >= 5);
  expect(paths.slice(0, 5)).toEqual(['conf-1', 'members', 'conf-1', 'members', 'number']);
});

it('of people called by the agent are known without a request', async () => {
  const { port, call, drive, driveUntil, simulator } = await simulateConference();
  const asking = port.perform({
    kind: 'add-participant',
    callId: call().id,
    address: '+15551230002',
  });
  await driveUntil(() => call().participants.length === 1);
  const leg = call().participants[0]!.id.replace('call:', '');
  simulator.bandwidth.answerCall(leg);
  await drive(asking);
  await driveUntil(() => call().participants[0]?.presence === 'joined');
  expect(call().participants[0]?.name).toBe('+15551230002');
});
