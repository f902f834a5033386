import { useEffect, useState } from 'react';
import type { AttachedData } from '../../../contract/call-model';
import type { CommandAction } from '../../../contract/commands';
import { useHasAsked } from '../../state/use-has-asked';
import { useHold, type HoldProps } from '../../ui/use-hold';
import { arrangeData, type Deletion, type ShownData } from './steady-data';

/** For so long a deletion can be undone. */
const UNDO_MS = 8_000;

const DELETING_ALL: ReadonlySet<CommandAction> = new Set(['delete-all-data']);

export interface SteadyData {
  readonly rows: readonly ShownData[];
  /** For the element that holds the rows. */
  readonly hold: HoldProps;
  /** The agent asked for this to be deleted. */
  readonly noteDeletion: (data: AttachedData) => void;
}

/** Rows that keep their places while the pointer or the focus is among them. */
export function useSteadyData(callId: string, data: readonly AttachedData[]): SteadyData {
  const { isHeld, hold } = useHold();
  const [deletions, setDeletions] = useState<readonly Deletion[]>([]);
  const [held, setHeld] = useState<readonly ShownData[]>();
  const hasDeletedAll = useHasAsked(callId, DELETING_ALL, isHeld);
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
    // The agent's own deletion is final then, and its row goes even while the list is held.
    const timer = setTimeout(() => {
      setDeletions((all) => all.filter((deletion) => deletion.data.key !== deletedKey));
      setHeld((kept) => kept?.filter(({ key }) => key !== deletedKey));
    }, UNDO_MS);
    return () => clearTimeout(timer);
  }, [deletedKey]);

  return {
    rows,
    hold,
    noteDeletion: (item) => {
      const index = Math.max(
        0,
        rows.findIndex(({ key }) => key === item.key),
      );
      setDeletions((all) => [
        ...all.filter((deletion) => deletion.data.key !== item.key),
        { data: item, index },
      ]);
    },
  };
}
