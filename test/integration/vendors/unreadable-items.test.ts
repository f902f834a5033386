import { expect, it } from 'vitest';
import { json, stubConference } from '../../support/conference-harness';
import {
  detailsBody,
  isList,
  advanceUntil,
  stubTelesocial,
  conferenceBody,
  listBody,
} from '../../support/telesocial-harness';

it('an unreadable member is logged, and the others are shown', async () => {
  const members = [
    { id: 'member-1', state: 'active' },
    { id: 'half \ud800', state: 'active' },
    null,
    { id: 'member-2', state: 'active', hold: 'yes', addedTime: 5 },
  ];
  const { port, recorder, logger, driveUntil } = await stubConference(
    ({ path }) => json(path.endsWith('/members') ? members : { id: 'conf-1', state: 'active' }),
    'conf-1',
  );
  port.start();
  await driveUntil(() => recorder.roster().length > 0);
  expect(recorder.roster()).toEqual(['member-1', 'member-2']);
  expect(recorder.connections.at(-1)?.state).toBe('connected');
  expect(logger.text()).toContain('member');
});

it('an unreadable participant is logged, and the others are shown', async () => {
  const people = ['eta', 'half \ud800', null, 'theta'] as string[];
  const { port, clock, recorder, logger } = await stubTelesocial((request) => {
    if (isList(request)) return listBody(['one']);
    if (request.method === 'GET') return detailsBody(people);
    return { body: conferenceBody(201, { conferenceId: 'one' }) };
  });
  port.start();
  const opened = port.startConference({});
  await advanceUntil(clock, () => recorder.roster().includes('theta'));
  await opened;
  expect(recorder.roster()).toEqual(['eta', 'theta']);
  expect(logger.text()).toContain('participant');
});
