import { useEffect } from 'react';
import type { Snapshot } from '../../../contract/snapshot';
import { showView } from '../../state/requests';
import { useWindow } from '../../state/window-context';

/** Shows the window when a command fails, because the bar has no room for the reason. */
export function useShowWindowOnFailure(): void {
  const { store, actions } = useWindow();
  useEffect(
    () =>
      store.subscribe(({ snapshot }, { snapshot: before }) => {
        if (snapshot === undefined || before === undefined) {
          return;
        }
        const known = listFailures(before);
        if (listFailures(snapshot).some((id) => !known.includes(id))) {
          actions.send(showView('window'), '');
        }
      }),
    [store, actions],
  );
}

function listFailures({ commands }: Snapshot): string[] {
  return commands
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
    .map(({ id }) => id);
}
