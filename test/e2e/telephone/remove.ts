import { describe, expect } from 'vitest';
import type { PartySpec } from '../../../simulator/genesys/types';
import { eventually } from '../../support/eventually';
import { followChanges } from '../../support/journal';
import type { Sidetone } from '../../support/sidetone';
import { onCall, showCall } from '../../support/telephone';
import { button, dialog, participants, seeText, seeTexts } from '../../support/window';
import { test } from './app';

async function remove({ page }: Sidetone, name: string): Promise<void> {
  await button(page, `Remove ${name}`).click();
  await button(dialog(page, `Remove ${name}?`), 'Remove').click();
}

test('a participant is removed: RemoveParticipantFromConference', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const asked = followChanges(simulator, 'genesys');
  const { id } = await showCall(sidetone, {
    from: '16201',
    others: [{ number: '16202' }, { number: '16203' }],
    isOwner: true,
  });
  await remove(sidetone, '16202');
  await seeTexts(participants(page), [/^16201/, /^16203/]);
  expect(asked()).toEqual([
    onCall(id, 'RemoveParticipantFromConference', { participant: '16202' }),
  ]);
});

test('the last of five hundred is listed and removed by name', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const asked = followChanges(simulator, 'genesys');
  const others = Array.from({ length: 499 }, (_, index) => ({ number: String(30_001 + index) }));
  const { id } = simulator.genesys.arrive({
    from: '30000',
    others,
    isOwner: true,
    state: 'Established',
  });
  await button(page, 'Show all 500').click();
  await eventually(() => participants(page).count()).toBe(500);
  await remove(sidetone, '30499');
  await eventually(() => participants(page).count()).toBe(499);
  expect(await button(page, 'Remove 30499').count()).toBe(0);
  expect(asked()).toEqual([
    onCall(id, 'RemoveParticipantFromConference', { participant: '30499' }),
  ]);
});

describe('the chosen one of two participants with the same number is removed', () => {
  const IN_TWO_FORMATS: readonly PartySpec[] = [
    { number: '16212', formatted: 'Eta 16212' },
    { number: '16212', formatted: 'Theta 16212' },
  ];
  const ONE_INTERNATIONAL: readonly PartySpec[] = [
    { number: '+12125550163' },
    { number: '12125550163' },
  ];

  /** The chosen participant, by the name sent to Genesys, and the one who stays. */
  test.for([
    ['formatted in two ways, the first', IN_TWO_FORMATS, 'Eta 16212', 'Theta 16212'],
    ['formatted in two ways, the second', IN_TWO_FORMATS, 'Theta 16212', 'Eta 16212'],
    ['in two forms, the international', ONE_INTERNATIONAL, '+12125550163', '12125550163'],
    ['in two forms, the national', ONE_INTERNATIONAL, '12125550163', '+12125550163'],
  ] as const)('%s', async ([, others, chosen, stays], { sidetone }) => {
    const { page, simulator } = sidetone;
    const spec = { from: '16211', others: [...others], isOwner: true };
    const { id } = await showCall(sidetone, spec);
    const asked = followChanges(simulator, 'genesys');
    await remove(sidetone, chosen);
    await seeTexts(participants(page), [/^16211/, startOf(stays)]);
    expect(asked()).toEqual([
      onCall(id, 'RemoveParticipantFromConference', { participant: chosen }),
    ]);
  });
});

describe('two participants with nothing but the same number', () => {
  const twins = [{ number: '16222' }, { number: '16222' }];

  test('one is removed by one request, and the confirmation says that it may be either', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const { id } = await showCall(sidetone, { from: '16221', others: twins, isOwner: true });
    await button(page, 'Remove 16222').nth(1).click();
    const confirmation = dialog(page, 'Remove 16222?');
    await seeText(confirmation, /Somebody else in this call has the same number/);
    await seeText(confirmation, /either of them may be removed/);
    await button(confirmation, 'Remove').click();
    await seeTexts(participants(page), [/^16221/, /^16222/]);
    expect(asked()).toEqual([
      onCall(id, 'RemoveParticipantFromConference', { participant: '16222' }),
    ]);
  });

  test('the confirmation does not mention this for others', async ({ sidetone }) => {
    const { page } = sidetone;
    await showCall(sidetone, { from: '16223', others: twins, isOwner: true });
    await button(page, 'Remove 16223').click();
    const confirmation = dialog(page, 'Remove 16223?');
    await seeText(confirmation, /The call continues for everybody else/);
    expect(await confirmation.getByText(/same number/).count()).toBe(0);
    await button(confirmation, 'Cancel').click();
  });
});

function startOf(text: string): RegExp {
  return new RegExp(`^${text.replace('+', '\\+')}`);
}
