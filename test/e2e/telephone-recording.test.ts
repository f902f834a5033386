import { expect } from 'vitest';
import { followChanges } from '../support/journal';
import { testInSidetone } from '../support/sidetone';
import { onCall, showCall } from '../support/telephone';
import { button, region as regionOf, seeNoText, seeText } from '../support/window';

const test = testInSidetone();

test('the line records, pauses, goes on and stops: StartCallRecording, PauseCallRecording, ResumeCallRecording, StopCallRecording', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const asked = followChanges(simulator, 'genesys');
  const { id, region } = await showCall(sidetone, { from: '16501' });
  await button(region, 'Start recording').click();
  await seeText(region, 'Being recorded');
  await button(region, 'Pause recording').click();
  await seeText(region, 'Recording paused');
  await button(region, 'Resume recording').click();
  await seeText(region, 'Being recorded');
  await button(region, 'Stop recording').click();
  await seeNoText(region, 'Being recorded');
  await button(region, 'Start recording').waitFor();
  expect(asked()).toEqual(
    ['StartCallRecording', 'PauseCallRecording', 'ResumeCallRecording', 'StopCallRecording'].map(
      (operationName) => onCall(id, operationName),
    ),
  );
  // What the switch keeps of its recording among the call's data is not the agent's.
  expect(await regionOf(page, 'Customer').getByRole('listitem').count()).toBe(0);
});

test('of what the line can do with its recording only that is there which applies', async ({
  sidetone,
}) => {
  const { region } = await showCall(sidetone, { from: '16502' });
  const offered = region.getByRole('button', { name: /^(Start|Pause|Resume|Stop) recording$/ });
  await expect.poll(() => offered.allInnerTexts()).toEqual(['Start recording']);
  await button(region, 'Start recording').click();
  await expect.poll(() => offered.allInnerTexts()).toEqual(['Pause recording', 'Stop recording']);
  await button(region, 'Pause recording').click();
  await expect.poll(() => offered.allInnerTexts()).toEqual(['Resume recording', 'Stop recording']);
  await button(region, 'Stop recording').click();
  await expect.poll(() => offered.allInnerTexts()).toEqual(['Start recording']);
});
