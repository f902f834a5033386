import { expect } from 'vitest';
import { type Sidetone } from '../../support/sidetone';
import {
  alert,
  button,
  connection,
  participants,
  region,
  seeText,
  seeTexts,
} from '../../support/window';
import { test } from './app';

/** A request in the journal that starts a TalkSpace, or closes this one. */
function changesAt({ simulator }: Sidetone, from: number) {
  return simulator
    .requests()
    .slice(from)
    .filter(({ operation }) => operation === 'create' || operation === 'close');
}

test('is started, shows its ID and its people, and is closed', async ({ sidetone }) => {
  const { page, simulator, app } = sidetone;
  await seeText(connection(page, 'Telesocial'), 'Telesocial: Connected');
  const from = simulator.requests().length;
  const { length: traced } = await app.trace();

  await button(page, 'Start TalkSpace').dblclick();
  const talkSpace = region(page, 'TalkSpace');
  await talkSpace.waitFor();
  const space = simulator.telesocial.conferences().at(-1);
  await seeText(talkSpace, space!.id);
  expect(await button(page, 'Start TalkSpace').count()).toBe(0);
  const { greetingId, recordingId } = simulator.profile.telesocial;
  expect(changesAt(sidetone, from)).toMatchObject([
    {
      vendor: 'telesocial',
      path: '/api/rest/conference',
      body: {
        networkid: 'eta',
        greetingid: greetingId,
        recordingid: recordingId,
      },
      status: 201,
    },
  ]);
  await app.waitForTrace(
    { kind: 'command', action: 'start-talkspace', outcome: 'confirmed' },
    traced,
  );
  await app.waitForTrace({ kind: 'call', line: 'talkspace', state: 'established' }, traced);

  simulator.telesocial.join(space!.id, 'theta');
  await seeTexts(participants(page), [/^theta/, /^eta/]);
  simulator.telesocial.leave(space!.id, 'theta');
  await seeTexts(participants(page), [/^eta/]);

  await button(talkSpace, 'Close TalkSpace').click();
  await talkSpace.waitFor({ state: 'detached' });
  await button(page, 'Start TalkSpace').waitFor();
  expect(changesAt(sidetone, from).slice(1)).toMatchObject([
    { path: `/api/rest/conference/${space!.id}`, body: { action: 'close' }, status: 200 },
  ]);
  await app.waitForTrace(
    { kind: 'command', action: 'close-talkspace', outcome: 'confirmed' },
    traced,
  );
  expect(simulator.telesocial.conferences().at(-1)).toMatchObject({ isActive: false });
  expect(await alert(page).count()).toBe(0);
});

test('that cannot be started is reported, and not requested again', async ({ sidetone }) => {
  const { page, simulator, app } = sidetone;
  const from = simulator.requests().length;
  const { length: traced } = await app.trace();
  simulator.setFaults([
    {
      match: { vendor: 'telesocial', operation: 'create' },
      times: 1,
      effect: {
        kind: 'status',
        status: 502,
        body: JSON.stringify({
          ConferenceResponse: { status: 502, message: 'Unable to initiate' },
        }),
        contentType: 'application/json',
      },
    },
  ]);
  await button(page, 'Start TalkSpace').click();
  await seeText(alert(page), /“Start TalkSpace” did not work/);
  await seeText(alert(page), /No TalkSpace was started/);
  await app.waitForTrace({ kind: 'command', action: 'start-talkspace', outcome: 'failed' }, traced);
  expect(changesAt(sidetone, from)).toHaveLength(1);
  expect(await region(page, 'TalkSpace').count()).toBe(0);
});

test('whose start was not answered has an unknown outcome until it is found', async ({
  sidetone,
}) => {
  const { page, simulator, app } = sidetone;
  const from = simulator.requests().length;
  const { length: traced } = await app.trace();
  simulator.setFaults([
    {
      match: { vendor: 'telesocial', operation: 'create' },
      times: 1,
      effect: { kind: 'cut', when: 'after' },
    },
  ]);
  await button(page, 'Start TalkSpace').click();
  await seeText(alert(page), /It is not known whether the TalkSpace was started/);
  await app.waitForTrace(
    { kind: 'command', action: 'start-talkspace', outcome: 'unknown' },
    traced,
  );
  // The agent's telephone rings, and once it is answered the TalkSpace can be identified.
  simulator.telesocial.join(undefined, 'eta');
  const talkSpace = region(page, 'TalkSpace');
  await talkSpace.waitFor();
  await alert(page).waitFor({ state: 'detached' });
  expect(changesAt(sidetone, from)).toHaveLength(1);
  await button(talkSpace, 'Close TalkSpace').click();
  await button(page, 'Start TalkSpace').waitFor();
});

test('whose closing was not answered has an unknown outcome', async ({ sidetone }) => {
  const { page, simulator, app } = sidetone;
  const from = simulator.requests().length;
  const { length: traced } = await app.trace();
  await button(page, 'Start TalkSpace').click();
  const talkSpace = region(page, 'TalkSpace');
  await talkSpace.waitFor();
  simulator.setFaults([
    {
      match: { vendor: 'telesocial', operation: 'close' },
      times: 1,
      effect: { kind: 'cut', when: 'before' },
    },
  ]);
  await button(talkSpace, 'Close TalkSpace').click();
  await seeText(alert(page), /It is not known whether the TalkSpace was closed/);
  await app.waitForTrace(
    { kind: 'command', action: 'close-talkspace', outcome: 'unknown' },
    traced,
  );
  expect(changesAt(sidetone, from)).toMatchObject([
    { operation: 'create' },
    { operation: 'close' },
  ]);
  await talkSpace.waitFor();
});
