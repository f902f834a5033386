import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { startTalkSpace } from '../../support/talkspace';
import {
  button,
  chooseFor,
  combobox,
  dialog,
  form,
  personIn,
  region,
  seeNoText,
  seeText,
} from '../../support/window';
import { test } from './app';

describe('adds a person', () => {
  test('with a greeting and muted, shown as being called until they answer: Add a participant', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const { appKey, greetings } = simulator.profile.telesocial;
    const { id, card, people, changes } = await startTalkSpace(sidetone);
    await button(card, 'Add').click();
    const adding = form(page, 'Add somebody');
    await combobox(adding, 'Network ID').fill('@lambda');
    await adding.getByRole('checkbox', { name: 'Join muted', exact: true }).check();
    await combobox(adding, 'Greeting').selectOption('Urgent');
    await button(adding, 'Add').click();

    const added = personIn(people, '@lambda');
    await seeText(added, 'calling…');
    await seeText(added, 'Muted');
    expect(changes()).toEqual([
      {
        request: `POST /api/rest/conference/${id}`,
        parameters: {
          appkey: appKey,
          action: 'add',
          networkid: '@lambda',
          greetingid: greetings[1]!.id,
          muted: 'true',
        },
      },
    ]);
    simulator.telesocial.join(id, '@lambda');
    await seeText(added, /^since /);
    await seeNoText(added, 'calling…');
    await seeText(added, 'Muted');
  });

  test('with Enter, and the defaults of the profile', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { appKey, greetingId } = simulator.profile.telesocial;
    const { id, card, people, changes } = await startTalkSpace(sidetone);
    await button(card, 'Add').click();
    await page.keyboard.type(' theta ');
    await page.keyboard.press('Enter');
    await seeText(personIn(people, 'theta'), 'calling…');
    expect(changes()).toEqual([
      {
        request: `POST /api/rest/conference/${id}`,
        parameters: { appkey: appKey, action: 'add', networkid: 'theta', greetingid: greetingId },
      },
    ]);
  });

  test('suggested from another TalkSpace', async ({ sidetone }) => {
    const { page } = sidetone;
    const first = await startTalkSpace(sidetone, 'iota');
    await button(first.card, 'Close TalkSpace').click();
    const { card, people } = await startTalkSpace(sidetone);
    await button(card, 'Add').click();
    const adding = form(page, 'Add somebody');
    await page.keyboard.type('io');
    await adding.getByRole('option', { name: 'iota', exact: true }).click();
    await button(adding, 'Add').click();
    await seeText(personIn(people, 'iota'), 'calling…');
  });
});

test('mutes and unmutes a participant: Mute a participant, Unmute a participant', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { appKey } = simulator.profile.telesocial;
  const { id, people, changes } = await startTalkSpace(sidetone, 'theta');
  await chooseFor(page, 'theta', 'Mute');
  await seeText(personIn(people, 'theta'), 'Muted');
  expect(simulator.telesocial.conferences().at(-1)!.participants).toContainEqual(
    expect.objectContaining({ networkId: 'theta', isMuted: true }),
  );
  await chooseFor(page, 'theta', 'Unmute');
  await seeNoText(personIn(people, 'theta'), 'Muted');
  const request = `POST /api/rest/conference/${id}/theta`;
  expect(changes()).toEqual([
    { request, parameters: { appkey: appKey, action: 'mute' } },
    { request, parameters: { appkey: appKey, action: 'unmute' } },
  ]);
});

test('the menu of a participant stays open while their row moves, until the agent scrolls', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  await startTalkSpace(sidetone, 'theta');
  const opener = button(page, 'Actions for theta');
  await opener.click();
  const menu = page.getByRole('menu');
  await menu.waitFor();
  const place = await menu.boundingBox();
  await opener.evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // As if the rows were sorted again.
    const row = element.closest('li')!;
    const next = row.nextSibling;
    row.parentElement!.prepend(row);
    row.parentElement!.insertBefore(row, next);
    // As if something above appeared or disappeared.
    const part = element.closest('[data-panel]')!;
    const before = part.scrollTop;
    part.scrollTop += before > 0 ? -20 : 20;
    await frame();
    if (part.scrollTop === before) throw new Error('nothing was scrolled');
    await frame();
    await frame();
  });
  expect(await menu.boundingBox()).toEqual(place);
  await seeText(menu, 'Mute');
  await page.mouse.wheel(0, 10);
  await menu.waitFor({ state: 'detached' });
});

test('removes a participant, and the others stay: Hang up a participant', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { appKey } = simulator.profile.telesocial;
  const { id, people, changes } = await startTalkSpace(sidetone, 'theta', 'iota');
  await remove(page, 'theta');
  await personIn(people, 'theta').waitFor({ state: 'detached' });
  await seeText(people, 'iota');
  expect(changes()).toEqual([
    {
      request: `POST /api/rest/conference/${id}/theta`,
      parameters: { appkey: appKey, action: 'hangup' },
    },
  ]);
});

test('removes a person who is still being called, who has no other actions', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { appKey } = simulator.profile.telesocial;
  const { id, card, people, changes } = await startTalkSpace(sidetone);
  await button(card, 'Add').click();
  await page.keyboard.type('kappa');
  await page.keyboard.press('Enter');
  await seeText(personIn(people, 'kappa'), 'calling…');
  await button(page, 'Actions for kappa').click();
  const mute = page.getByRole('menuitem', { name: 'Mute', exact: true });
  expect(await mute.getAttribute('aria-disabled')).toBe('true');
  await seeText(page.getByRole('menu'), 'Available once kappa has joined.');
  await page.keyboard.press('Escape');
  await remove(page, 'kappa');
  await personIn(people, 'kappa').waitFor({ state: 'detached' });
  expect(changes().slice(1)).toEqual([
    {
      request: `POST /api/rest/conference/${id}/kappa`,
      parameters: { appkey: appKey, action: 'hangup' },
    },
  ]);
});

test('moves a participant to another open TalkSpace that the agent chooses: Move a participant', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { appKey } = simulator.profile.telesocial;
  const { id: firstId, changes } = await startTalkSpace(sidetone, 'theta', 'iota');
  await button(page, 'New TalkSpace').click();
  await button(form(page, 'New TalkSpace'), 'Start').click();
  const [first, second] = [region(page, `TalkSpace ${firstId}`), region(page, 'TalkSpace')];
  await first.waitFor();
  const { id: secondId } = simulator.telesocial.conferences().at(-1)!;
  await chooseFor(page, 'theta', 'Move to another TalkSpace…');
  const moving = form(page, 'Move theta');
  expect(await button(moving, 'Move').getAttribute('aria-disabled')).toBe('true');
  await moving.getByRole('radio', { name: `TalkSpace ${secondId}` }).check();
  await button(moving, 'Move').click();

  await seeText(second, /^Closing disconnects .*theta/);
  await seeText(first, 'Closing disconnects eta, iota.');
  expect(changes().slice(1)).toEqual([
    {
      request: `POST /api/rest/conference/${firstId}/theta`,
      parameters: { appkey: appKey, action: 'move', toconferenceid: secondId },
    },
  ]);
});

test('cannot move a participant if no other TalkSpace is open, and the menu has the reason', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  await startTalkSpace(sidetone, 'theta');
  await button(page, 'Actions for theta').click();
  await seeText(page.getByRole('menu'), 'Available while another TalkSpace is open.');
  await page.keyboard.press('Escape');
});

async function remove(page: Page, name: string): Promise<void> {
  await button(page, `Remove ${name}`).click();
  await button(dialog(page, `Remove ${name}?`), 'Remove').click();
}
