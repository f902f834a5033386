import { useLayoutEffect, type RefObject } from 'react';

/**
 * Opens the browser's own modal dialog for as long as the component is there, and gives the focus back
 * to where it was. The focus starts on `first`, or else where the browser puts it: on the first field.
 */
export function useModal(
  dialog: RefObject<HTMLDialogElement | null>,
  first?: RefObject<HTMLElement | null>,
): void {
  // A layout effect: it is undone while the dialog is still in the page, and can be closed.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) {
      return;
    }
    const giveBackFocus = rememberFocus();
    element.showModal();
    first?.current?.focus();
    const showBackground = hideBackground();
    return () => {
      showBackground();
      element.close();
      giveBackFocus();
    };
  }, [dialog, first]);
}

function rememberFocus(): () => void {
  const before = document.activeElement;
  return () => {
    const target = before?.isConnected === true ? before : document.querySelector('main');
    if (target instanceof HTMLElement) {
      target.focus();
    }
  };
}

/**
 * A modal dialog makes the page inert; `aria-hidden` says so to tools that do not know that. It ends
 * with the first of the dialogs, where one was opened over another.
 */
function hideBackground(): () => void {
  const root = document.getElementById('root');
  if (root?.hasAttribute('aria-hidden') === true) {
    return () => undefined;
  }
  root?.setAttribute('aria-hidden', 'true');
  return () => root?.removeAttribute('aria-hidden');
}
