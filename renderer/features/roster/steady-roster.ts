import type { Participant } from '../../../contract/call-model';

/** A person in the list: in the call, or gone since the pointer or the focus entered the list. */
export interface RosterRow {
  readonly participant: Participant;
  readonly hasLeft: boolean;
}

export interface ArrangedRoster {
  readonly rows: readonly RosterRow[];
  /** How many joined and left while the rows were frozen. */
  readonly joined: number;
  readonly left: number;
}

/** The agent's own changes, which take effect at once. */
export interface OwnChanges {
  /** The IDs of people that the agent removed. */
  readonly removed: ReadonlySet<string>;
  /** Whether the agent has added somebody. */
  readonly hasAdded: boolean;
}

/**
 * The rows to show. While the list is frozen, every row keeps its place: people who join are not
 * shown yet, and people who leave stay. People that the agent removed disappear at once, and people
 * that the agent added come last, where they move no row.
 */
export function arrangeRoster(
  participants: readonly Participant[],
  frozen: readonly RosterRow[] | undefined,
  { removed, hasAdded }: OwnChanges,
): ArrangedRoster {
  if (frozen === undefined) {
    return {
      rows: participants.map((participant) => ({ participant, hasLeft: false })),
      joined: 0,
      left: 0,
    };
  }
  const byId = new Map(participants.map((participant) => [participant.id, participant]));
  const rows = frozen.flatMap((row): RosterRow[] => {
    const { id } = row.participant;
    const now = byId.get(id);
    if (now !== undefined) {
      return [{ participant: now, hasLeft: false }];
    }
    return removed.has(id) ? [] : [{ ...row, hasLeft: true }];
  });
  const shown = new Set(frozen.map(({ participant }) => participant.id));
  const joined = participants.filter(({ id }) => !shown.has(id));
  return {
    rows: hasAdded
      ? [...rows, ...joined.map((participant) => ({ participant, hasLeft: false }))]
      : rows,
    joined: hasAdded ? 0 : joined.length,
    left: rows.filter(({ hasLeft }) => hasLeft).length,
  };
}
