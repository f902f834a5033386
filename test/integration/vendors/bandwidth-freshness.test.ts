import { expect, it } from 'vitest';
import { json, stubConference } from '../../support/conference-harness';

const CONFERENCE = { id: 'conf-1', state: 'active', activeMembers: 0 };

it('is not reported as connected again until everything shown has been fetched again', async () => {
  const { port, recorder, clock, server } = await stubConference(({ path }, nth) => {
    if (nth === 3) return json({}, 503);
    return json(path.endsWith('/members') ? [] : CONFERENCE);
  }, 'conf-1');
  port.start();
  await clock.whenSet();
  while (recorder.connections.at(-1)?.state !== 'error') {
    await clock.fireNext();
    await clock.whenSet();
  }
  expect(server.requests).toHaveLength(3);
  while (recorder.connections.at(-1)?.state !== 'connected') {
    await clock.fireNext();
    await clock.whenSet();
  }
  expect(server.requests).toHaveLength(5);
});
