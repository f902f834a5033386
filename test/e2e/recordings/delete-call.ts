import { expect } from 'vitest';
import { shownStart } from '../../support/recorded-call';
import { requestsOf, type Sidetone } from '../../support/sidetone';
import { alert, button, currentCall, dialog, pointAt, seeText } from '../../support/window';
import { test } from './app';

async function showCall({ page, simulator }: Sidetone, from: string) {
  const { id, callUuid } = simulator.genesys.arrive({ from });
  simulator.genesys.answer(id);
  await currentCall(page).getByRole('heading', { name: from, exact: true }).waitFor();
  return { id, callUuid, deleteButton: button(currentCall(page), 'Delete call') };
}

function recordingOf({ simulator }: Sidetone, callUuid: string) {
  return simulator.verba.recordings().find(({ nativeId }) => nativeId === callUuid);
}

test('the dialog identifies the recording, and Cancel changes nothing', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { callUuid, deleteButton } = await showCall(sidetone, '15601');
  await deleteButton.click();
  const confirmation = dialog(page, 'Delete this call?');
  await seeText(confirmation, /recording of the call with 15601.*The call itself continues\./);
  const recording = recordingOf(sidetone, callUuid)!;
  await seeText(confirmation, shownStart(recording));
  await seeText(confirmation, /still being recorded\. The recording will be marked for deletion/);
  await button(confirmation, 'Cancel').click();
  await confirmation.waitFor({ state: 'detached' });
  expect(requestsOf(simulator, 'DeleteCall')).toEqual([]);
  expect(recordingOf(sidetone, callUuid)).toMatchObject({ isMarkedForDeletion: false });
});

test('of a call in progress is marked for deletion', async ({ sidetone }) => {
  const { page, simulator, app } = sidetone;
  const { callUuid, deleteButton } = await showCall(sidetone, '15602');
  const asked = requestsOf(simulator, 'DeleteCall').length;
  await deleteButton.click();
  await button(dialog(page, 'Delete this call?'), 'Delete call').click();
  await seeText(page.getByRole('status'), 'Recording marked for deletion');
  await app.waitForTrace({ kind: 'command', action: 'delete-call', outcome: 'confirmed' });
  expect(requestsOf(simulator, 'DeleteCall').slice(asked)).toMatchObject([
    { vendor: 'verba', status: 200 },
  ]);
  expect(recordingOf(sidetone, callUuid)).toMatchObject({ isMarkedForDeletion: true });
});

test('of an ended call is deleted', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { id, callUuid, deleteButton } = await showCall(sidetone, '15603');
  const asked = requestsOf(simulator, 'DeleteCall').length;
  simulator.genesys.release(id);
  await seeText(currentCall(page), 'Ended');
  await deleteButton.click();
  const confirmation = dialog(page, 'Delete this call?');
  await seeText(confirmation, /It cannot be undone\.$/);
  await button(confirmation, 'Delete call').click();
  await seeText(page.getByRole('status'), 'Recording deleted');
  expect(requestsOf(simulator, 'DeleteCall').slice(asked)).toHaveLength(1);
  expect(recordingOf(sidetone, callUuid)).toBeUndefined();
});

test('that the recorder refuses to delete remains, and the alert has the reason', async ({
  sidetone,
}) => {
  const { page, simulator, app } = sidetone;
  const { callUuid, deleteButton } = await showCall(sidetone, '15604');
  const asked = requestsOf(simulator, 'DeleteCall').length;
  simulator.setFaults([
    {
      match: { vendor: 'verba', operation: 'DeleteCall' },
      times: 1,
      effect: {
        kind: 'status',
        status: 200,
        body: '<VerbaApi><Response code="2" type="DeleteCall"><ErrorMessage>The call is protected</ErrorMessage></Response></VerbaApi>',
        contentType: 'text/xml',
      },
    },
  ]);
  await deleteButton.click();
  await button(dialog(page, 'Delete this call?'), 'Delete call').click();
  await seeText(alert(page), /“Delete call” did not work: 15604/);
  await seeText(alert(page), /The call is protected/);
  await seeText(alert(page), /The call and its recording are unchanged/);
  await app.waitForTrace({ kind: 'command', action: 'delete-call', outcome: 'failed' });
  expect(requestsOf(simulator, 'DeleteCall').slice(asked)).toHaveLength(1);
  expect(recordingOf(sidetone, callUuid)).toMatchObject({ isMarkedForDeletion: false });
});

test('whose deletion was not answered has an unknown outcome', async ({ sidetone }) => {
  const { page, simulator, app } = sidetone;
  const { deleteButton } = await showCall(sidetone, '15605');
  const asked = requestsOf(simulator, 'DeleteCall').length;
  simulator.setFaults([
    {
      match: { vendor: 'verba', operation: 'DeleteCall' },
      times: 1,
      effect: { kind: 'cut', when: 'after' },
    },
  ]);
  await deleteButton.click();
  await button(dialog(page, 'Delete this call?'), 'Delete call').click();
  await seeText(alert(page), /It is not known whether the recording was deleted/);
  await app.waitForTrace({ kind: 'command', action: 'delete-call', outcome: 'unknown' });
  expect(requestsOf(simulator, 'DeleteCall').slice(asked)).toHaveLength(1);
});

test('cannot be deleted before the call is answered, and the button has the reason', async ({
  sidetone: { page, simulator },
}) => {
  simulator.genesys.arrive({ from: '15606' });
  await seeText(currentCall(page), 'Ringing');
  const deleteButton = button(currentCall(page), 'Delete call');
  expect(await deleteButton.getAttribute('aria-disabled')).toBe('true');
  await pointAt(deleteButton);
  await seeText(currentCall(page), 'Available once the recorder can look up this call.');
  await deleteButton.click({ force: true });
  expect(await dialog(page, 'Delete this call?').count()).toBe(0);
});
