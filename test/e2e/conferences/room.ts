import { expect } from 'vitest';
import { watchConference } from '../../support/conference';
import type { Sidetone } from '../../support/sidetone';
import { button, dialog, form, seeNoText, seeText } from '../../support/window';
import { ADA, BEA, test } from './app';

/** Turns a state of the room on and off, and checks its mark and the requests. */
async function toggle(
  sidetone: Sidetone,
  parameter: 'hold' | 'mute',
  [turnOn, turnOff]: readonly [string, string],
  mark: string,
): Promise<void> {
  const { card, path, changes } = await watchConference(sidetone, ADA);
  await button(card, turnOn).click();
  await seeText(card, mark);
  await button(card, turnOff).click();
  await button(card, turnOn).waitFor();
  await seeNoText(card, mark);
  expect(changes()).toEqual([
    { request: `POST ${path}`, parameters: { [parameter]: true } },
    { request: `POST ${path}`, parameters: { [parameter]: false } },
  ]);
  expect(await sidetone.page.getByRole('alert').count()).toBe(0);
}

test('is put on hold and resumed: Hold conference, Retrieve conference', async ({ sidetone }) => {
  await toggle(sidetone, 'hold', ['Hold conference', 'Resume conference'], 'On hold');
});

test('is muted and unmuted: Mute conference, Unmute conference', async ({ sidetone }) => {
  await toggle(sidetone, 'mute', ['Mute conference', 'Unmute conference'], 'Muted');
});

test('a sentence is spoken and stopped as a sentence: Speak sentence to conference, Stop sentence in conference', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  const { card, path, changes } = await watchConference(sidetone, ADA);
  await button(card, 'Say or play…').click();
  const playing = form(page, 'Say or play');
  await seeText(playing, 'To everybody in the conference');
  expect(await button(playing, 'Play').getAttribute('aria-disabled')).toBe('true');
  await playing.getByLabel('Sentence', { exact: true }).fill(' We begin in a minute. ');
  await button(playing, 'Play').click();
  await seeText(page.getByRole('status'), 'Playing');
  await button(card, 'Stop playing').click();
  await seeText(page.getByRole('status'), 'Playback stopped');
  expect(changes()).toEqual([
    { request: `POST ${path}/audio`, parameters: { sentence: 'We begin in a minute.' } },
    { request: `POST ${path}/audio`, parameters: { sentence: '' } },
  ]);
});

test('a file is played by its address and stopped as a file: Play file to conference, Stop file in conference', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  const { card, path, changes } = await watchConference(sidetone, ADA);
  await button(card, 'Say or play…').click();
  const playing = form(page, 'Say or play');
  await playing.getByRole('radio', { name: 'Play a file', exact: true }).check();
  const address = playing.getByRole('textbox', { name: 'File address', exact: true });
  await address.fill('music.mp3');
  await seeText(playing, 'The address must begin with http: or https:.');
  expect(await button(playing, 'Play').getAttribute('aria-disabled')).toBe('true');
  await address.fill('https://media.example.com/music.mp3');
  await button(playing, 'Play').click();
  await seeText(page.getByRole('status'), 'Playing');
  await button(card, 'Stop playing').click();
  await seeText(page.getByRole('status'), 'Playback stopped');
  expect(changes()).toEqual([
    {
      request: `POST ${path}/audio`,
      parameters: { fileUrl: 'https://media.example.com/music.mp3' },
    },
    { request: `POST ${path}/audio`, parameters: { fileUrl: '' } },
  ]);
});

test('is ended after a confirmation that names everybody in it: Complete conference', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  const { card, path, changes } = await watchConference(sidetone, ADA, BEA);
  await button(card, 'End conference').click();
  const confirmation = dialog(page, 'End the conference?');
  await seeText(confirmation, `This disconnects everybody in it: ${ADA}, ${BEA}.`);
  await button(confirmation, 'Cancel').click();
  await confirmation.waitFor({ state: 'detached' });
  expect(changes()).toEqual([]);

  await button(card, 'End conference').click();
  await button(confirmation, 'End conference').click();
  await seeText(card, 'completed');
  await seeText(card, 'The conference is over and cannot be used again.');
  await button(card, 'New conference').waitFor();
  expect(await button(card, 'Hold conference').count()).toBe(0);
  expect(changes()).toEqual([{ request: `POST ${path}`, parameters: { state: 'completed' } }]);
});
