import { describe, expect } from 'vitest';
import {
  fact,
  lookUpsOf,
  openRecording,
  recorderChange,
  shownStart,
  startRecordedCall,
} from '../../support/recorded-call';
import { requestsOf } from '../../support/sidetone';
import { button, currentCall, dialog, seeText } from '../../support/window';
import { test } from './app';

test('the recording of a call is looked up and shown before anything is done: GetCallInformation by nativeID', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { callUuid, changes } = await startRecordedCall(sidetone, '15701');
  const recording = simulator.verba.recordings().find(({ nativeId }) => nativeId === callUuid)!;

  const shown = await openRecording(page);
  await seeText(shown, 'Recordings of the call with 15701.');
  await seeText(shown, shownStart(recording));
  const facts = ['Caller', 'Called', 'Started', 'Length', 'Kept'].map((term) =>
    fact(shown, term).innerText(),
  );
  expect(await Promise.all(facts)).toEqual([
    '15701',
    '15000',
    shownStart(recording),
    'Still being recorded',
    'No',
  ]);
  const { apiKey } = simulator.profile.verba;
  expect(lookUpsOf(sidetone, { nativeID: callUuid })).toMatchObject([
    {
      method: 'GET',
      path: '/verba/api',
      query: { action: 'GetCallInformation', apiKey, responseType: 'XML' },
    },
  ]);
  await button(shown, 'Close').click();
  await shown.waitFor({ state: 'detached' });
  expect(changes()).toEqual([]);
});

describe('if the lookup fails', () => {
  test('the dialog says so, and Look up again finds the recording later', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    await startRecordedCall(sidetone, '15702');
    simulator.setFaults([
      {
        match: { vendor: 'verba', operation: 'GetCallInformation' },
        effect: {
          kind: 'status',
          status: 200,
          body: '<VerbaApi><Response code="2" type="GetCallInformation"><ErrorMessage>Call cannot be found.</ErrorMessage></Response></VerbaApi>',
          contentType: 'text/xml',
        },
      },
    ]);
    const shown = await openRecording(page);
    await seeText(shown, 'The recording could not be looked up.');
    await seeText(shown, 'Verba: The service could not find what was requested.');
    simulator.setFaults([]);
    await button(shown, 'Look up again').click();
    await seeText(shown, 'Still being recorded');
    expect(await fact(shown, 'Caller').innerText()).toBe('15702');
    await button(shown, 'Close').click();
  });

  test('the dialog says that deleting may be refused, and deletes after confirmation', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const { callUuid, changes } = await startRecordedCall(sidetone, '15703');
    simulator.setFaults([
      {
        match: { vendor: 'verba', operation: 'GetCallInformation' },
        effect: { kind: 'status', status: 503 },
      },
    ]);
    await button(currentCall(page), 'Delete call').click();
    const confirmation = dialog(page, 'Delete this call?');
    await seeText(confirmation, 'The recording could not be looked up.');
    simulator.setFaults([]);
    await seeText(confirmation, 'You can still try to delete it, but the recorder may refuse.');
    await button(confirmation, 'Delete call').click();
    await seeText(page.getByRole('status'), 'Recording marked for deletion');
    expect(changes()).toEqual([
      recorderChange(sidetone, { action: 'DeleteCall', nativeID: callUuid }),
    ]);
  });
});

test('the chosen one of several recordings is deleted by its ID: SearchCalls of calls in progress, SearchCalls of recorded calls, DeleteCall by callID', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { id, callUuid, recordingId, changes } = await startRecordedCall(sidetone, '15704');
  const other = simulator.verba.add({ nativeId: callUuid, caller: '15704', called: '15078' });
  simulator.verba.finish(other.callId);
  simulator.genesys.release(id);
  await seeText(currentCall(page), 'Ended');
  await button(currentCall(page), 'Delete call').click();
  const confirmation = dialog(page, 'Delete this call?');
  await seeText(confirmation, /^The recorder found 2 recordings/);
  const statuses = requestsOf(simulator, 'SearchCalls').map(({ query }) => query.status);
  expect(statuses).toEqual(['ongoing', 'recorded']);
  expect(await button(confirmation, 'Delete call').getAttribute('aria-disabled')).toBe('true');
  expect(changes()).toEqual([]);

  const choice = confirmation
    .getByRole('radio', { name: `Recording from ${shownStart(other)}` })
    .and(confirmation.locator('label', { hasText: '15078' }).getByRole('radio'));
  await choice.check();
  await button(confirmation, 'Delete call').click();
  await seeText(page.getByRole('status'), 'Recording deleted');
  expect(changes()).toEqual([
    recorderChange(sidetone, { action: 'DeleteCall', callID: other.callId }),
  ]);
  expect(simulator.verba.recordings().map(({ callId }) => callId)).toContain(recordingId);
});
