import type { Bridge } from '../../contract/bridge';
import type { OpenDialog, WindowStore } from './window-store';

/**
 * Opens the dialogs that the main process requests: for a number from outside, for a link, or to
 * confirm quitting. An open dialog is never replaced, so that no typed text is lost and no press
 * hits a different button. The newest request waits until the dialog closes.
 */
export function followWindowRequests(
  bridge: Pick<Bridge, 'onDialRequest' | 'onLink' | 'onQuitRequest'>,
  store: WindowStore,
): void {
  let waiting: OpenDialog | undefined;

  function openIfPossible(): void {
    if (waiting === undefined || store.getState().dialog !== undefined) {
      return;
    }
    const dialog = waiting;
    waiting = undefined;
    store.setState({ dialog });
  }

  bridge.onDialRequest((number) => {
    waiting = { kind: 'dial', number };
    openIfPossible();
  });
  bridge.onLink((link) => {
    waiting = { kind: 'link', link };
    openIfPossible();
  });
  bridge.onQuitRequest(() => {
    // The dialog is already open.
    if (store.getState().dialog?.kind === 'quit') return;
    waiting = { kind: 'quit' };
    openIfPossible();
  });
  store.subscribe(openIfPossible);
}
