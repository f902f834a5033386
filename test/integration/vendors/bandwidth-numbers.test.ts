import { expect, it } from 'vitest';
import { json, simulateConference, stubConference } from '../../support/conference-harness';

const CONFERENCE = { id: 'conf-1', state: 'active', from: '+1919', activeMembers: 20 };
const IDS = Array.from({ length: 20 }, (_, nth) => String(nth + 10));

it('are asked for one by one, once each, while all that is shown is read on time', async () => {
  const times: { path: string; at: number }[] = [];
  const { port, clock, recorder, driveUntil } = await stubConference(({ path }) => {
    times.push({ path, at: clock.elapsed() });
    if (path.endsWith('/members')) {
      const members = IDS.map((id) => ({ id, state: 'active', call: `/calls/leg-${id}` }));
      return json(members);
    }
    const [, id = ''] = path.split('/calls/leg-');
    // That of the first is refused.
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

it('of those whom the agent called are known without asking', async () => {
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
