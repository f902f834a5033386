import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { followChanges } from '../../support/journal';
import type { Sidetone } from '../../support/sidetone';
import { onCall, showCall } from '../../support/telephone';
import { button, dialog, region, seeText, seeTexts } from '../../support/window';
import { test } from './app';

function data({ page }: Sidetone): Locator {
  return region(page, 'Customer');
}

function field(scope: Locator, name: string): Locator {
  return scope.getByRole('textbox', { name, exact: true });
}

/** Waits until exactly these data are shown, each as its key and value. */
async function seeData(sidetone: Sidetone, pieces: readonly (readonly [string, string])[]) {
  await seeTexts(
    data(sidetone).getByRole('listitem'),
    pieces.map(([key, value]) => new RegExp(`^${key}\\s+${value}$`)),
  );
}

describe('the data attached to a call', () => {
  test('are shown by key, and updated when Genesys changes them', async ({ sidetone }) => {
    const { simulator } = sidetone;
    const userData = { Customer: 'Theta', Account: '4711' };
    const { id } = await showCall(sidetone, { from: '16401', userData });
    await seeData(sidetone, [
      ['Account', '4711'],
      ['Customer', 'Theta'],
    ]);
    simulator.genesys.attachUserData(id, { Customer: 'Iota' });
    await seeData(sidetone, [
      ['Account', '4711'],
      ['Customer', 'Iota'],
    ]);
  });

  test('can be added: AttachUserData', async ({ sidetone }) => {
    const { simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const { id } = await showCall(sidetone, { from: '16402' });
    const shown = data(sidetone);
    await button(shown, 'Add data').click();
    await field(shown, 'Name').fill('Reason');
    await field(shown, 'Value').fill('wants to "return" a lamp & more');
    await button(shown, 'Save').click();
    await seeData(sidetone, [['Reason', 'wants to "return" a lamp & more']]);
    expect(asked()).toEqual([
      onCall(id, 'AttachUserData', { userData: { Reason: 'wants to "return" a lamp & more' } }),
    ]);
  });

  test('can be changed: UpdateUserData', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const userData = { Customer: 'Theta', Reason: 'lamp' };
    const { id } = await showCall(sidetone, { from: '16403', userData });
    const shown = data(sidetone);

    await button(shown, 'Change Reason').click();
    await field(shown, 'Value').fill('nothing');
    await button(shown, 'Cancel').click();
    await button(shown, 'Change Reason').click();
    expect(await field(shown, 'Value').inputValue()).toBe('lamp');
    await field(shown, 'Value').fill('two lamps');
    await page.keyboard.press('Enter');
    await seeData(sidetone, [
      ['Customer', 'Theta'],
      ['Reason', 'two lamps'],
    ]);
    expect(asked()).toEqual([onCall(id, 'UpdateUserData', { userData: { Reason: 'two lamps' } })]);
  });

  test('are deleted one by one, and restored by Undo: DeleteUserDataPair, AttachUserData', async ({
    sidetone,
  }) => {
    const { simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const userData = { Customer: 'Theta', Reason: 'lamp' };
    const { id } = await showCall(sidetone, { from: '16404', userData });
    await button(data(sidetone), 'Change Customer').click();
    await button(data(sidetone), 'Delete Customer').click();
    await button(data(sidetone), 'Undo').click();
    await seeData(sidetone, [
      ['Customer', 'Theta'],
      ['Reason', 'lamp'],
    ]);
    expect(asked()).toEqual([
      onCall(id, 'DeleteUserDataPair', { key: 'Customer' }),
      onCall(id, 'AttachUserData', { userData: { Customer: 'Theta' } }),
    ]);
  });

  test('are all deleted after confirmation: DeleteUserData', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const userData = { Customer: 'Theta', Reason: 'lamp' };
    const { id } = await showCall(sidetone, { from: '16405', userData });
    const confirmation = dialog(page, 'Delete all data?');

    await button(data(sidetone), 'Delete all data').click();
    await seeText(confirmation, /All data attached to the call with 16405 will be deleted/);
    await button(confirmation, 'Cancel').click();
    await confirmation.waitFor({ state: 'detached' });
    expect(asked()).toEqual([]);

    await button(data(sidetone), 'Delete all data').click();
    await button(confirmation, 'Delete all').click();
    await data(sidetone).getByRole('listitem').first().waitFor({ state: 'detached' });
    expect(asked()).toEqual([onCall(id, 'DeleteUserData')]);
  });

  test('that are not text can be deleted after confirmation, but not changed', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const userData = { Order: { lamps: 2 } };
    const { id } = await showCall(sidetone, { from: '16406', userData });
    const shown = data(sidetone);
    await seeText(shown, '{"lamps":2}');
    await button(shown, 'Change Order').click();
    expect(await button(shown, 'Save').count()).toBe(0);
    const confirmation = dialog(page, 'Delete Order?');
    await button(shown, 'Delete Order').click();
    await seeText(confirmation, /It cannot be undone/);
    await button(confirmation, 'Cancel').click();
    await confirmation.waitFor({ state: 'detached' });
    expect(asked()).toEqual([]);
    await button(shown, 'Delete Order').click();
    await button(confirmation, 'Delete').click();
    await seeText(shown, 'Order deleted');
    expect(await button(shown, 'Undo').count()).toBe(0);
    expect(asked()).toEqual([onCall(id, 'DeleteUserDataPair', { key: 'Order' })]);
  });
});
