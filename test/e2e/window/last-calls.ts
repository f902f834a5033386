import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../../support/eventually';
import { requestsOf, type Sidetone } from '../../support/sidetone';
import { button, currentCall, dialog, seeText } from '../../support/window';
import { test } from './app';

/** Starts a call that has been answered. */
async function showCall({ page, simulator }: Sidetone, from: string) {
  const { id, callUuid } = simulator.genesys.arrive({ from });
  simulator.genesys.answer(id);
  await currentCall(page).getByRole('heading', { name: from, exact: true }).waitFor();
  return { id, callUuid };
}

function recordingDialog(page: Page) {
  return page.getByRole('dialog', { name: 'Recording of this call', exact: true });
}

test('the recording of an ended call is shown, kept, and no longer kept', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { id, callUuid } = await showCall(sidetone, '15951');
  simulator.genesys.release(id);
  const isKept = () =>
    simulator.verba.recordings().find(({ nativeId }) => nativeId === callUuid)?.isKept;

  await button(page, 'Recording of 15951').click();
  const shown = recordingDialog(page);
  await seeText(shown, '15951');
  await button(shown, 'Keep').click();
  await eventually(isKept).toBe(true);

  await page.keyboard.press('Escape');
  await button(page, 'Recording of 15951').click();
  await button(shown, 'Stop keeping').click();
  await eventually(isKept).toBe(false);
});

test('none of several recordings is deleted until one is chosen', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { id, callUuid } = await showCall(sidetone, '15952');
  const second = simulator.verba.add({
    nativeId: callUuid,
    caller: '15077',
    called: simulator.profile.agent.extension,
    isFinished: true,
  });
  simulator.genesys.release(id);
  await seeText(currentCall(page), 'Ended');
  await button(currentCall(page), 'Delete call').click();
  const confirmation = dialog(page, 'Delete this call?');
  await seeText(confirmation, /found \d recordings/);
  expect(await button(confirmation, 'Delete call').getAttribute('aria-disabled')).toBe('true');
  await confirmation.getByText('15077').click();
  await button(confirmation, 'Delete call').click();
  await seeText(page.getByRole('status'), 'Recording deleted');
  expect(requestsOf(simulator, 'DeleteCall')).toHaveLength(1);
  const left = simulator.verba.recordings().filter(({ nativeId }) => nativeId === callUuid);
  expect(left.map(({ callId }) => callId)).not.toContain(second.callId);
  expect(left).toHaveLength(1);
});

test('deleting one uses the result of the lookup', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const before = requestsOf(simulator, 'DeleteCall').length;
  const { id } = await showCall(sidetone, '15953');
  simulator.genesys.release(id);
  await button(page, 'Recording of 15953').click();
  await button(recordingDialog(page), 'Delete…').click();
  await button(dialog(page, 'Delete this call?'), 'Delete call').click();
  const row = page
    .getByRole('list', { name: 'Last calls', exact: true })
    .getByRole('listitem')
    .filter({ hasText: '15953' });
  await seeText(row, 'Recording deleted');
  await button(row, 'Recording of 15953').waitFor({ state: 'detached' });
  expect(requestsOf(simulator, 'DeleteCall').slice(before)).toHaveLength(1);
});
