import { expect } from 'vitest';
import {
  fact,
  openRecording,
  recorderChange,
  startRecordedCall,
} from '../../support/recorded-call';
import type { Sidetone } from '../../support/sidetone';
import { alert, button, form, seeText } from '../../support/window';
import { test } from './app';

function recordingNow({ simulator }: Sidetone, recordingId: string) {
  return simulator.verba.recordings().find(({ callId }) => callId === recordingId);
}

test('a recording is kept, and then no longer kept: KeepCall by callID, KeepCall unmarking by callID', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  const { recordingId, changes } = await startRecordedCall(sidetone, '15721');
  const first = await openRecording(page);
  expect(await button(first, 'Stop keeping').count()).toBe(0);
  await button(first, 'Keep').click();
  await seeText(page.getByRole('status'), 'The recording is kept');
  expect(recordingNow(sidetone, recordingId)).toMatchObject({ isKept: true });

  const second = await openRecording(page);
  await seeText(fact(second, 'Kept'), 'Yes');
  await button(second, 'Stop keeping').click();
  await seeText(page.getByRole('status'), 'The recording is no longer kept');
  expect(recordingNow(sidetone, recordingId)).toMatchObject({ isKept: false });
  expect(changes()).toEqual([
    recorderChange(sidetone, { action: 'KeepCall', callID: recordingId }),
    recorderChange(sidetone, { action: 'KeepCall', callID: recordingId, unmark: '1' }),
  ]);
});

test('the recorder is paused and resumed: MuteRecording of both channels by callID, MuteRecording of no channel by callID', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  const { recordingId, changes } = await startRecordedCall(sidetone, '15722');
  await button(await openRecording(page), 'Pause recorder').click();
  await seeText(page.getByRole('status'), 'Recorder paused');
  expect(recordingNow(sidetone, recordingId)).toMatchObject({ muted: 'both' });
  await button(await openRecording(page), 'Resume recorder').click();
  await seeText(page.getByRole('status'), 'Recorder resumed');
  expect(recordingNow(sidetone, recordingId)).toMatchObject({ muted: 'none' });
  expect(changes()).toEqual([
    recorderChange(sidetone, { action: 'MuteRecording', callID: recordingId, mute: '3' }),
    recorderChange(sidetone, { action: 'MuteRecording', callID: recordingId, mute: '0' }),
  ]);
});

test('the recorder of an ended call cannot be paused', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { id } = await startRecordedCall(sidetone, '15723');
  simulator.genesys.release(id);
  await button(page, 'Recording of 15723').click();
  const shown = form(page, 'Recording of this call');
  await button(shown, 'Keep').waitFor();
  expect(await button(shown, 'Pause recorder').count()).toBe(0);
  await button(shown, 'Close').click();
});

test('a refusal of the recorder is reported, and the action is not requested again', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { changes } = await startRecordedCall(sidetone, '15724');
  simulator.setFaults([
    {
      match: { vendor: 'verba', operation: 'MuteRecording' },
      times: 1,
      effect: {
        kind: 'status',
        status: 200,
        body: '<VerbaApi><Response code="2" type="MuteRecording"><ErrorMessage>No right to mute</ErrorMessage></Response></VerbaApi>',
        contentType: 'text/xml',
      },
    },
  ]);
  await button(await openRecording(page), 'Pause recorder').click();
  await seeText(alert(page), '“Pause recorder” did not work: 15724');
  await seeText(alert(page), 'Verba: The service refused the request.');
  await seeText(alert(page), 'Details: No right to mute');
  expect(changes()).toHaveLength(1);
});
