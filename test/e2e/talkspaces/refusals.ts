import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Sidetone } from '../../support/sidetone';
import { startTalkSpace } from '../../support/talkspace';
import {
  alert,
  button,
  chooseFor,
  combobox,
  dialog,
  dismiss,
  form,
  personIn,
  region,
  seeNoText,
  seeText,
} from '../../support/window';
import { test } from './app';

/** Refuses the next request of this kind, without any effect. */
function refuse({ simulator }: Sidetone, operation: string, status: number, message = ''): void {
  simulator.setFaults([
    {
      match: { vendor: 'telesocial', operation },
      times: 1,
      effect: {
        kind: 'status',
        status,
        body: JSON.stringify({ ConferenceResponse: { status, message } }),
        contentType: 'application/json',
      },
    },
  ]);
}

describe('is refused with an alert that says why, and never sent twice:', () => {
  test('400 for muting somebody', async ({ sidetone }) => {
    const { page } = sidetone;
    const { people, changes } = await startTalkSpace(sidetone, 'theta');
    refuse(sidetone, 'mute', 400, 'call not answered');
    await chooseFor(page, 'theta', 'Mute');
    await seeAlert(page, [
      '“Mute theta” did not work',
      'The call is unchanged.',
      'Telesocial: The service refused the request.',
      'Details: call not answered',
    ]);
    expect(await personIn(people, 'theta').getByText('Muted').count()).toBe(0);
    expect(changes()).toHaveLength(1);
  });

  test('401 for adding a network ID that is not registered', async ({ sidetone }) => {
    const { page } = sidetone;
    const { card, people, changes } = await startTalkSpace(sidetone);
    await add(page, card, 'omega');
    await seeAlert(page, [
      '“Add omega” did not work',
      'Nobody was added.',
      'Telesocial: The service does not know this person.',
    ]);
    expect(await personIn(people, 'omega').count()).toBe(0);
    expect(changes()).toHaveLength(1);
  });

  test('404 for removing somebody from a TalkSpace that has ended', async ({ sidetone }) => {
    const { page } = sidetone;
    const { changes } = await startTalkSpace(sidetone, 'theta');
    refuse(sidetone, 'hangup', 404);
    await button(page, 'Remove theta').click();
    await button(dialog(page, 'Remove theta?'), 'Remove').click();
    await seeAlert(page, [
      '“Remove theta” did not work',
      'Telesocial: The call or the participant is no longer there.',
    ]);
    expect(changes()).toHaveLength(1);
  });

  test('502 for closing: it stays open', async ({ sidetone }) => {
    const { page } = sidetone;
    const { card, changes } = await startTalkSpace(sidetone, 'theta');
    refuse(sidetone, 'close', 502, 'Unable to terminate');
    await button(card, 'Close TalkSpace').click();
    await seeAlert(page, [
      '“Close TalkSpace” did not work: eta, theta',
      'The TalkSpace is unchanged.',
      'Telesocial: The service cannot do this at the moment.',
      'Details: Unable to terminate',
    ]);
    await card.waitFor();
    expect(changes()).toHaveLength(1);
  });

  test('502 for moving somebody: they are not moved', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id: firstId, changes } = await startTalkSpace(sidetone, 'theta');
    await button(page, 'New TalkSpace').click();
    await button(form(page, 'New TalkSpace'), 'Start').click();
    const first = region(page, `TalkSpace ${firstId}`);
    await first.waitFor();
    const { id: secondId } = simulator.telesocial.conferences().at(-1)!;
    refuse(sidetone, 'move', 502);
    await chooseFor(page, 'theta', 'Move to another TalkSpace…');
    const moving = form(page, 'Move theta');
    await moving.getByRole('radio', { name: `TalkSpace ${secondId}` }).check();
    await button(moving, 'Move').click();
    await seeAlert(page, [
      '“Move theta” did not work',
      'Telesocial: The service cannot do this at the moment.',
    ]);
    await seeText(first, 'Closing disconnects eta, theta.');
    expect(changes().slice(1)).toHaveLength(1);
  });
});

test('adding a person who is already in it is refused without a request', async ({ sidetone }) => {
  const { page } = sidetone;
  const { card, changes } = await startTalkSpace(sidetone, 'theta');
  await add(page, card, 'theta');
  await seeAlert(page, ['“Add theta” did not work', 'Nobody was added.']);
  expect(changes()).toEqual([]);
});

test('404 for closing counts as closed', async ({ sidetone }) => {
  const { page } = sidetone;
  const { card, changes } = await startTalkSpace(sidetone, 'theta');
  refuse(sidetone, 'close', 404);
  await button(card, 'Close TalkSpace').click();
  await card.waitFor({ state: 'detached' });
  await seeText(page.getByRole('status'), 'TalkSpace closed');
  expect(await alert(page).count()).toBe(0);
  expect(changes()).toHaveLength(1);
});

describe('without an answer', () => {
  test('it remains unknown whether somebody was muted', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { changes } = await startTalkSpace(sidetone, 'theta');
    simulator.setFaults([
      { match: { operation: 'mute' }, times: 1, effect: { kind: 'cut', when: 'after' } },
    ]);
    await chooseFor(page, 'theta', 'Mute');
    await seeAlert(page, [
      'It is not known whether theta was muted',
      'The request was sent, but no answer came back.',
    ]);
    expect(changes()).toHaveLength(1);
    await dismiss(alert(page));
    await alert(page).waitFor({ state: 'detached' });
  });

  test('a refresh shows that somebody was removed', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { people, changes } = await startTalkSpace(sidetone, 'theta');
    simulator.setFaults([
      { match: { operation: 'hangup' }, times: 1, effect: { kind: 'cut', when: 'after' } },
    ]);
    await button(page, 'Remove theta').click();
    await button(dialog(page, 'Remove theta?'), 'Remove').click();
    await personIn(people, 'theta').waitFor({ state: 'detached' });
    await alert(page).waitFor({ state: 'detached' });
    expect(changes()).toHaveLength(1);
  });

  test('somebody who joins later shows that they were called', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id, card, people, changes } = await startTalkSpace(sidetone);
    simulator.setFaults([
      { match: { operation: 'add' }, times: 1, effect: { kind: 'cut', when: 'after' } },
    ]);
    await add(page, card, 'iota');
    await seeText(alert(page), /^It is not known whether iota was called/);
    simulator.telesocial.join(id, 'iota');
    await seeText(personIn(people, 'iota'), /^since /);
    await alert(page).waitFor({ state: 'detached' });
    await seeNoText(people, 'calling…');
    expect(changes()).toHaveLength(1);
  });
});

async function add(page: Page, card: ReturnType<typeof region>, networkId: string): Promise<void> {
  await button(card, 'Add').click();
  const adding = form(page, 'Add somebody');
  await combobox(adding, 'Network ID').fill(networkId);
  await button(adding, 'Add').click();
}

async function seeAlert(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) await seeText(alert(page), text);
}
