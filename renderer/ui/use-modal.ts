import { useLayoutEffect, type RefObject } from 'react';
import { placeAnnouncer } from './announcer-place';

/**
 * Opens the browser's modal dialog while the component is mounted, and restores the focus
 * afterwards. The focus starts on `first`, or by the browser's default on the first field.
 */
export function useModal(
  dialog: RefObject<HTMLDialogElement | null>,
  first?: RefObject<HTMLElement | null>,
): void {
  // A layout effect is cleaned up while the dialog is still in the page, so that it can be closed.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) {
      return;
    }
    const giveBackFocus = rememberFocus();
    element.showModal();
    first?.current?.focus();
    placeAnnouncer();
    const showBackground = hideBackground();
    return () => {
      showBackground();
      element.close();
      placeAnnouncer();
      giveBackFocus();
    };
  }, [dialog, first]);
}

function rememberFocus(): () => void {
  const before = document.activeElement;
  return () => {
    const successor = before?.id ? document.getElementById(before.id) : null;
    const next = successor ?? document.querySelector('main');
    const target = before?.isConnected === true ? before : next;
    if (target instanceof HTMLElement) {
      target.focus();
    }
  };
}

/**
 * A modal dialog makes the page inert. `aria-hidden` is for tools that do not know that. With
 * nested dialogs, it is removed when the first one closes.
 */
function hideBackground(): () => void {
  const root = document.getElementById('root');
  if (root?.hasAttribute('aria-hidden') === true) {
    return () => undefined;
  }
  root?.setAttribute('aria-hidden', 'true');
  return () => root?.removeAttribute('aria-hidden');
}
