import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Call } from '../../../contract/call-model';
import type { CommandAction } from '../../../contract/commands';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import type { Snapshot } from '../../../contract/snapshot';
import { useHasRequested } from '../../state/use-has-requested';
import { useSnapshot } from '../../state/window-context';
import { useFreeze, type FreezeProps } from '../../ui/use-freeze';
import { arrangeRoster, type RosterRow } from './steady-roster';

const ADDING: ReadonlySet<CommandAction> = new Set(['add-participant', 'complete-conference']);
const REMOVING: ReadonlySet<CommandAction> = new Set(['remove-participant', 'move-participant']);

export interface SteadyRoster {
  readonly rows: readonly RosterRow[];
  /** A note about changes that are not shown yet, such as "1 joined"; absent if there are none. */
  readonly waiting: string | undefined;
  /** Handlers for the element that contains the rows. */
  readonly freezeProps: FreezeProps;
}

/**
 * The participants of a call, whose rows keep their places while the pointer or the focus is among
 * them.
 */
export function useSteadyRoster(call: Call): SteadyRoster {
  const { isFrozen, freezeProps } = useFreeze();
  const [frozen, setFrozen] = useState<readonly RosterRow[]>();
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set<string>());
  const removing = useSnapshot(useShallow((snapshot) => listRemovals(snapshot, call.id)));
  if (removing?.some((id) => !removed.has(id)) === true) {
    setRemoved(new Set([...removed, ...removing]));
  }
  const hasAdded = useHasRequested(call.id, ADDING, isFrozen);
  const { rows, joined, left } = useMemo(
    () => arrangeRoster(call.participants, isFrozen ? frozen : undefined, { removed, hasAdded }),
    [call.participants, isFrozen, frozen, removed, hasAdded],
  );
  if (isFrozen && frozen === undefined) {
    setFrozen(rows);
  } else if (!isFrozen && frozen !== undefined) {
    setFrozen(undefined);
  }
  return { rows, freezeProps, waiting: describeWaiting(joined, left) };
}

/**
 * The people that the agent is removing or moving to another TalkSpace, in this window or
 * elsewhere.
 */
function listRemovals({ commands }: Snapshot, callId: string): string[] {
  return commands.flatMap((command) =>
    REMOVING.has(command.action) && command.callId === callId ? (command.participantId ?? []) : [],
  );
}

function describeWaiting(joined: number, left: number): string | undefined {
  const parts = [
    ...(joined > 0 ? [format(en.window.someJoined, { count: joined })] : []),
    ...(left > 0 ? [format(en.window.someLeft, { count: left })] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}
