import { useEffect } from 'react';
import { FOCUSABLE } from './focusable';

/** The path to the focused element: each ancestor, with the index of the child on the path. */
interface Step {
  readonly parent: Element;
  readonly index: number;
}

/**
 * Moves the focus when the focused element is removed: to the element that takes its place, such as
 * the next row of a list, or the one before it, or else to the open dialog or the main part of the window. Otherwise
 * the body would get the focus, and keyboard navigation would start again at the top.
 */
export function useRestoreFocus(): void {
  useEffect(() => {
    let focused: Element | undefined;
    let path: readonly Step[] = [];

    function note(): void {
      const { activeElement } = document;
      if (activeElement !== null && activeElement !== document.body) {
        focused = activeElement;
        path = pathOf(activeElement);
      }
    }

    // While the focus is moving elsewhere, nothing has it, so removing the old element must not take it back.
    function leave({ relatedTarget }: FocusEvent): void {
      if (relatedTarget !== null) focused = undefined;
    }

    const observer = new MutationObserver(() => {
      if (focused === undefined) {
        return;
      }
      if (focused.isConnected) {
        note();
      } else if (document.activeElement === document.body) {
        focused = undefined;
        findSuccessor(path)?.focus();
      }
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    document.addEventListener('focusout', leave);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', note);
      document.removeEventListener('focusout', leave);
    };
  }, []);
}

function pathOf(element: Element): Step[] {
  const steps: Step[] = [];
  for (let child = element; child.parentElement !== null; child = child.parentElement) {
    const parent = child.parentElement;
    steps.push({ parent, index: [...parent.children].indexOf(child) });
    if (parent.id === 'root' || parent === document.body) {
      break;
    }
  }
  return steps;
}

function findSuccessor(path: readonly Step[]): HTMLElement | undefined {
  for (const { parent, index } of path) {
    if (!parent.isConnected || parent.closest('main, dialog[open]') === null) {
      continue;
    }
    const children = [...parent.children];
    const inOrder = [...children.slice(index), ...children.slice(0, index).reverse()];
    for (const child of inOrder) {
      const found = lastFocusable(child);
      if (found !== undefined) {
        return found;
      }
    }
  }
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  return (dialog ?? document).querySelector<HTMLElement>(dialog ? FOCUSABLE : 'main') ?? undefined;
}

/** The last button of a row removes it, like the button that had the focus. */
function lastFocusable(element: Element): HTMLElement | undefined {
  const inside = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const all = element.matches(FOCUSABLE) && element instanceof HTMLElement ? [element] : inside;
  return all.filter((candidate) => candidate.offsetParent !== null).at(-1);
}
