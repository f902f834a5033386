import { describe, expect } from 'vitest';
import type { Simulator } from '../../../simulator/simulator';
import { watchConference } from '../../support/conference';
import {
  button,
  chooseFor,
  dialog,
  form,
  personIn,
  seeNoText,
  seeText,
} from '../../support/window';
import { ADA, BEA, test } from './app';

test('only the chosen member is muted and unmuted: Mute member, Unmute member', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  const { people, path, changes } = await watchConference(sidetone, ADA, BEA);
  const request = `POST ${path}/members/${memberId(sidetone, BEA)}`;
  await chooseFor(page, BEA, 'Mute');
  await seeText(personIn(people, BEA), 'Muted');
  expect(await personIn(people, ADA).getByText('Muted').count()).toBe(0);
  await chooseFor(page, BEA, 'Unmute');
  await seeNoText(personIn(people, BEA), 'Muted');
  expect(changes()).toEqual([
    { request, parameters: { mute: true } },
    { request, parameters: { mute: false } },
  ]);
});

test('a member is put on hold and resumed: Hold member, Retrieve member', async ({ sidetone }) => {
  const { page } = sidetone;
  const { people, path, changes } = await watchConference(sidetone, ADA, BEA);
  const request = `POST ${path}/members/${memberId(sidetone, ADA)}`;
  await chooseFor(page, ADA, 'Hold');
  await seeText(personIn(people, ADA), 'On hold');
  await chooseFor(page, ADA, 'Resume');
  await seeNoText(personIn(people, ADA), 'On hold');
  expect(changes()).toEqual([
    { request, parameters: { hold: true } },
    { request, parameters: { hold: false } },
  ]);
});

test('a sentence or a file is played to a member, and each is stopped by its own request: Speak sentence to member, Stop sentence to member, Play file to member, Stop file to member', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  const { path, changes } = await watchConference(sidetone, ADA, BEA);
  const request = `POST ${path}/members/${memberId(sidetone, ADA)}/audio`;
  const playing = form(page, 'Say or play');
  const done = page.getByRole('status').filter({ hasText: ADA });

  await chooseFor(page, ADA, 'Say or play…');
  await seeText(playing, `To ${ADA}`);
  await playing.getByLabel('Sentence', { exact: true }).fill('You are next.');
  await button(playing, 'Play').click();
  await seeText(done, 'Playing');
  await chooseFor(page, ADA, 'Stop playing');
  await seeText(done, 'Playback stopped');

  await chooseFor(page, ADA, 'Say or play…');
  await playing.getByRole('radio', { name: 'Play a file', exact: true }).check();
  await playing.getByLabel('File address').fill('https://media.example.com/next.mp3');
  await page.keyboard.press('Enter');
  await seeText(done, 'Playing');
  await chooseFor(page, ADA, 'Stop playing');
  await seeText(done, 'Playback stopped');
  expect(changes()).toEqual([
    { request, parameters: { sentence: 'You are next.' } },
    { request, parameters: { sentence: '' } },
    { request, parameters: { fileUrl: 'https://media.example.com/next.mp3' } },
    { request, parameters: { fileUrl: '' } },
  ]);
});

describe('of two members with the same number', () => {
  test('the chosen one is muted and removed, and the other is not affected: Remove member', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const { card, people, path, changes } = await watchConference(sidetone, ADA, BEA);
    await button(card, 'Add').click();
    await page.keyboard.type(BEA);
    await page.keyboard.press('Enter');
    const rows = personIn(people, BEA);
    await seeText(rows.nth(1), 'calling…');
    simulator.bandwidth.answerCall(simulator.bandwidth.calls().at(-1)!.id);
    await rows
      .nth(1)
      .getByText(/^since /)
      .waitFor();
    const [first, second] = simulator.bandwidth
      .conference()
      .members.filter(({ number, state }) => number === BEA && state === 'active');
    const before = changes().length;

    await rows
      .nth(1)
      .getByRole('button', { name: `Actions for ${BEA}` })
      .click();
    await page.getByRole('menuitem', { name: 'Mute', exact: true }).click();
    await seeText(rows.nth(1), 'Muted');
    expect(await rows.nth(0).getByText('Muted').count()).toBe(0);
    await button(rows.nth(1), `Remove ${BEA}`).click();
    await button(dialog(page, `Remove ${BEA}?`), 'Remove').click();
    await rows.nth(1).waitFor({ state: 'detached' });
    await rows.nth(0).waitFor();

    const request = `POST ${path}/members/${second!.id}`;
    expect(changes().slice(before)).toEqual([
      { request, parameters: { mute: true } },
      { request, parameters: { state: 'completed' } },
    ]);
    const now = simulator.bandwidth.conference().members;
    expect(now.find(({ id }) => id === first!.id)).toMatchObject({
      state: 'active',
      isMuted: false,
    });
  });
});

function memberId({ simulator }: { simulator: Simulator }, number: string): string {
  const { members } = simulator.bandwidth.conference();
  return members.find((member) => member.number === number && member.state === 'active')!.id;
}
