import { expect } from 'vitest';
import { followChanges } from '../support/journal';
import { requestsOf, testInSidetone } from '../support/sidetone';
import {
  alert,
  button,
  connection,
  currentCall,
  dialog,
  form,
  region,
  seeText,
} from '../support/window';

const HOST = '+19195550199';

/** The profile has no conference, so the agent finds or creates one. */
const test = testInSidetone({
  profile: ({ version, agent, bandwidth }) => ({
    version,
    agent: { ...agent, extension: HOST },
    bandwidth: { ...bandwidth, conferenceId: undefined },
  }),
});

test('an existing conference is watched by its ID: Fetch conference, List members', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { userId, conferenceId } = simulator.profile.bandwidth;
  await seeText(connection(page, 'Bandwidth'), 'Bandwidth: Connected');
  const changes = followChanges(simulator, 'bandwidth');
  expect(await region(page, 'Conference').count()).toBe(0);

  await button(page, 'Watch a conference').click();
  const watching = form(page, 'Watch a conference');
  expect(await button(watching, 'Watch').getAttribute('aria-disabled')).toBe('true');
  await watching.getByLabel('Conference ID', { exact: true }).fill(` ${conferenceId} `);
  await page.keyboard.press('Enter');
  await seeText(region(page, 'Conference'), 'created');
  expect(await button(page, 'Watch a conference').count()).toBe(0);
  simulator.bandwidth.addMember('+12125550160');
  await seeText(region(page, 'Conference'), 'active');
  const asked = simulator.requests().map(({ method, path }) => `${method} ${path}`);
  expect(asked).toContain(`GET /v1/users/${userId}/conferences/${conferenceId}`);
  expect(asked).toContain(`GET /v1/users/${userId}/conferences/${conferenceId}/members`);
  expect(changes()).toEqual([]);
});

test('a completed conference offers a new one, which is created with the hosting number: Create conference', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { userId } = simulator.profile.bandwidth;
  const card = region(page, 'Conference');
  await button(card, 'End conference').click();
  await button(dialog(page, 'End the conference?'), 'End conference').click();
  await seeText(card, 'completed');
  const changes = followChanges(simulator, 'bandwidth');

  await button(card, 'New conference').click();
  const creating = form(page, 'New conference');
  const host = creating.getByLabel('Hosting number', { exact: true });
  expect(await host.inputValue()).toBe(HOST);
  await button(creating, 'Create').click();
  await seeText(card, 'created');
  expect(changes()).toEqual([
    { request: `POST /v1/users/${userId}/conferences`, parameters: { from: HOST } },
  ]);
  await seeText(currentCall(page), 'No call');
});

test('an empty conference can be ended, and another one watched afterwards', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const card = region(page, 'Conference');
  await button(card, 'Watch another').waitFor();
  await button(card, 'End conference').click();
  const confirmation = dialog(page, 'End the conference?');
  await seeText(confirmation, 'Nobody is in it. Once it has ended, it cannot be used again.');
  await button(confirmation, 'End conference').click();
  await seeText(card, 'completed');

  await button(card, 'Watch another').click();
  const watching = form(page, 'Watch a conference');
  await watching.getByLabel('Conference ID', { exact: true }).fill('conf-nobody-knows');
  await button(watching, 'Watch').click();
  await seeText(connection(page, 'Bandwidth'), 'Bandwidth: Error');
  await seeText(connection(page, 'Bandwidth'), /^The service could not find what was requested\./);
  await button(page, 'Watch a conference').waitFor();
  expect(requestsOf(simulator, 'get conference', 'conf-nobody-knows').at(-1)).toMatchObject({
    status: 404,
  });
});

test('the outcome of an unanswered creation is unknown, and it is not requested again', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const changes = followChanges(simulator, 'bandwidth');
  simulator.setFaults([
    {
      match: { operation: 'create conference' },
      times: 1,
      effect: { kind: 'cut', when: 'after' },
    },
  ]);
  await button(page, 'New conference').click();
  await button(form(page, 'New conference'), 'Create').click();
  await seeText(alert(page), /^It is not known whether the conference was created/);
  expect(changes()).toHaveLength(1);
});
