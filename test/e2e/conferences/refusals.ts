import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { watchConference } from '../../support/conference';
import { type Sidetone } from '../../support/sidetone';
import {
  alert,
  button,
  chooseFor,
  combobox,
  dialog,
  form,
  personIn,
  seeNoText,
  seeText,
} from '../../support/window';
import { ADA, test } from './app';

/** Refuses the next request of this kind, without any effect. */
function refuse(
  { simulator }: Sidetone,
  operation: string,
  status: number,
  problem: { readonly category: string; readonly code: string; readonly message?: string },
): void {
  simulator.setFaults([
    {
      match: { vendor: 'bandwidth', method: 'POST', operation },
      times: 1,
      effect: {
        kind: 'status',
        status,
        body: JSON.stringify({ ...problem, details: [] }),
        contentType: 'application/json',
      },
    },
  ]);
}

describe('is refused with an alert that says why, and never sent twice:', () => {
  test('403 for holding the room, because of its state', async ({ sidetone }) => {
    const { page } = sidetone;
    const { card, changes } = await watchConference(sidetone, ADA);
    refuse(sidetone, 'update conference', 403, {
      category: 'forbidden',
      code: 'conference-error',
      message: 'Unable to update conference. Invalid conference state completed',
    });
    await button(card, 'Hold conference').click();
    await seeAlert(page, [
      `“Hold” did not work: ${ADA}`,
      'The call is unchanged.',
      'Bandwidth: The call or the participant is no longer there.',
      'Details: Unable to update conference. Invalid conference state completed',
    ]);
    expect(changes()).toHaveLength(1);
  });

  test('403 for playing, because of the account', async ({ sidetone }) => {
    const { page } = sidetone;
    const { card, changes } = await watchConference(sidetone, ADA);
    refuse(sidetone, 'conference audio', 403, {
      category: 'authorization',
      code: 'user-access-denied',
      message: 'The user does not have permission',
    });
    await button(card, 'Say or play…').click();
    await form(page, 'Say or play').getByLabel('Sentence', { exact: true }).fill('Hello');
    await button(form(page, 'Say or play'), 'Play').click();
    await seeAlert(page, [
      'Nothing was played.',
      'Bandwidth: Your account is not allowed to do this.',
      'Ask your administrator for permission.',
    ]);
    expect(changes()).toHaveLength(1);
  });

  test('404 for muting a member who has left', async ({ sidetone }) => {
    const { page } = sidetone;
    const { people, changes } = await watchConference(sidetone, ADA);
    refuse(sidetone, 'update member', 404, {
      category: 'not-found',
      code: 'conference-member-not-found',
      message: 'The conference member could not be found',
    });
    await chooseFor(page, ADA, 'Mute');
    await seeAlert(page, [
      `“Mute ${ADA}” did not work`,
      'Bandwidth: The call or the participant is no longer there.',
    ]);
    expect(await personIn(people, ADA).getByText('Muted').count()).toBe(0);
    expect(changes()).toHaveLength(1);
  });

  test('409 for removing a member that somebody else is changing', async ({ sidetone }) => {
    const { page } = sidetone;
    const { people, changes } = await watchConference(sidetone, ADA);
    refuse(sidetone, 'update member', 409, {
      category: 'conflict',
      code: 'conference-member-update-conflict',
    });
    await button(page, `Remove ${ADA}`).click();
    await button(dialog(page, `Remove ${ADA}?`), 'Remove').click();
    await seeAlert(page, [
      `“Remove ${ADA}” did not work`,
      'Bandwidth: Somebody else changed the same thing at the same time.',
    ]);
    await personIn(people, ADA).waitFor();
    expect(changes()).toHaveLength(1);
  });

  test('429 for muting the room', async ({ sidetone }) => {
    const { page } = sidetone;
    const { card, changes } = await watchConference(sidetone, ADA);
    sidetone.simulator.setFaults([
      {
        match: { method: 'POST', operation: 'update conference' },
        times: 1,
        effect: { kind: 'rate-limit' },
      },
    ]);
    await button(card, 'Mute conference').click();
    await seeAlert(page, [
      'Bandwidth: The service received too many requests.',
      'Wait a few seconds and try again.',
    ]);
    expect(changes()).toHaveLength(1);
  });

  test('400 for calling an invalid number', async ({ sidetone }) => {
    const { page } = sidetone;
    const { card, people, changes } = await watchConference(sidetone, ADA);
    await button(card, 'Add').click();
    await combobox(form(page, 'Add somebody'), 'Number').fill('reception');
    await button(form(page, 'Add somebody'), 'Add').click();
    await seeAlert(page, [
      '“Add reception” did not work',
      'Nobody was added.',
      'Bandwidth: The service refused the request.',
      "Details: The 'call' resource property 'to' has an invalid value",
    ]);
    expect(await personIn(people, 'reception').count()).toBe(0);
    expect(changes()).toHaveLength(1);
  });
});

test('without an answer, a refresh shows that the room was put on hold', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { card, changes } = await watchConference(sidetone, ADA);
  simulator.setFaults([
    {
      match: { method: 'POST', operation: 'update conference' },
      times: 1,
      effect: { kind: 'cut', when: 'after' },
    },
  ]);
  await button(card, 'Hold conference').click();
  await seeText(card, 'On hold');
  await alert(page).waitFor({ state: 'detached' });
  expect(changes()).toHaveLength(1);
  simulator.bandwidth.setHold(false);
  await seeNoText(card, 'On hold');
});

test('without an answer, an action that had no effect is unknown at first, and then reported as not done', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { people, changes } = await watchConference(sidetone, ADA);
  simulator.setFaults([
    {
      match: { method: 'POST', operation: 'update member' },
      times: 1,
      effect: { kind: 'cut', when: 'before' },
    },
  ]);
  await chooseFor(page, ADA, 'Hold');
  await seeText(alert(page), /^It is not known whether .* was put on hold$/);
  await seeText(alert(page), 'The request was sent, but no answer came back.');
  await alert(page)
    .getByText(/Sidetone has checked since, and this was not done\.$/)
    .waitFor();
  expect(await personIn(people, ADA).getByText('On hold').count()).toBe(0);
  expect(changes()).toHaveLength(1);
});

async function seeAlert(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) await seeText(alert(page), text);
}
