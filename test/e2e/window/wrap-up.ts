import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { followChanges } from '../../support/journal';
import { onCall, showCall } from '../../support/telephone';
import { button, currentCall, form, region, seeText, seeTexts } from '../../support/window';
import { test } from './app';

function wrapUp(page: Page): Locator {
  return region(page, 'Wrap-up');
}

function note(scope: Locator): Locator {
  return scope.getByRole('textbox', { name: 'Note', exact: true });
}

function outcome(scope: Locator): Locator {
  return scope.getByRole('combobox', { name: 'Outcome', exact: true });
}

describe('a note and an outcome', () => {
  test('are attached by one press, in one request: AttachUserData', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const { id } = await showCall(sidetone, { from: '16501' });
    await page.keyboard.press('Control+Shift+N');
    await page.keyboard.type('Sent');
    await button(wrapUp(page), 'Attach note and outcome').waitFor();
    // The complete note is attached, even the last words, which were not saved yet.
    await page.keyboard.type(' a new lamp');
    await outcome(wrapUp(page)).selectOption('Resolved');
    await button(wrapUp(page), 'Attach note and outcome').click();
    await seeText(wrapUp(page), 'Attached to the call');
    await button(wrapUp(page), 'Attach note and outcome').waitFor({ state: 'detached' });
    const userData = { SidetoneNote: 'Sent a new lamp', SidetoneOutcome: 'Resolved' };
    expect(asked()).toEqual([onCall(id, 'AttachUserData', { userData })]);
    simulator.genesys.release(id);
    await seeText(wrapUp(page), /kept on this computer only/);
  });

  test('stay in place while another call rings and is answered, and survive a reload', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const { id } = await showCall(sidetone, { from: '16502' });
    await currentCall(page).getByRole('heading').click();
    const hangUp = button(currentCall(page), 'Hang up');
    const place = await hangUp.boundingBox();
    await note(wrapUp(page)).click();
    await page.keyboard.type('first half, ');
    expect(await hangUp.boundingBox()).toEqual(place);
    simulator.genesys.release(id);
    await showCall(sidetone, { from: '16503' });
    await page.keyboard.type('second half');
    expect(await note(wrapUp(page)).inputValue()).toBe('first half, second half');
    await seeText(wrapUp(page), 'About the call with 16502');
    await currentCall(page).getByRole('heading').click();
    await seeText(wrapUp(page), 'Saved on this computer as you type.');
    expect(await note(wrapUp(page)).inputValue()).toBe('');

    await note(wrapUp(page)).fill('before the reload');
    await page.reload();
    await seeText(wrapUp(page), 'Saved on this computer as you type.');
    expect(await note(wrapUp(page)).inputValue()).toBe('before the reload');
  });

  test('stay with their call while the agent looks at another application', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const { id } = await showCall(sidetone, { from: '16505' });
    await note(wrapUp(page)).click();
    await page.keyboard.type('first half, ');
    simulator.genesys.release(id);
    // What Chromium sends when the window loses the focus. Playwright keeps the page from noticing.
    await note(wrapUp(page)).dispatchEvent('focusout', { relatedTarget: null });
    await showCall(sidetone, { from: '16506' });
    await page.keyboard.type('second half');
    expect(await note(wrapUp(page)).inputValue()).toBe('first half, second half');
    await seeText(wrapUp(page), 'About the call with 16505');
    // Pressed elsewhere, and the focus goes there, not into the note of the other call.
    await currentCall(page).getByRole('heading').click();
    await seeText(wrapUp(page), 'Saved on this computer as you type.');
    expect(await note(wrapUp(page)).inputValue()).toBe('');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('section');
  });

  test('stay with their call while it comes back under the same id', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id } = await showCall(sidetone, { from: '16507' });
    await note(wrapUp(page)).click();
    await page.keyboard.type('first half, ');
    simulator.genesys.release(id);
    await seeText(wrapUp(page), /kept on this computer only/);
    simulator.genesys.arrive({ id, from: '16507' });
    await seeText(currentCall(page), 'Ringing');
    await page.keyboard.type('second half');
    expect(await note(wrapUp(page)).inputValue()).toBe('first half, second half');
    await currentCall(page).getByRole('heading').click();
    await seeText(wrapUp(page), 'Saved on this computer as you type.');
    expect(await note(wrapUp(page)).inputValue()).toBe('');

    await button(page, 'History').click();
    const history = form(page, 'History');
    await history.getByRole('searchbox').fill('16507');
    await seeTexts(history.getByRole('listitem'), [/16507/, /16507[\s\S]*first half, second half/]);
    await button(history, 'Close').click();
    simulator.genesys.release(id);
  });

  test('are found in the history, and can be edited there', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id } = await showCall(sidetone, { from: '16504' });
    await note(wrapUp(page)).fill('wants a blue lamp');
    simulator.genesys.release(id);
    await button(wrapUp(page), 'Done').click();
    await wrapUp(page).waitFor({ state: 'detached' });

    await button(page, 'History').click();
    const history = form(page, 'History');
    await history.getByRole('searchbox').fill('blue 16504');
    await seeTexts(history.getByRole('listitem'), [/16504[\s\S]*wants a blue lamp/]);
    await button(history, 'Note and outcome of the call with 16504').click();
    const editing = form(page, 'Note and outcome');
    await seeText(editing, /kept on this computer only/);
    await note(editing).fill('wants a blue lamp, and a red one');
    await outcome(editing).selectOption('Follow-up needed');
    await button(editing, 'Save').click();
    await seeTexts(history.getByRole('listitem'), [/Follow-up needed[\s\S]*and a red one/]);
  });
});
