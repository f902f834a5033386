import { expect } from 'vitest';
import { followChanges } from '../../support/journal';
import { requestsOf } from '../../support/sidetone';
import { startTalkSpace } from '../../support/talkspace';
import { button, combobox, form, personIn, region, seeText } from '../../support/window';
import { test } from './app';

test('starts with the chosen greeting and recording place: Create TalkSpace', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { appKey, greetings, recordings } = simulator.profile.telesocial;
  const changes = followChanges(simulator, 'telesocial');
  await button(page, 'New TalkSpace').click();
  const options = form(page, 'New TalkSpace');
  await combobox(options, 'Greeting').selectOption('Urgent');
  await combobox(options, 'Record to').selectOption('Training');
  await button(options, 'Start').click();
  await options.waitFor({ state: 'detached' });
  await region(page, 'TalkSpace').waitFor();
  expect(changes()).toEqual([
    {
      request: 'POST /api/rest/conference',
      parameters: {
        appkey: appKey,
        networkid: 'eta',
        greetingid: greetings[1]!.id,
        recordingid: recordings[1]!.id,
      },
    },
  ]);
});

test('calls the agent first, who joins by answering the telephone: TalkSpace details', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  await button(page, 'Start TalkSpace').click();
  const leader = personIn(page.getByRole('list', { name: 'Participants', exact: true }), 'eta');
  await seeText(leader, 'calling…');
  simulator.telesocial.join(undefined, 'eta');
  await leader.getByText('calling…').waitFor({ state: 'detached' });
  await leader.getByText(/^since \d\d:\d\d$/).waitFor();
  const { id } = simulator.telesocial.conferences().at(-1)!;
  expect(requestsOf(simulator, 'details').at(-1)).toMatchObject({
    method: 'GET',
    path: `/api/rest/conference/${id}`,
    query: { appkey: simulator.profile.telesocial.appKey },
    status: 200,
  });
});

test('opens another one in addition to the first, and each is closed separately', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { id: firstId, changes } = await startTalkSpace(sidetone, 'theta');
  expect(await button(page, 'Start TalkSpace').count()).toBe(0);

  await button(page, 'New TalkSpace').click();
  await button(form(page, 'New TalkSpace'), 'Start').click();
  const first = region(page, `TalkSpace ${firstId}`);
  await seeText(first, firstId);
  const { id: secondId } = simulator.telesocial.conferences().at(-1)!;
  const second = region(page, 'TalkSpace');
  await seeText(second, secondId);

  await button(first, 'Close TalkSpace').click();
  await first.waitFor({ state: 'detached' });
  await seeText(second, secondId);
  const { appKey, greetingId, recordingId } = simulator.profile.telesocial;
  expect(changes()).toEqual([
    {
      request: 'POST /api/rest/conference',
      parameters: {
        appkey: appKey,
        networkid: 'eta',
        greetingid: greetingId,
        recordingid: recordingId,
      },
    },
    {
      request: `POST /api/rest/conference/${firstId}`,
      parameters: { appkey: appKey, action: 'close' },
    },
  ]);
});

test('shows who will be disconnected before closing, and who was afterwards: Close TalkSpace', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  const { card } = await startTalkSpace(sidetone, 'theta');
  const close = button(card, 'Close TalkSpace');
  const warningId = await close.getAttribute('aria-describedby');
  const warning = card.locator(`[id="${warningId}"]`);
  expect(await warning.innerText()).toBe('Closing disconnects eta, theta.');
  await close.click();
  const done = page.getByRole('status').filter({ hasText: 'TalkSpace closed' });
  await seeText(done, 'Disconnected: eta, theta');
});
