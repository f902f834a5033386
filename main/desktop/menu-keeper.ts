import type { EventEmitter } from 'node:events';

/** What an open menu reports on Windows and macOS. On Linux the desktop draws it, and reports nothing. */
type MenuEvents = Pick<EventEmitter, 'on'>;

/** Replaces a menu by the next one, but never while the agent has it open. */
export interface MenuKeeper<Menu extends MenuEvents> {
  replace(menu: Menu): void;
  dispose(): void;
}

/** A menu can report that it closes before it reports what was chosen from it, in ms. */
const CHOICE_MS = 250;

/** @param set shows a menu in place of the one before it */
export function createMenuKeeper<Menu extends MenuEvents>(
  set: (menu: Menu) => void,
): MenuKeeper<Menu> {
  let isOpen = false;
  let next: Menu | undefined;
  let timeout: NodeJS.Timeout | undefined;

  function setNext(): void {
    const menu = next;
    next = undefined;
    isOpen = false;
    if (menu !== undefined) set(menu);
  }

  return {
    replace: (menu) => {
      menu.on('menu-will-show', () => {
        clearTimeout(timeout);
        isOpen = true;
      });
      menu.on('menu-will-close', () => {
        clearTimeout(timeout);
        timeout = setTimeout(setNext, CHOICE_MS);
      });
      if (isOpen) next = menu;
      else set(menu);
    },
    dispose: () => clearTimeout(timeout),
  };
}
