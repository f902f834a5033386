import { renderToStaticMarkup } from 'react-dom/server';
import { expect } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Snapshot } from '../../../contract/snapshot';
import { App } from '../../../renderer/App';
import { Welcome } from '../../../renderer/features/welcome/Welcome';
import { createWindowActions, WindowContext } from '../../../renderer/state/window-context';
import { createWindowStore, type WindowState } from '../../../renderer/state/window-store';
import { FakeBridge } from './fake-bridge';

/** The markup of the whole window, with what only the window knows as given. */
export function draw(shown?: Snapshot, state: Partial<WindowState> = {}): string {
  // What a store begins with is all that is drawn without a page.
  const store = createStore(() => ({ ...createWindowStore(shown).getState(), ...state }));
  const actions = createWindowActions(new FakeBridge().bridge, store);
  return renderToStaticMarkup(
    <WindowContext value={{ store, actions }}>
      <App welcome={<Welcome />} />
    </WindowContext>,
  );
}

/** The markup of the one region of that name; another one may be in it. */
export function regionOf(markup: string, name: string): string {
  const starts = [...markup.matchAll(/<section [^>]*aria-label="([^"]*)"/g)].filter(
    (match) => match[1] === name,
  );
  expect(starts, `regions named ${name}`).toHaveLength(1);
  const rest = markup.slice(starts[0]!.index);
  let depth = 0;
  for (const { 0: tag, index } of rest.matchAll(/<\/?section\b/g)) {
    depth += tag === '<section' ? 1 : -1;
    if (depth === 0) return rest.slice(0, index);
  }
  throw new Error(`The region ${name} has no end.`);
}

export function textOf(markup: string): string {
  // What only isolates a name takes no place.
  return markup
    .replace(/<\/?bdi[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** The opening tags of all buttons, by the name that is read out. */
export function buttonsOf(markup: string): Map<string, string> {
  const buttons = [...markup.matchAll(/(<button[^>]*>)(.*?)<\/button>/g)];
  return new Map(
    buttons.map(([, tag = '', content = '']) => [
      /aria-label="([^"]*)"/.exec(tag)?.[1] ?? textOf(content).trim(),
      tag,
    ]),
  );
}

/** Why a button cannot be used, as screen readers read it; `undefined` if it can. */
export function reasonOf(markup: string, name: string): string | undefined {
  const tag = buttonsOf(markup).get(name);
  expect(tag, `a button named ${name}`).toBeDefined();
  if (!tag!.includes('aria-disabled')) {
    return undefined;
  }
  const id = /aria-describedby="([^"]*)"/.exec(tag!)?.[1] ?? 'none';
  return new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(markup)?.[1];
}
