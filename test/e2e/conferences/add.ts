import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Simulator } from '../../../simulator/simulator';
import { watchConference } from '../../support/conference';
import { eventually } from '../../support/eventually';
import { requestsOf } from '../../support/sidetone';
import {
  alert,
  button,
  combobox,
  dialog,
  form,
  personIn,
  pointAt,
  seeNoText,
  seeText,
} from '../../support/window';
import { ADA, test } from './app';

const HOST = '+19195550100';

async function add(card: Locator, number: string, isMuted = false): Promise<void> {
  await button(card, 'Add').click();
  const adding = form(card.page(), 'Add somebody');
  await combobox(adding, 'Number').fill(number);
  if (isMuted) await adding.getByRole('checkbox', { name: 'Join muted', exact: true }).check();
  await button(adding, 'Add').click();
}

test('a person is called first, and becomes a member after answering: Create call, Fetch call, Add member', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { userId, conferenceId } = simulator.profile.bandwidth;
  const { card, people, path, changes } = await watchConference(sidetone, ADA);
  await add(card, '+1 (212) 555-0171', true);
  const added = personIn(people, '+12125550171');
  await seeText(added, 'calling…');
  const calling = {
    request: `POST /v1/users/${userId}/calls`,
    parameters: { from: HOST, to: '+12125550171', conferenceId },
  };
  expect(changes()).toEqual([calling]);

  const call = simulator.bandwidth.calls().at(-1)!;
  simulator.bandwidth.answerCall(call.id);
  await seeNoText(added, 'calling…');
  await seeText(added, 'Muted');
  await seeText(card, '2 active members');
  expect(requestsOf(simulator, 'get calls', call.id)).not.toEqual([]);
  expect(changes()).toEqual([
    calling,
    { request: `POST ${path}/members`, parameters: { callId: call.id, mute: true } },
  ]);
  expect(await alert(page).count()).toBe(0);
});

test('a person who declines the call is reported as not reached, and not added', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { card, people, changes } = await watchConference(sidetone, ADA);
  await add(card, '+12125550172');
  await seeText(personIn(people, '+12125550172'), 'calling…');
  simulator.bandwidth.rejectCall(simulator.bandwidth.calls().at(-1)!.id);
  await seeText(alert(page), '“Add +12125550172” did not work');
  await seeText(
    alert(page),
    'Bandwidth: They could not be reached: nobody answered, or the call was declined.',
  );
  expect(await personIn(people, '+12125550172').count()).toBe(0);
  expect(changes()).toHaveLength(1);
});

test('removing a person who is still being called hangs up, without an alert: Hang up call', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { userId } = simulator.profile.bandwidth;
  const { card, people, changes } = await watchConference(sidetone, ADA);
  await add(card, '+12125550173');
  await seeText(personIn(people, '+12125550173'), 'calling…');
  const call = simulator.bandwidth.calls().at(-1)!;
  await button(page, 'Remove +12125550173').click();
  await button(dialog(page, 'Remove +12125550173?'), 'Remove').click();
  await personIn(people, '+12125550173').waitFor({ state: 'detached' });
  expect(changes().slice(1)).toEqual([
    {
      request: `POST /v1/users/${userId}/calls/${call.id}`,
      parameters: { state: 'completed' },
    },
  ]);
  expect(await alert(page).count()).toBe(0);
});

test('a call whose creation was not answered is found again, and nobody is called twice: List calls', async ({
  sidetone,
}) => {
  const { simulator } = sidetone;
  const { card, people, changes } = await watchConference(sidetone, ADA);
  simulator.setFaults([
    { match: { operation: 'create calls' }, times: 1, effect: { kind: 'cut', when: 'after' } },
  ]);
  await add(card, '+12125550174');
  await seeText(personIn(people, '+12125550174'), 'calling…');
  const { userId, conferenceId } = simulator.profile.bandwidth;
  const lists = requestsOf(simulator, 'get calls').filter(({ path }) => path.endsWith('/calls'));
  expect(lists.at(-1)).toMatchObject({
    path: `/v1/users/${userId}/calls`,
    query: { conferenceId },
  });
  expect(changes()).toHaveLength(1);
  simulator.bandwidth.answerCall(simulator.bandwidth.calls().at(-1)!.id);
  await seeText(personIn(people, '+12125550174'), /^since /);
  expect(changes()).toHaveLength(2);
});

test('a person who answers when the conference is full is reported, and not left alone on the line', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { userId } = simulator.profile.bandwidth;
  const { card, people, path, changes } = await watchConference(sidetone, ADA);
  await add(card, '+12125550175');
  await seeText(personIn(people, '+12125550175'), 'calling…');
  const call = simulator.bandwidth.calls().at(-1)!;
  fill(sidetone.simulator.bandwidth);
  simulator.bandwidth.answerCall(call.id);
  await seeText(alert(page), '“Add +12125550175” did not work');
  await seeText(alert(page), /^Details: The conference .* reached the max number of members$/);
  await eventually(() => changes().slice(1)).toEqual([
    { request: `POST ${path}/members`, parameters: { callId: call.id } },
    { request: `POST /v1/users/${userId}/calls/${call.id}`, parameters: { state: 'completed' } },
  ]);
});

test('with 20 members Add is disabled, with the reason', async ({ sidetone }) => {
  const { simulator } = sidetone;
  const { card, changes } = await watchConference(sidetone, ADA);
  fill(simulator.bandwidth);
  await seeText(card, '20 active members');
  expect(await button(card, 'Add').getAttribute('aria-disabled')).toBe('true');
  // While names arrive, the button can move away from under the pointer.
  const reason = card.getByText('The conference is full: it holds 20 people.');
  await eventually(async () => {
    await pointAt(button(card, 'Add'));
    return reason.isVisible();
  }).toBe(true);
  expect(changes()).toEqual([]);
});

/** Lets others join until the conference is full. */
function fill(bandwidth: Simulator['bandwidth']): void {
  const { members } = bandwidth.conference();
  const active = members.filter(({ state }) => state === 'active').length;
  for (let next = active; next < 20; next += 1) bandwidth.addMember(`+121255502${next + 10}`);
}
