import type { Command } from '../../contract/commands';
import type { CallStore } from '../calls/store';

/**
 * Waits for the outcome of a command that was given outside the window, where nothing shows it.
 * Resolves to the command if it failed or its outcome is not known, and to undefined once it is
 * done.
 */
export function awaitFailure(store: CallStore, commandId: string): Promise<Command | undefined> {
  return new Promise((resolve) => {
    function check(): void {
      const command = store.getState().commands.find(({ id }) => id === commandId);
      if (command?.outcome === 'sent') return;
      unsubscribe();
      resolve(command?.outcome === 'confirmed' ? undefined : command);
    }
    const unsubscribe = store.subscribe(check);
    check();
  });
}
