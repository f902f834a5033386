import type { Bridge } from '../../contract/bridge';
import type { OpenDialog, WindowStore } from './window-store';

/**
 * Opens the dialogs that the main process asks for: with a number that was handed over from outside, for
 * a link, or to confirm quitting. An open dialog is never replaced, so that nothing typed is lost and no press meets
 * another button: the newest request waits for its end.
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
    // One that is open already is the answer.
    if (store.getState().dialog?.kind === 'quit') return;
    waiting = { kind: 'quit' };
    openIfPossible();
  });
  store.subscribe(openIfPossible);
}
