import { describe, expect } from 'vitest';
import { injectSnapshot } from '../../support/inject-snapshot';
import {
  lastCall,
  lookUpsOf,
  openRecording,
  recorderChange,
  startRecordedCall,
} from '../../support/recorded-call';
import { alert, button, currentCall, dialog, dismiss, form, seeText } from '../../support/window';
import { test } from './app';

test('a recording is marked for deletion until the call ends, and checked afterwards: DeleteCall by nativeID', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { id, callUuid, recordingId, changes } = await startRecordedCall(sidetone, '15711');
  await button(currentCall(page), 'Delete call').click();
  const confirmation = dialog(page, 'Delete this call?');
  await seeText(
    confirmation,
    'This call is still being recorded. The recording will be marked for deletion.',
  );
  await button(confirmation, 'Delete call').click();
  await seeText(currentCall(page), 'Recording marked for deletion');
  expect(changes()).toEqual([
    recorderChange(sidetone, { action: 'DeleteCall', nativeID: callUuid }),
  ]);

  simulator.genesys.release(id);
  await seeText(lastCall(page, '15711'), 'Recording marked for deletion');
  await seeText(lastCall(page, '15711'), 'Recording deleted');
  expect(lookUpsOf(sidetone, { callID: recordingId })).toHaveLength(1);
  expect(simulator.verba.recordings().map(({ callId }) => callId)).not.toContain(recordingId);
  expect(changes()).toHaveLength(1);
});

test('a recording in Last calls is deleted after the lookup', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { id, callUuid, recordingId, changes } = await startRecordedCall(sidetone, '15712');
  simulator.genesys.release(id);
  const row = lastCall(page, '15712');
  await button(row, 'Recording of 15712').click();
  await button(form(page, 'Recording of this call'), 'Delete…').click();
  const confirmation = dialog(page, 'Delete this call?');
  await seeText(confirmation, /^This deletes the recording of the call with 15712\./);
  await button(confirmation, 'Delete call').click();
  await seeText(row, 'Recording deleted');
  await button(row, 'Recording of 15712').waitFor({ state: 'detached' });
  expect(changes()).toEqual([
    recorderChange(sidetone, { action: 'DeleteCall', nativeID: callUuid }),
  ]);
  expect(simulator.verba.recordings().map(({ callId }) => callId)).not.toContain(recordingId);
});

test('a kept recording is not deleted, and the recorder’s reason is shown', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  const { changes } = await startRecordedCall(sidetone, '15713');
  await button(await openRecording(page), 'Keep').click();
  await seeText(page.getByRole('status'), 'The recording is kept');
  await button(currentCall(page), 'Delete call').click();
  await button(dialog(page, 'Delete this call?'), 'Delete call').click();
  await seeText(alert(page), '“Delete call” did not work: 15713');
  await seeText(alert(page), 'The call and its recording are unchanged.');
  await seeText(alert(page), 'Details: Unable to delete the call. It is kept from being deleted.');
  expect(changes()).toHaveLength(2);
});

describe('without an answer', () => {
  test('a lookup shows that the recording is gone', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id, recordingId, changes } = await startRecordedCall(sidetone, '15714');
    simulator.genesys.release(id);
    await seeText(currentCall(page), 'Ended');
    simulator.setFaults([
      { match: { operation: 'DeleteCall' }, times: 1, effect: { kind: 'cut', when: 'after' } },
    ]);
    await button(currentCall(page), 'Delete call').click();
    await button(dialog(page, 'Delete this call?'), 'Delete call').click();
    await seeText(alert(page), /^It is not known whether the recording was deleted/);
    await seeText(lastCall(page, '15714'), 'Recording deleted');
    await alert(page).waitFor({ state: 'detached' });
    expect(lookUpsOf(sidetone, { callID: recordingId })).not.toEqual([]);
    expect(changes()).toHaveLength(1);
  });

  test('a lookup shows that the recording is kept', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { changes } = await startRecordedCall(sidetone, '15715');
    simulator.setFaults([
      { match: { operation: 'KeepCall' }, times: 1, effect: { kind: 'cut', when: 'after' } },
    ]);
    await button(await openRecording(page), 'Keep').click();
    await seeText(alert(page), /^It is not known whether the recording was kept/);
    await seeText(page.getByRole('status'), 'The recording is kept');
    await alert(page).waitFor({ state: 'detached' });
    expect(changes()).toHaveLength(1);
  });

  test('whether the recorder was paused remains unknown, because nothing shows it', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const { changes } = await startRecordedCall(sidetone, '15716');
    simulator.setFaults([
      { match: { operation: 'MuteRecording' }, times: 1, effect: { kind: 'cut', when: 'before' } },
    ]);
    await button(await openRecording(page), 'Pause recorder').click();
    await seeText(alert(page), /^It is not known whether the recorder was paused/);
    await dismiss(alert(page));
    await alert(page).waitFor({ state: 'detached' });
    expect(changes()).toHaveLength(1);
  });

  test('the open details follow what becomes known, and return the focus', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    await startRecordedCall(sidetone, '15717');
    simulator.setFaults([
      { match: { operation: 'MuteRecording' }, times: 1, effect: { kind: 'cut', when: 'before' } },
    ]);
    await button(await openRecording(page), 'Pause recorder').click();
    await button(alert(page), 'Details').click();
    await form(page, 'It is not known whether the recorder was paused').waitFor();
    await injectSnapshot(sidetone, ({ commands }) => ({
      commands: commands.map((command) => ({ ...command, outcome: 'failed' as const })),
    }));
    const details = form(page, '“Pause recorder” did not work: 15717');
    await details.waitFor();
    await button(details, 'Close').click();
    await details.waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('Details');
    await page.reload();
    await dismiss(alert(page));
  });

  test('the open details say when their message no longer applies', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    await startRecordedCall(sidetone, '15718');
    simulator.setFaults([
      { match: { operation: 'MuteRecording' }, times: 1, effect: { kind: 'cut', when: 'before' } },
    ]);
    await button(await openRecording(page), 'Pause recorder').click();
    await button(alert(page), 'Details').click();
    const details = form(page, 'It is not known whether the recorder was paused');
    await seeText(details, /before you try again/);
    // As once it is known that the recorder was paused.
    await injectSnapshot(sidetone, () => ({ commands: [] }));
    await seeText(details, 'This message no longer applies. The window shows the current state.');
    expect(await details.getByText(/before you try again/).count()).toBe(0);
    await button(details, 'Close').click();
    await details.waitFor({ state: 'detached' });
    await page.reload();
    await dismiss(alert(page));
  });
});
