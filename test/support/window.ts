import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from './eventually';

/** The parts of the window by role and name, as `docs/window.md` names them. */

export function currentCall(page: Page): Locator {
  return region(page, 'Current call');
}

export function region(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

export function button(scope: Page | Locator, name: string): Locator {
  return scope.getByRole('button', { name, exact: true });
}

export function dialog(page: Page, name: string): Locator {
  return page.getByRole('alertdialog', { name, exact: true });
}

/** A dialog that asks for the input of an action. */
export function form(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name, exact: true });
}

/** A field with a list of choices or suggestions. */
export function combobox(scope: Locator, name: string): Locator {
  return scope.getByRole('combobox', { name, exact: true });
}

/** Opens the menu of the first participant with this name, and chooses an item. */
export async function chooseFor(scope: Page | Locator, name: string, entry: string): Promise<void> {
  await button(scope, `Actions for ${name}`).first().click();
  await scope.getByRole('menuitem', { name: entry, exact: true }).click();
}

export function participants(page: Page): Locator {
  return page.getByRole('list', { name: 'Participants', exact: true }).getByRole('listitem');
}

/** The row of a person in one of the lists of people. */
export function personIn(list: Locator, name: string): Locator {
  return list.getByRole('listitem').filter({ has: list.page().getByText(name, { exact: true }) });
}

export function connection(page: Page, vendor: string): Locator {
  return page
    .getByRole('list', { name: 'Connections', exact: true })
    .getByRole('listitem')
    .filter({ hasText: `${vendor}: ` });
}

/** Presses the button that dismisses a message; the button's name contains the message. */
export async function dismiss(message: Locator): Promise<void> {
  await message.getByRole('button', { name: /^Dismiss: / }).click();
}

export function alert(page: Page): Locator {
  return page.getByRole('alert');
}

/**
 * Moves the pointer onto an element from elsewhere, to see its tooltip: a pointer that rests where
 * the element appears shows none.
 */
export async function pointAt(target: Locator): Promise<void> {
  await target.page().mouse.move(0, 0);
  await target.hover();
}

/** Waits until the scope contains an element with exactly this text. */
export async function seeText(scope: Locator, text: string | RegExp): Promise<void> {
  await scope.getByText(text, { exact: true }).first().waitFor();
}

/** Waits until the scope no longer contains this text. */
export async function seeNoText(scope: Locator, text: string): Promise<void> {
  await scope.getByText(text, { exact: true }).first().waitFor({ state: 'detached' });
}

/** Waits until the locator's elements have exactly these texts, in this order. */
export async function seeTexts(locator: Locator, texts: readonly RegExp[]): Promise<void> {
  await eventually(() => locator.allInnerTexts()).toEqual(
    texts.map((text): unknown => expect.stringMatching(text)),
  );
}
