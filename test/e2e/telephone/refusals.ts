import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { CallSpec } from '../../../simulator/genesys/types';
import { chooseMore } from '../../support/call-panel';
import { followChanges } from '../../support/journal';
import type { Sidetone } from '../../support/sidetone';
import { askForNumber, dialNumber, onCall, refusal, showCall } from '../../support/telephone';
import { alert, button, dialog, region as regionOf, seeText } from '../../support/window';
import { test } from './app';

/** An action of the agent on the current call. */
interface Action {
  readonly operation: string;
  /** The call that the action needs. */
  readonly spec?: Partial<CallSpec>;
  readonly act: (sidetone: Sidetone, region: Locator) => Promise<void>;
  /** The name of the action in the alert. */
  readonly name: string;
  /** Whether the name contains its subject. */
  readonly isNamed?: boolean;
  readonly unchanged: string;
}

const UNCHANGED = 'The call is unchanged.';
const SAME_RECORDING = 'Recording is unchanged.';
const SAME_DATA = 'The call’s data is unchanged.';
const DATA = { userData: { Reason: 'lamp' } };
const NUMBER = '16799';

function press(name: string) {
  return (_: Sidetone, region: Locator) => button(region, name).click();
}

function ask(opener: 'Add' | 'Transfer', answer: string) {
  return (sidetone: Sidetone) => askForNumber(sidetone, opener, NUMBER, answer);
}

/** Presses a button, and confirms. */
function confirm(name: string, confirmation: string, answer: string) {
  return async ({ page }: Sidetone) => {
    await button(page, name).click();
    await button(dialog(page, confirmation), answer).click();
  };
}

function choose(name: string) {
  return ({ page }: Sidetone) => chooseMore(page, name);
}

function confirmMore(name: string, title: string) {
  return async ({ page }: Sidetone) => {
    await chooseMore(page, name);
    await button(dialog(page, title), name).click();
  };
}

async function fillData({ page }: Sidetone, opener: string, name?: string) {
  const data = regionOf(page, 'Customer');
  await button(data, opener).click();
  if (name !== undefined) await data.getByLabel('Name', { exact: true }).fill(name);
  await data.getByLabel('Value', { exact: true }).fill('two lamps');
  await button(data, 'Save').click();
}

const ACTIONS: readonly Action[] = [
  {
    operation: 'Answer',
    spec: { state: 'Ringing' },
    act: press('Answer'),
    name: 'Answer',
    unchanged: UNCHANGED,
  },
  {
    operation: 'Reject',
    spec: { state: 'Ringing', isFromQueue: true },
    act: press('Reject'),
    name: 'Reject',
    unchanged: UNCHANGED,
  },
  { operation: 'MuteCall', act: press('Mute'), name: 'Mute', unchanged: UNCHANGED },
  {
    operation: 'UnmuteCall',
    spec: { isMuted: true },
    act: press('Unmute'),
    name: 'Unmute',
    unchanged: UNCHANGED,
  },
  { operation: 'Hold', act: press('Hold'), name: 'Hold', unchanged: UNCHANGED },
  {
    operation: 'Retrieve',
    spec: { state: 'Held' },
    act: press('Resume'),
    name: 'Resume',
    unchanged: UNCHANGED,
  },
  { operation: 'Hangup', act: press('Hang up'), name: 'Hang up', unchanged: UNCHANGED },
  {
    operation: 'ClearCall',
    act: confirmMore('End for all', 'End the call for all?'),
    name: 'End for all',
    unchanged: UNCHANGED,
  },
  {
    operation: 'SingleStepConference',
    act: ask('Add', 'Add now'),
    name: `Add ${NUMBER}`,
    isNamed: true,
    unchanged: 'Nobody was added.',
  },
  {
    operation: 'InitiateConference',
    act: ask('Add', 'Consult first'),
    name: `Consult ${NUMBER} before adding`,
    isNamed: true,
    unchanged: 'Nobody was called.',
  },
  {
    operation: 'SingleStepTransfer',
    act: ask('Transfer', 'Transfer now'),
    name: `Transfer to ${NUMBER}`,
    isNamed: true,
    unchanged: 'The call was not transferred.',
  },
  {
    operation: 'InitiateTransfer',
    act: ask('Transfer', 'Consult first'),
    name: `Consult ${NUMBER} before transferring`,
    isNamed: true,
    unchanged: 'Nobody was called.',
  },
  {
    operation: 'AttachUserData',
    act: (sidetone) => fillData(sidetone, 'Add data', 'Reason'),
    name: 'Add data Reason',
    isNamed: true,
    unchanged: SAME_DATA,
  },
  {
    operation: 'UpdateUserData',
    spec: DATA,
    act: (sidetone) => fillData(sidetone, 'Change Reason'),
    name: 'Change data Reason',
    isNamed: true,
    unchanged: SAME_DATA,
  },
  {
    operation: 'DeleteUserDataPair',
    spec: DATA,
    act: async ({ page }) => {
      await button(page, 'Change Reason').click();
      await button(page, 'Delete Reason').click();
    },
    name: 'Delete data Reason',
    isNamed: true,
    unchanged: SAME_DATA,
  },
  {
    operation: 'DeleteUserData',
    spec: DATA,
    act: confirm('Delete all data', 'Delete all data?', 'Delete all'),
    name: 'Delete all data',
    unchanged: SAME_DATA,
  },
  {
    operation: 'StartCallRecording',
    act: choose('Start recording'),
    name: 'Start recording',
    unchanged: SAME_RECORDING,
  },
  {
    operation: 'RemoveParticipantFromConference',
    spec: { others: [{ number: NUMBER }], isOwner: true },
    act: confirm(`Remove ${NUMBER}`, `Remove ${NUMBER}?`, 'Remove'),
    name: `Remove ${NUMBER}`,
    isNamed: true,
    unchanged: UNCHANGED,
  },
];

/** Checks that the alert explains what happened and why. */
async function seeRefusal({ page }: Sidetone, title: string, unchanged: string): Promise<void> {
  await seeText(alert(page), title);
  await seeText(alert(page), unchanged);
  await seeText(alert(page), 'Genesys: The service refused the request.');
  await seeText(alert(page), 'Details: The switch has its reasons.');
  await seeText(alert(page), 'Check the call, and try again if you still need to.');
}

describe('a refusal is reported with the message from Genesys, and the action is requested once', () => {
  test.for(ACTIONS.map((action) => [action.operation, action] as const))(
    '%s',
    async ([operation, action], { sidetone }) => {
      const { simulator } = sidetone;
      const spec = { from: '16701', ...action.spec };
      const { id, region } = await showCall(sidetone, spec);
      const parties = [spec.from, ...(spec.others ?? []).map(({ number }) => number)].join(', ');
      const asked = followChanges(simulator, 'genesys');
      simulator.setFaults([refusal(operation, 4, 'The switch has its reasons.')]);
      await action.act(sidetone, region);
      const about = action.isNamed === true ? '' : `: ${parties}`;
      await seeRefusal(sidetone, `“${action.name}” did not work${about}`, action.unchanged);
      expect(asked()).toMatchObject([
        { request: onCall(id, operation).request, parameters: { operationName: operation } },
      ]);
    },
  );

  test('PauseCallRecording, ResumeCallRecording, StopCallRecording', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id } = await showCall(sidetone, { from: '16702' });
    const asked = followChanges(simulator, 'genesys');
    const message = 'The switch has its reasons.';
    await chooseMore(page, 'Start recording');
    for (const verb of ['Pause', 'Resume', 'Stop']) {
      simulator.setFaults([refusal(`${verb}CallRecording`, 4, message)]);
      await chooseMore(page, `${verb} recording`);
      await seeRefusal(sidetone, `“${verb} recording” did not work: 16702`, SAME_RECORDING);
      if (verb === 'Pause') await chooseMore(page, 'Pause recording');
    }
    expect(asked()).toEqual(
      ['Start', 'Pause', 'Pause', 'Resume', 'Stop'].map((verb) =>
        onCall(id, `${verb}CallRecording`),
      ),
    );
  });

  test('SwapCalls', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    await showCall(sidetone, { from: '16703', state: 'Held' });
    await showCall(sidetone, { from: '16704' });
    const asked = followChanges(simulator, 'genesys');
    simulator.setFaults([refusal('SwapCalls', 4, 'The switch has its reasons.')]);
    await button(page, 'Swap with 16703').click();
    await seeRefusal(sidetone, '“Swap” did not work: 16704', 'The calls are unchanged.');
    expect(asked()).toHaveLength(1);
  });

  test.for([
    ['CompleteConference', 'Merge calls', '16706'],
    ['CompleteTransfer', 'Complete transfer', '16705'],
  ] as const)('%s', async ([operation, name, target], { sidetone }) => {
    const { page, simulator } = sidetone;
    await showCall(sidetone, { from: '16705', state: 'Held' });
    await showCall(sidetone, { from: '16706' });
    const asked = followChanges(simulator, 'genesys');
    simulator.setFaults([refusal(operation, 4, 'The switch has its reasons.')]);
    if (operation === 'CompleteConference') {
      await chooseMore(page, 'Merge calls');
      await button(dialog(page, 'Merge these calls?'), 'Merge calls').click();
    } else {
      await chooseMore(page, 'Transfer to 16705');
      await button(dialog(page, 'Transfer 16706 to 16705?'), 'Transfer').click();
    }
    await seeRefusal(sidetone, `“${name}” did not work: ${target}`, 'The calls are unchanged.');
    expect(asked()).toHaveLength(1);
  });

  test('Dial', async ({ sidetone }) => {
    const { simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    simulator.setFaults([refusal('Dial', 4, 'The switch has its reasons.')]);
    await dialNumber(sidetone, NUMBER);
    await seeRefusal(sidetone, `“Dial ${NUMBER}” did not work`, 'Nobody was called.');
    expect(asked()).toHaveLength(1);
  });
});
