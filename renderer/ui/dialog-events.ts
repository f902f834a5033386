import type { SyntheticEvent } from 'react';

type DialogEvent = SyntheticEvent<HTMLDialogElement>;

interface DialogEvents {
  readonly onCancel: (event: DialogEvent) => void;
  readonly onClose: (event: DialogEvent) => void;
}

/**
 * The handlers for Escape in a modal dialog. React also calls them for a dialog that was opened from
 * within this one, although the browser's events do not bubble, so those are ignored.
 *
 * @param close called when the dialog has to close
 * @param cancel called for the first Escape, if it does something other than closing
 */
export function dialogEvents(close: () => void, cancel = close): DialogEvents {
  return {
    onCancel: (event) => {
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      cancel();
    },
    onClose: ({ target, currentTarget }) => {
      // A second Escape in a row closes the dialog without a `cancel` event that could be prevented.
      if (target === currentTarget && !currentTarget.open) close();
    },
  };
}
