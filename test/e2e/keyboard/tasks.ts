import { expect } from 'vitest';
import { followChanges } from '../../support/journal';
import { recorderChange, startRecordedCall } from '../../support/recorded-call';
import { startScreenReader, type ScreenReader } from '../../support/screen-reader';
import { requestsOf } from '../../support/sidetone';
import { onCall, showCall } from '../../support/telephone';
import { button, form } from '../../support/window';
import { test as appTest } from './app';

const test = appTest.extend('reader', { scope: 'file' }, ({ sidetone }): Promise<ScreenReader> =>
  startScreenReader(sidetone.page),
);

test('answer: the caller is announced at once, and the focus stays on the button', async ({
  sidetone: { page, simulator },
  reader,
}) => {
  const changes = followChanges(simulator, 'genesys');
  const { id } = simulator.genesys.arrive({
    from: '17301',
    userData: { CustomerName: 'Harriet Whitcombe', Subject: 'Lost luggage' },
  });
  await reader.hear('Harriet Whitcombe is calling, 17301, Lost luggage', 'urgent');
  await reader.goTo('button "Answer"');
  // A key press at the moment of the ring may have been meant for the previous state.
  await button(page, 'Answer').click({ trial: true });
  await page.keyboard.press('Enter');
  await reader.hear('Established');
  await reader.waitForFocus('button "Mute"');
  expect(changes()).toEqual([onCall(id, 'Answer')]);
});

test('with a dialog open: a call is announced at once, and its changes after the dialog is closed', async ({
  sidetone: { page, simulator },
  reader,
}) => {
  await button(page, 'Settings').click();
  await form(page, 'Settings').waitFor();
  const { id } = simulator.genesys.arrive({ from: '17303' });
  await reader.hear('17303 is calling', 'urgent');
  // Only heard, not seen.
  expect(await page.locator('dialog [aria-live="assertive"]').boundingBox()).toMatchObject({
    width: 1,
  });
  simulator.genesys.answer(id);
  await reader.hear('Established');
  await page.keyboard.press('Escape');
  await form(page, 'Settings').waitFor({ state: 'detached' });
  simulator.genesys.mute(id, true);
  await reader.hear('Muted');
});

test('mute: the button names its next action, and the state is announced', async ({
  sidetone,
  reader,
}) => {
  const { page, simulator } = sidetone;
  const { id } = await showCall(sidetone, { from: '17302' });
  const changes = followChanges(simulator, 'genesys');
  await reader.goTo('button "Mute"');
  // A key press right after the call appeared may have been meant for the previous one.
  await button(page, 'Mute').click({ trial: true });
  await page.keyboard.press('Space');
  await reader.hear('Muted');
  await reader.waitForFocus('button "Unmute"');
  await page.keyboard.press('Space');
  await reader.hear('Unmuted');
  expect(changes()).toEqual([onCall(id, 'MuteCall'), onCall(id, 'UnmuteCall')]);
});

test('remove: the focus starts on Cancel, and moves to the next row afterwards', async ({
  sidetone,
  reader,
}) => {
  const { page, simulator } = sidetone;
  const others = ['17304', '17305'].map((number) => ({ number }));
  await showCall(sidetone, { from: '17303', others, isOwner: true });
  await reader.goTo('button "Remove 17303"');
  await reader.goTo('button "Remove 17304"', 'ArrowDown');
  await page.keyboard.press('Enter');
  await reader.waitForFocus('button "Cancel"');
  expect(await page.getByRole('alertdialog').ariaSnapshot()).toContain('Remove 17304?');
  await reader.goTo('button "Remove"');
  await page.keyboard.press('Enter');
  await reader.hear('17304 left');
  await reader.waitForFocus('button "Remove 17305"');
  expect(requestsOf(simulator, 'RemoveParticipantFromConference')).toHaveLength(1);
});

test('start a TalkSpace: it is announced, and the focus stays in the window', async ({
  sidetone: { page, simulator },
  reader,
}) => {
  const before = simulator.telesocial.conferences().length;
  await reader.goTo('button "Start TalkSpace"');
  await page.keyboard.press('Enter');
  await reader.hear('TalkSpace is open');
  expect(await reader.focused()).toMatch(/^button "/);
  await reader.goTo('button "Close TalkSpace"');
  await page.keyboard.press('Enter');
  await reader.hear('TalkSpace is closed');
  expect(simulator.telesocial.conferences()).toHaveLength(before + 1);
});

test('delete the recording: the dialog says what happens, and the result is announced', async ({
  sidetone,
  reader,
}) => {
  const { page } = sidetone;
  const { changes, callUuid } = await startRecordedCall(sidetone, '17306');
  await reader.goTo('button "Delete call"');
  await page.keyboard.press('Enter');
  await reader.waitForFocus('button "Cancel"');
  await reader.goTo('button "Delete call"');
  await page.keyboard.press('Enter');
  await reader.hear('Recording marked for deletion');
  expect(changes()).toEqual([
    recorderChange(sidetone, { action: 'DeleteCall', nativeID: callUuid }),
  ]);
});

test('search the history: the number of results is announced, and Escape returns', async ({
  sidetone: { page },
  reader,
}) => {
  await reader.goTo('button "History"');
  await page.keyboard.press('Enter');
  await reader.waitForFocus('searchbox "Search');
  await page.keyboard.type('lost luggage');
  await reader.hear('1 entry');
  expect(await page.getByRole('dialog').ariaSnapshot()).toContain('Harriet Whitcombe');
  // The first Escape clears the field, as in every search field.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await reader.waitForFocus('button "History"');
});
