import { expect } from 'vitest';
import { members } from '../support/conference';
import { testInSidetone } from '../support/sidetone';
import { connection, currentCall, region, seeNoText, seeText, seeTexts } from '../support/window';

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
  const rows = members(page).getByRole('listitem');
  const since = String.raw`since \d\d:\d\d`;
  const first = new RegExp(`^\\+12125550160\\s+${since}$`);
  const second = new RegExp(`^\\+12125550161\\s+${since}$`);
  await seeTexts(rows, [first]);
  // It is only watched, so there is still no call.
  await seeText(currentCall(page), 'No call');

  simulator.bandwidth.addMember('+12125550161');
  await seeText(conference, '2 active members');
  await seeTexts(rows, [first, second]);
  simulator.bandwidth.setMute(true, id);
  await seeTexts(rows, [/^\+12125550160\s+Muted\s+since/, second]);
  simulator.bandwidth.removeMember(id);
  await seeTexts(rows, [second]);

  simulator.bandwidth.setHold(true);
  await seeText(conference, 'On hold');
  await seeText(conference, 'active');
  simulator.bandwidth.setHold(false);
  await seeNoText(conference, 'On hold');
  simulator.bandwidth.setMute(true);
  await seeText(conference, 'Muted');

  simulator.bandwidth.complete();
  await seeText(conference, 'completed');

  await app.waitForTrace({ kind: 'call', line: 'conference', state: 'ended' });
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
