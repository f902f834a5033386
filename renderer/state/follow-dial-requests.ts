import type { Bridge } from '../../contract/bridge';
import type { WindowStore } from './window-store';

/**
 * Opens the dialog with a number that was handed over from outside. An open dialog is never replaced, so
 * that nothing typed is lost and no press meets another button: the newest number waits for its end.
 */
export function followDialRequests(
  bridge: Pick<Bridge, 'onDialRequest'>,
  store: WindowStore,
): void {
  let waiting: string | undefined;

  function openIfPossible(): void {
    if (waiting === undefined || store.getState().dialog !== undefined) {
      return;
    }
    const number = waiting;
    waiting = undefined;
    store.setState({ dialog: { kind: 'dial', number } });
  }

  bridge.onDialRequest((number) => {
    waiting = number;
    openIfPossible();
  });
  store.subscribe(openIfPossible);
}
