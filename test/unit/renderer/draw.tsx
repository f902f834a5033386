import { renderToStaticMarkup } from 'react-dom/server';
import { expect } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Snapshot } from '../../../contract/snapshot';
import { App } from '../../../renderer/App';
import { Welcome } from '../../../renderer/features/welcome/Welcome';
import { createWindowActions, WindowContext } from '../../../renderer/state/window-context';
import { createWindowStore, type WindowState } from '../../../renderer/state/window-store';
import { FakeBridge } from './fake-bridge';

/** The markup of the complete window, with the given local state. */
export function draw(shown?: Snapshot, state: Partial<WindowState> = {}): string {
  // Without a page only the initial state of a store is rendered.
  const store = createStore(() => ({ ...createWindowStore(shown).getState(), ...state }));
  const actions = createWindowActions(new FakeBridge().bridge, store);
  return renderToStaticMarkup(
    <WindowContext value={{ store, actions }}>
      <App welcome={<Welcome />} />
    </WindowContext>,
  );
}

/** The markup of the region with this name, which can contain other regions. */
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
  // Elements that only isolate a name are removed.
  return markup
    .replace(/<\/?bdi[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** The opening tags of all buttons, by accessible name. */
export function buttonsOf(markup: string): Map<string, string> {
  const buttons = [...markup.matchAll(/(<button[^>]*>)(.*?)<\/button>/g)];
  return new Map(
    buttons.map(([, tag = '', content = '']) => [
      /aria-label="([^"]*)"/.exec(tag)?.[1] ?? textOf(content).trim(),
      tag,
    ]),
  );
}

/** The announced reason why a button is disabled; `undefined` if it is enabled. */
export function reasonOf(markup: string, name: string): string | undefined {
  const tag = buttonsOf(markup).get(name);
  expect(tag, `a button named ${name}`).toBeDefined();
  if (!tag!.includes('aria-disabled')) {
    return undefined;
  }
  const id = /aria-describedby="([^"]*)"/.exec(tag!)?.[1] ?? 'none';
  return new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(markup)?.[1];
}
