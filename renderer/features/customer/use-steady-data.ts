import { useEffect, useState } from 'react';
import type { AttachedData } from '../../../contract/call-model';
import type { CommandAction } from '../../../contract/commands';
import { useShallow } from 'zustand/react/shallow';
import { useHasRequested } from '../../state/use-has-requested';
import { useWindowActions, useWindowState } from '../../state/window-context';
import { useFreeze, type FreezeProps } from '../../ui/use-freeze';
import { arrangeData, findNextToForget, type ShownData } from './steady-data';

const DELETING_ALL: ReadonlySet<CommandAction> = new Set(['delete-all-data']);

export interface SteadyData {
  readonly rows: readonly ShownData[];
  /** Handlers for the element that contains the rows. */
  readonly freezeProps: FreezeProps;
}

/** Rows that keep their places while the pointer or the focus is among them. */
export function useSteadyData(callId: string, data: readonly AttachedData[]): SteadyData {
  const { isFrozen, freezeProps } = useFreeze();
  const { forgetDeletion } = useWindowActions();
  const deletions = useWindowState(
    useShallow((state) =>
      state.deletions.filter(
        (deletion) => deletion.callId === callId && deletion.doneAt !== undefined,
      ),
    ),
  );
  const [frozen, setFrozen] = useState<readonly ShownData[]>();
  const hasDeletedAll = useHasRequested(callId, DELETING_ALL, isFrozen);
  const arranged = arrangeData(data, deletions, isFrozen ? frozen : undefined);
  const rows = hasDeletedAll ? arranged.filter(({ kind }) => kind !== 'gone') : arranged;
  if (isFrozen && frozen === undefined) {
    setFrozen(rows);
  } else if (!isFrozen && frozen !== undefined) {
    setFrozen(undefined);
  }

  useEffect(() => {
    const next = findNextToForget(deletions, performance.now());
    if (next === undefined) {
      return;
    }
    // After that, the agent's deletion is final, and its row is removed even while the list is
    // frozen.
    const timer = setTimeout(() => {
      forgetDeletion(callId, next.key);
      setFrozen((kept) => kept?.filter(({ key }) => key !== next.key));
    }, next.inMs);
    return () => clearTimeout(timer);
  }, [callId, deletions, forgetDeletion]);

  return { rows, freezeProps };
}
