import { expect } from 'vitest';
import { testInSidetone } from '../support/sidetone';
import {
  connection,
  currentCall,
  participants,
  region,
  seeNoText,
  seeText,
  seeTexts,
} from '../support/window';

const test = testInSidetone({
  flags: ['--trace-numbers'],
  profile: ({ version, agent, bandwidth }) => ({ version, agent, bandwidth }),
});

test('shows the conference of the profile from created to completed', async ({ sidetone }) => {
  const { page, simulator, app } = sidetone;
  await seeText(connection(page, 'Bandwidth'), 'Bandwidth: Connected');
  const conference = region(page, 'Conference');
  await seeText(conference, 'created');
  await seeText(conference, '0 active members');
  await seeText(currentCall(page), 'No call');

  const { id } = simulator.bandwidth.addMember('+12125550160');
  await seeText(conference, 'active');
  await seeText(conference, '1 active member');
  const members = participants(page);
  const since = String.raw`since \d\d:\d\d`;
  const first = new RegExp(`^\\+12125550160\\s+${since}$`);
  const second = new RegExp(`^\\+12125550161\\s+${since}$`);
  await seeTexts(members, [first]);
  await seeText(currentCall(page), 'Established');

  simulator.bandwidth.addMember('+12125550161');
  await seeText(conference, '2 active members');
  await seeTexts(members, [first, second]);
  simulator.bandwidth.setMute(true, id);
  await seeTexts(members, [/^\+12125550160\s+Muted\s+since/, second]);
  simulator.bandwidth.removeMember(id);
  await seeTexts(members, [second]);

  simulator.bandwidth.setHold(true);
  await seeText(conference, 'On hold');
  await seeText(conference, 'active');
  simulator.bandwidth.setHold(false);
  await seeNoText(conference, 'On hold');
  simulator.bandwidth.setMute(true);
  await seeText(conference, 'Muted');

  simulator.bandwidth.complete();
  await seeText(conference, 'completed');

  const traced = (await app.trace()).filter(({ line }) => line === 'conference');
  const states = traced.map(({ state }) => state);
  expect([...new Set(states)]).toEqual(['waiting', 'established', 'ended']);
  expect(traced).toContainEqual(expect.objectContaining({ state: 'established', held: true }));
  const { userId, conferenceId } = simulator.profile.bandwidth;
  const asked = simulator.requests().map(({ method, path }) => `${method} ${path}`);
  expect(asked).toContain(`GET /v1/users/${userId}/conferences/${conferenceId}`);
  expect(asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
  expect(simulator.requests().filter(({ status }) => status === 429)).toEqual([]);
});
