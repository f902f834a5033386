import type { CallStore } from '../calls/store';

/** Watches commands that were given outside the window, where nothing says what became of them. */
export interface FailureWatch {
  watch(commandId: string): void;
  dispose(): void;
}

/** Calls back for each that fails, or whose outcome is not known: the window explains it. */
export function watchFailures(store: CallStore, onFailure: () => void): FailureWatch {
  const watched = new Set<string>();

  function check(): void {
    if (watched.size === 0) return;
    const { commands } = store.getState();
    for (const id of watched) {
      const outcome = commands.find((command) => command.id === id)?.outcome;
      if (outcome === 'sent') continue;
      watched.delete(id);
      if (outcome === 'failed' || outcome === 'unknown') onFailure();
    }
  }

  return {
    watch: (commandId) => {
      watched.add(commandId);
      check();
    },
    dispose: store.subscribe(check),
  };
}
