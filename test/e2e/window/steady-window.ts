import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { eventually } from '../../support/eventually';
import { type Sidetone } from '../../support/sidetone';
import { showCall } from '../../support/telephone';
import { waitingCall } from '../../support/call-panel';
import { button, currentCall, dialog, participants, region, seeText } from '../../support/window';
import { test } from './app';

declare global {
  interface Window {
    sayMoved?: () => void;
  }
  /** Not in TypeScript's declarations. */
  interface Navigator {
    readonly scheduling?: { isInputPending(): boolean };
  }
}

async function showPeople({ simulator, page }: Sidetone, from: number): Promise<string> {
  const numbers = [from, from + 1, from + 2, from + 3].map(String);
  const [first = '', ...others] = numbers;
  const { id } = simulator.genesys.arrive({
    from: first,
    others: others.map((number) => ({ number })),
    isOwner: true,
    state: 'Established',
  });
  await seeText(currentCall(page), 'Established');
  await button(page, `Remove ${String(from + 3)}`).waitFor();
  return id;
}

function focusedName(page: Page): Promise<string | null | undefined> {
  return page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  );
}

describe('while the pointer is in a list', () => {
  test('joins and leaves move nothing under it, and are counted next to the title', async ({
    sidetone,
  }) => {
    const { simulator, page } = sidetone;
    const id = await showPeople(sidetone, 17_010);
    const target = button(page, 'Remove 17012');
    await target.hover();
    const before = await target.boundingBox();
    simulator.genesys.leave(id, '17010');
    simulator.genesys.join(id, { number: '17020' }, true);
    await page.getByText('1 joined, 1 left', { exact: true }).waitFor();
    expect(await target.boundingBox()).toEqual(before);
    expect(await button(page, 'Remove 17010').count()).toBe(0);
    await page.mouse.move(5, 5);
    await button(page, 'Remove 17020').waitFor();
    expect(await participants(page).filter({ hasText: '17010' }).count()).toBe(0);
  });

  test('a press never hits the button that a change has moved there, even before the scrolling corrects it', async ({
    sidetone,
  }) => {
    const { page } = sidetone;
    await showPeople(sidetone, 17_090);
    const target = button(page, 'Remove 17092');
    await target.hover();
    let moved = (): void => undefined;
    const isMoved = new Promise<void>((resolve) => (moved = resolve));
    await page.exposeFunction('sayMoved', () => moved());
    const hit = target.evaluate(async (pointedAt) => {
      const press = new Promise<Event>((resolve) => {
        window.addEventListener('pointerdown', resolve, { capture: true, once: true });
      });
      // By one row, so that another button is there. The press arrives before the next frame.
      const height = pointedAt.closest('li')!.offsetHeight;
      const section = pointedAt.closest('section')!;
      section.style.paddingTop = `${String(height)}px`;
      window.sayMoved?.();
      const end = performance.now() + 20_000;
      while (navigator.scheduling?.isInputPending() !== true && performance.now() < end);
      const { target: pressed } = await press;
      return (pressed as Element).closest('button')?.getAttribute('aria-label');
    });
    await isMoved;
    await page.mouse.down();
    await page.mouse.up();
    expect(await hit).toBe('Remove 17091');
    expect(await focusedName(page)).not.toBe('Remove 17091');
    await target.click();
    await dialog(page, 'Remove 17092?').waitFor();
    await page.evaluate(() => document.querySelector('section[style]')?.removeAttribute('style'));
  });

  test('people that the agent removes disappear at once, and the focus moves to the next', async ({
    sidetone,
  }) => {
    const { page } = sidetone;
    await showPeople(sidetone, 17_030);
    await button(page, 'Remove 17031').click();
    await button(dialog(page, 'Remove 17031?'), 'Remove').click();
    await participants(page).filter({ hasText: '17031' }).waitFor({ state: 'detached' });
    await eventually(() => focusedName(page)).toBe('Remove 17032');
  });

  test('added and removed data move no button under it', async ({ sidetone }) => {
    const { simulator, page } = sidetone;
    const { id } = await showCall(sidetone, {
      from: '17040',
      userData: { Plan: 'Gold', Tier: '2' },
    });
    const target = button(region(page, 'Customer'), 'Change Tier');
    await target.hover();
    const before = await target.boundingBox();
    simulator.genesys.attachUserData(id, { Account: '4711' });
    await seeText(region(page, 'Customer'), 'Account');
    expect(await target.boundingBox()).toEqual(before);
  });
});

test('a list is one Tab stop, with the arrow keys inside it', async ({ sidetone }) => {
  const { page } = sidetone;
  await showPeople(sidetone, 17_050);
  await button(page, 'Remove 17050').focus();
  await page.keyboard.press('ArrowDown');
  expect(await focusedName(page)).toBe('Remove 17051');
  await page.keyboard.press('End');
  expect(await focusedName(page)).toBe('Remove 17053');
  await page.keyboard.press('Tab');
  expect(await focusedName(page)).not.toMatch(/^Remove/);
});

test('a list that is collapsed and opened again is still one Tab stop', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { id } = await showCall(sidetone, { from: '17055' });
  simulator.genesys.release(id);
  const list = page.getByRole('list', { name: 'Last calls', exact: true });
  await list.getByText('17055', { exact: true }).waitFor();
  const title = page.getByRole('button', { name: /^Last calls/ });
  await title.click();
  await list.waitFor({ state: 'detached' });
  await title.click();
  await list.waitFor();
  expect(await list.locator('button:not([tabindex="-1"])').count()).toBe(1);
});

test('a waiting call that disappears with the focus in it leaves no gap', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  await showCall(sidetone, { from: '17057' });
  const { id } = simulator.genesys.arrive({ from: '17058', isFromQueue: true });
  await waitingCall(page).waitFor();
  await page.mouse.move(5, 5);
  await page.keyboard.press('F6');
  await button(waitingCall(page), 'Answer').focus();
  simulator.genesys.release(id);
  await waitingCall(page).waitFor({ state: 'detached' });
  await page.getByText('No longer waiting', { exact: true }).waitFor({ state: 'detached' });
  await button(page, 'Dismiss missed call from 17058').click();
});

test('F6 moves between the parts of the window, and the focus is never lost', async ({
  sidetone,
}) => {
  const { simulator, page } = sidetone;
  const id = await showPeople(sidetone, 17_060);
  await button(page, 'Settings').focus();
  await page.keyboard.press('F6');
  const isIn = (selector: string): Promise<boolean> =>
    page.evaluate((part) => document.activeElement?.closest(part) !== null, selector);
  expect(await isIn('section[aria-label="Current call"]')).toBe(true);
  await page.keyboard.press('Shift+F6');
  expect(await isIn('header')).toBe(true);
  await button(page, 'Remove 17062').focus();
  simulator.genesys.release(id);
  await eventually(() => button(page, 'Remove 17062').count()).toBe(0);
  await eventually(() => isIn('main')).toBe(true);
});

test('changes are announced to screen readers', async ({ sidetone }) => {
  const { simulator, page } = sidetone;
  const polite = page.locator('[aria-live="polite"]:not(dialog *)').last();
  const urgent = page.locator('[aria-live="assertive"]').last();
  const { id } = simulator.genesys.arrive({ from: '17070' });
  await eventually(() => urgent.textContent()).toContain('17070 is calling');
  simulator.genesys.answer(id);
  await seeText(currentCall(page), 'Established');
  simulator.genesys.join(id, { number: '17071' }, true);
  await eventually(() => polite.textContent()).toContain('17071 joined');
  simulator.genesys.mute(id, true);
  await eventually(() => polite.textContent()).toContain('Muted');

  // When the same person calls again. A text that stays in place is not announced.
  const first = await urgent.locator('span').elementHandle();
  simulator.genesys.release(id);
  simulator.genesys.arrive({ from: '17070' });
  await eventually(() => first.evaluate((element) => element.isConnected)).toBe(false);
  expect(await urgent.textContent()).toBe('17070 is calling');
});
