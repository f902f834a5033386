import { useEffect, useState } from 'react';
import type { AttachedData } from '../../../contract/call-model';
import type { CommandAction } from '../../../contract/commands';
import { useShallow } from 'zustand/react/shallow';
import { useHasRequested } from '../../state/use-has-requested';
import { useWindowActions, useWindowState } from '../../state/window-context';
import { useHold, type HoldProps } from '../../ui/use-hold';
import { arrangeData, type ShownData } from './steady-data';

/** How long a deletion can be undone. */
const UNDO_MS = 8_000;

const DELETING_ALL: ReadonlySet<CommandAction> = new Set(['delete-all-data']);

export interface SteadyData {
  readonly rows: readonly ShownData[];
  /** Handlers for the element that contains the rows. */
  readonly hold: HoldProps;
}

/** Rows that keep their places while the pointer or the focus is among them. */
export function useSteadyData(callId: string, data: readonly AttachedData[]): SteadyData {
  const { isHeld, hold } = useHold();
  const { forgetDeletion } = useWindowActions();
  const deletions = useWindowState(
    useShallow((state) =>
      state.deletions.filter((deletion) => deletion.callId === callId && deletion.isDone),
    ),
  );
  const [held, setHeld] = useState<readonly ShownData[]>();
  const hasDeletedAll = useHasRequested(callId, DELETING_ALL, isHeld);
  const arranged = arrangeData(data, deletions, isHeld ? held : undefined);
  const rows = hasDeletedAll ? arranged.filter(({ kind }) => kind !== 'gone') : arranged;
  if (isHeld && held === undefined) {
    setHeld(rows);
  } else if (!isHeld && held !== undefined) {
    setHeld(undefined);
  }

  const [deleted] = rows.filter(({ kind }) => kind === 'deleted');
  const deletedKey = deleted?.key;
  useEffect(() => {
    if (deletedKey === undefined) {
      return;
    }
    // After that, the agent's deletion is final, and its row is removed even while the list is
    // held.
    const timer = setTimeout(() => {
      forgetDeletion(callId, deletedKey);
      setHeld((kept) => kept?.filter(({ key }) => key !== deletedKey));
    }, UNDO_MS);
    return () => clearTimeout(timer);
  }, [callId, deletedKey, forgetDeletion]);

  return { rows, hold };
}
