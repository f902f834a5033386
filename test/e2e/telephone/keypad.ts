import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../../support/eventually';
import { followChanges } from '../../support/journal';
import { requestsOf, type Sidetone } from '../../support/sidetone';
import { onCall, refusal, showCall } from '../../support/telephone';
import { alert, button, currentCall, region, seeText } from '../../support/window';
import { test } from './app';

async function openKeypad({ page }: Sidetone) {
  await button(currentCall(page), 'Keypad').click();
  const keypad = region(page, 'Keypad');
  await keypad.waitFor();
  return keypad;
}

async function seeSent(page: Page, tones: string): Promise<void> {
  const sent = page.getByLabel('Sent so far', { exact: true });
  await eventually(() => sent.textContent()).toBe(tones);
}

function tones(id: string, keys: string) {
  return Array.from(keys, (digits) => onCall(id, 'SendDtmf', { digits }));
}

test('every key of the keypad is sent, in the order of the clicks: SendDtmf', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const asked = followChanges(simulator, 'genesys');
  const { id } = await showCall(sidetone, { from: '16301' });
  const keypad = await openKeypad(sidetone);
  for (const key of '123456789*0#') await button(keypad, key).click();
  await seeSent(page, '123456789*0#');
  await eventually(asked).toEqual(tones(id, '123456789*0#'));
});

test('typed keys are sent too, even the same one twice', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const asked = followChanges(simulator, 'genesys');
  const { id } = await showCall(sidetone, { from: '16302' });
  await openKeypad(sidetone);
  await page.keyboard.type('55x9#', { delay: 0 });
  await seeSent(page, '559#');
  await eventually(asked).toEqual(tones(id, '559#'));
});

test('Escape closes the keypad, and the focus returns to its button', async ({ sidetone }) => {
  const { page } = sidetone;
  await showCall(sidetone, { from: '16306' });
  const keypad = await openKeypad(sidetone);
  await page.keyboard.press('Escape');
  await keypad.waitFor({ state: 'detached' });
  await eventually(() =>
    button(currentCall(page), 'Keypad').evaluate((key) => key === document.activeElement),
  ).toBe(true);
});

test('a key waits for the answer to the previous one, so that the order is kept', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const asked = followChanges(simulator, 'genesys');
  const { id } = await showCall(sidetone, { from: '16303' });
  await openKeypad(sidetone);
  simulator.setFaults([
    {
      match: { vendor: 'genesys', operation: 'SendDtmf' },
      times: 1,
      effect: { kind: 'delay', milliseconds: 500 },
    },
  ]);
  /** For each key, how many keys had been answered when it was sent. */
  const answered: number[] = [];
  const stop = simulator.onRequest(({ operation }) => {
    if (operation !== 'SendDtmf') return;
    const sent = requestsOf(simulator, 'SendDtmf', id);
    answered.push(sent.filter((entry) => entry.answered).length);
  });
  await page.keyboard.type('741');
  await seeSent(page, '741');
  await eventually(asked).toEqual(tones(id, '741'));
  stop();
  expect(answered).toEqual([0, 1, 2]);
});

test('a refused key is named in the alert, and not sent again', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const asked = followChanges(simulator, 'genesys');
  const { id } = await showCall(sidetone, { from: '16304' });
  const keypad = await openKeypad(sidetone);
  simulator.setFaults([refusal('SendDtmf', 10, 'DTMF is switched off.')]);
  await button(keypad, '8').click();
  await seeText(alert(page), '“Send tones 8” did not work');
  await seeText(alert(page), 'No tones were sent.');
  await seeText(alert(page), 'Details: DTMF is switched off.');
  await button(keypad, '9').click();
  await eventually(asked).toEqual(tones(id, '89'));
});

test('the keypad shows why it cannot be used, and closes with the call', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const asked = followChanges(simulator, 'genesys');
  const { id } = await showCall(sidetone, { from: '16305' });
  const keypad = await openKeypad(sidetone);
  simulator.genesys.hold(id, true);
  await seeText(keypad, 'Genesys does not allow this in the current state of the call.');
  await button(keypad, '5').click({ force: true });
  await page.keyboard.type('6');
  simulator.genesys.hold(id, false);
  await seeText(keypad, 'Press or type the keys.');
  simulator.genesys.release(id);
  await keypad.waitFor({ state: 'detached' });
  expect(asked()).toEqual([]);
});
