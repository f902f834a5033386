import { describe, expect } from 'vitest';
import { chooseMore, consultation } from '../../support/call-panel';
import { injectSnapshot } from '../../support/inject-snapshot';
import { followChanges } from '../../support/journal';
import { type Sidetone } from '../../support/sidetone';
import { askForNumber, onCall, showCall, type ShownCall } from '../../support/telephone';
import {
  button,
  currentCall,
  dialog,
  form,
  participants,
  seeText,
  seeTexts,
} from '../../support/window';
import { test } from './app';

async function seeHeading({ page }: Sidetone, name: string): Promise<void> {
  await currentCall(page).getByRole('heading', { name, exact: true }).waitFor();
}

function otherCalls({ page }: Sidetone) {
  return page.getByRole('list', { name: 'Other calls', exact: true }).getByRole('listitem');
}

/** Consults a person first, and lets that call be answered. */
async function consult(
  sidetone: Sidetone,
  opener: 'Add' | 'Transfer',
  { from, number }: { from: string; number: string },
): Promise<ShownCall & { readonly consultationId: string }> {
  const { page, simulator } = sidetone;
  const call = await showCall(sidetone, { from });
  await askForNumber(sidetone, opener, number, 'Consult first');
  await seeHeading(sidetone, number);
  await seeText(currentCall(page), 'Dialing');
  await seeText(currentCall(page), 'Consultation');
  await seeTexts(otherCalls(sidetone), [new RegExp(`^${from}\\s+On hold`)]);
  const consultationId = simulator.genesys.calls().at(-1)!.id;
  simulator.genesys.answer(consultationId);
  await seeText(currentCall(page), 'Established');
  return { ...call, consultationId };
}

function uriOf({ simulator }: Sidetone, call: Pick<ShownCall, 'id'>): string {
  return simulator.genesys.calls().find(({ id }) => id === call.id)!.uri;
}

function destination(phoneNumber: string) {
  return { destination: { phoneNumber } };
}

describe('a person is added', () => {
  test('at once: SingleStepConference', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const { id } = await showCall(sidetone, { from: '16101' });
    await askForNumber(sidetone, 'Add', '+1 (212) 555-0162', 'Add now');
    await seeTexts(participants(page), [/^16101/, /^\+12125550162/]);
    await button(page, 'Remove +12125550162').waitFor();
    expect(asked()).toEqual([onCall(id, 'SingleStepConference', destination('+12125550162'))]);
  });

  test('from the suggestions, with the keyboard only', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const earlier = await showCall(sidetone, { from: '16102', formatted: 'Theta at home' });
    simulator.genesys.release(earlier.id);
    const { id } = await showCall(sidetone, { from: '16103' });
    const asked = followChanges(simulator, 'genesys');
    await button(currentCall(page), 'Add').press('Enter');
    const adding = form(page, 'Add somebody');
    await page.keyboard.type('theta');
    await adding.getByRole('option', { name: /Theta at home/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await adding.waitFor({ state: 'detached' });
    await seeHeading(sidetone, '16102');
    expect(asked()).toEqual([onCall(id, 'InitiateConference', destination('16102'))]);
  });

  test('after consulting first: InitiateConference, CompleteConference', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const parties = { from: '16104', number: '16105' };
    const { id, region, consultationId } = await consult(sidetone, 'Add', parties);
    await button(consultation(page), 'Merge calls').click();
    await seeHeading(sidetone, '16104, 16105');
    await seeText(region, 'Established');
    await seeTexts(participants(page), [/^16104/, /^16105/]);
    expect(asked()).toEqual([
      onCall(id, 'InitiateConference', destination('16105')),
      onCall(consultationId, 'CompleteConference'),
    ]);
  });

  test('not after Cancel, and not before a number is typed', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const { region } = await showCall(sidetone, { from: '16106' });
    await button(region, 'Add').click();
    const adding = form(page, 'Add somebody');
    await adding.waitFor();
    await page.keyboard.press('Enter');
    expect(await button(adding, 'Add now').getAttribute('aria-disabled')).toBe('true');
    expect(await button(adding, 'Consult first').getAttribute('aria-disabled')).toBe('true');
    await button(adding, 'Cancel').click();
    await adding.waitFor({ state: 'detached' });
    expect(asked()).toEqual([]);
  });
});

test.for([
  ['Add', 'Add somebody', 'SingleStepConference', '16107'],
  ['Transfer', 'Transfer the call', 'SingleStepTransfer', '16108'],
] as const)(
  '%s by Enter acts at once where consulting first was not possible',
  async ([opener, title, operation, from], { sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const { id, region } = await showCall(sidetone, { from });
    await injectSnapshot(sidetone, ({ calls }) => ({
      calls: calls.map((call) => ({
        ...call,
        actions: call.actions.filter((action) => !action.startsWith('consult-')),
      })),
    }));
    await button(region, opener).click();
    const prompt = form(page, title);
    await prompt.waitFor();
    await page.keyboard.type('16109');
    await page.keyboard.press('Enter');
    await prompt.waitFor({ state: 'detached' });
    expect(asked()).toEqual([onCall(id, operation, destination('16109'))]);
    await page.reload();
  },
);

describe('a call is transferred', () => {
  test('at once: SingleStepTransfer', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const { id, region } = await showCall(sidetone, { from: '16111' });
    await askForNumber(sidetone, 'Transfer', '16112', 'Transfer now');
    await seeText(region, 'Ended');
    await seeText(page.getByRole('status'), 'Transferred to 16112');
    expect(asked()).toEqual([onCall(id, 'SingleStepTransfer', destination('16112'))]);
  });

  test('after consulting first: InitiateTransfer, CompleteTransfer', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const parties = { from: '16113', number: '16114' };
    const { id, region, consultationId } = await consult(sidetone, 'Transfer', parties);
    await button(consultation(page), 'Transfer to 16114').click();
    await seeText(region, 'Ended');
    await otherCalls(sidetone).waitFor({ state: 'detached' });
    await seeText(page.getByRole('status'), 'Transferred to 16114');
    expect(asked()).toEqual([
      onCall(id, 'InitiateTransfer', destination('16114')),
      onCall(consultationId, 'CompleteTransfer'),
    ]);
  });

  test('from the call before the consultation: CompleteTransfer with consultCallUri', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const parties = { from: '16115', number: '16116' };
    const { id, region, consultationId } = await consult(sidetone, 'Transfer', parties);
    const consultCallUri = uriOf(sidetone, { id: consultationId });
    await button(page, 'Show 16115').click();
    await seeHeading(sidetone, '16115');
    await button(consultation(page), 'Transfer to 16116').click();
    await seeText(region, 'Ended');
    await seeText(page.getByRole('status'), 'Transferred to 16116');
    expect(asked()).toEqual([
      onCall(id, 'InitiateTransfer', destination('16116')),
      onCall(id, 'CompleteTransfer', { consultCallUri }),
    ]);
  });

  test('not if the agent hangs up on the colleague after consulting', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const parties = { from: '16117', number: '16118' };
    const { id, region, consultationId } = await consult(sidetone, 'Transfer', parties);
    await button(region, 'Hang up 16118').click();
    await seeHeading(sidetone, '16117');
    await seeText(region, 'On hold');
    await button(region, 'Resume').click();
    await seeText(region, 'Established');
    expect(await consultation(page).count()).toBe(0);
    expect(asked()).toEqual([
      onCall(id, 'InitiateTransfer', destination('16118')),
      onCall(consultationId, 'Hangup'),
      onCall(id, 'Retrieve'),
    ]);
  });
});

test('hanging up after consulting ends the call with the colleague, even if another was shown before', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  await showCall(sidetone, { from: '16131', state: 'Held' });
  const { id, region } = await showCall(sidetone, { from: '16132' });
  const asked = followChanges(simulator, 'genesys');
  await button(page, 'Show 16131').click();
  await seeHeading(sidetone, '16131');
  await button(page, 'Show 16132').click();
  await seeHeading(sidetone, '16132');
  await askForNumber(sidetone, 'Add', '16133', 'Consult first');
  await seeHeading(sidetone, '16133');
  const consultationId = simulator.genesys.calls().at(-1)!.id;
  simulator.genesys.answer(consultationId);
  await seeText(region, 'Established');
  await button(region, 'Hang up 16133').click();
  await seeHeading(sidetone, '16132');
  expect(simulator.genesys.calls().find((call) => call.id === id)?.state).toBe('Held');
  expect(asked()).toEqual([
    onCall(id, 'InitiateConference', destination('16133')),
    onCall(consultationId, 'Hangup'),
  ]);
});

test('two customers are merged or connected only after a confirmation with both names', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const held = await showCall(sidetone, { from: '16141', state: 'Held' });
  const consultCallUri = uriOf(sidetone, held);
  const { id } = await showCall(sidetone, { from: '16142' });
  const asked = followChanges(simulator, 'genesys');
  expect(await consultation(page).count()).toBe(0);
  await chooseMore(page, 'Merge calls');
  const merging = dialog(page, 'Merge these calls?');
  await seeText(merging, /16142.*16141/);
  await page.keyboard.press('Enter');
  await merging.waitFor({ state: 'detached' });
  await chooseMore(page, 'Transfer to 16141');
  const joining = dialog(page, 'Transfer 16142 to 16141?');
  await joining.waitFor();
  expect(asked()).toEqual([]);
  await button(joining, 'Transfer').click();
  await joining.waitFor({ state: 'detached' });
  await otherCalls(sidetone).waitFor({ state: 'detached' });
  await seeText(page.getByRole('status'), 'Transferred to 16141');
  expect(asked()).toEqual([onCall(id, 'CompleteTransfer', { consultCallUri })]);
});

test('of several calls, only the two that the dialog names are merged or connected', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  await showCall(sidetone, { from: '16143', state: 'Held' });
  const { uri: consultCallUri } = simulator.genesys.arrive({ from: '16144', state: 'Held' });
  const third = simulator.genesys.arrive({ from: '16145', state: 'Held' });
  const { id, region } = await showCall(sidetone, { from: '16146' });
  const asked = followChanges(simulator, 'genesys');
  await chooseMore(page, 'Transfer to 16145');
  const joining = dialog(page, 'Transfer 16146 to 16145?');
  await joining.waitFor();
  simulator.genesys.release(third.id);
  await seeText(joining, 'This transfer is no longer possible.');
  expect(await button(joining, 'Transfer').getAttribute('aria-disabled')).toBe('true');
  await button(joining, 'Cancel').click();
  await chooseMore(page, 'Merge calls');
  const merging = dialog(page, 'Merge these calls?');
  await seeText(merging, /16146.*16144/);
  await button(merging, 'Merge calls').click();
  await seeHeading(sidetone, '16146, 16144');
  await seeText(region, 'Established');
  await seeTexts(otherCalls(sidetone), [/^16143\s+On hold/]);
  expect(asked()).toEqual([onCall(id, 'CompleteConference', { consultCallUri })]);
});

test('two calls are swapped: SwapCalls', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const held = await showCall(sidetone, { from: '16121', state: 'Held' });
  const otherCallUri = uriOf(sidetone, held);
  const { id, region } = await showCall(sidetone, { from: '16122' });
  const asked = followChanges(simulator, 'genesys');
  await button(page, 'Swap with 16121').click();
  await seeHeading(sidetone, '16121');
  await seeText(region, 'Established');
  await seeTexts(otherCalls(sidetone), [/^16122\s+On hold/]);
  expect(asked()).toEqual([onCall(id, 'SwapCalls', { otherCallUri })]);
});
