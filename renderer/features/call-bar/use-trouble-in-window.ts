import { useEffect } from 'react';
import type { Snapshot } from '../../../contract/snapshot';
import { showView } from '../../state/requests';
import { useWindow } from '../../state/window-context';

/** Brings the window up when a command fails: the bar has no room to say why. */
export function useTroubleInWindow(): void {
  const { store, actions } = useWindow();
  useEffect(
    () =>
      store.subscribe(({ snapshot }, { snapshot: before }) => {
        if (snapshot === undefined || before === undefined) {
          return;
        }
        const known = listTroubles(before);
        if (listTroubles(snapshot).some((id) => !known.includes(id))) {
          actions.send(showView('window'), '');
        }
      }),
    [store, actions],
  );
}

function listTroubles({ commands }: Snapshot): string[] {
  return commands
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
    .map(({ id }) => id);
}
