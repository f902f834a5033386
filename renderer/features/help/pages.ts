import guide from '../../../docs/guide.md?raw';
import keyboard from '../../../docs/keyboard.md?raw';

/** The pages of `docs` that are in the app, by their file name. */
export const PAGES = { 'guide.md': guide, 'keyboard.md': keyboard };

export type PageName = keyof typeof PAGES;

export function isPageName(name: string): name is PageName {
  return name in PAGES;
}

/** The pictures of the guide: from their path in `docs` to their address. */
const PICTURES = import.meta.glob<string>(
  '../../../docs/screens/{conference,consultation,history,ringing,settings-contacts,talking,waiting-call,wrap-up}-light.png',
  { query: '?url', import: 'default', eager: true },
);

/** @param path as in the page, relative to `docs` */
export function pictureAt(path: string): string | undefined {
  return PICTURES[`../../../docs/${path}`];
}
