import { expect } from 'vitest';
import { chooseMore, listMore } from '../../support/call-panel';
import { eventually } from '../../support/eventually';
import { followChanges } from '../../support/journal';
import { onCall, showCall } from '../../support/telephone';
import { region as regionOf, seeNoText, seeText } from '../../support/window';
import { test } from './app';

test('line recording is started, paused, resumed and stopped: StartCallRecording, PauseCallRecording, ResumeCallRecording, StopCallRecording', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const asked = followChanges(simulator, 'genesys');
  const { id, region } = await showCall(sidetone, { from: '16501' });
  await chooseMore(page, 'Start recording');
  await seeText(region, 'Being recorded');
  await chooseMore(page, 'Pause recording');
  await seeText(region, 'Recording paused');
  await chooseMore(page, 'Resume recording');
  await seeText(region, 'Being recorded');
  await chooseMore(page, 'Stop recording');
  await seeNoText(region, 'Being recorded');
  expect(asked()).toEqual(
    ['StartCallRecording', 'PauseCallRecording', 'ResumeCallRecording', 'StopCallRecording'].map(
      (operationName) => onCall(id, operationName),
    ),
  );
  // The switch's own data about its recording is not shown to the agent.
  expect(await regionOf(page, 'Customer').getByRole('listitem').count()).toBe(0);
});

test('only the applicable actions of line recording are shown', async ({ sidetone }) => {
  const { page } = sidetone;
  await showCall(sidetone, { from: '16502' });
  const offered = async (): Promise<string[]> =>
    (await listMore(page)).filter((name) => name.endsWith(' recording'));
  await eventually(offered).toEqual(['Start recording']);
  await chooseMore(page, 'Start recording');
  await eventually(offered).toEqual(['Pause recording', 'Stop recording']);
  await chooseMore(page, 'Pause recording');
  await eventually(offered).toEqual(['Resume recording', 'Stop recording']);
  await chooseMore(page, 'Stop recording');
  await eventually(offered).toEqual(['Start recording']);
});
