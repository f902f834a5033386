import { useDeferredValue, useId, useState, type ReactNode } from 'react';
import { hasParticipantMenu } from '../../../contract/actions/availability';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { useSnapshot } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { withArrowKeys } from '../../ui/with-arrow-keys';
import { ParticipantRow, type SharedByRows } from './ParticipantRow';
import styles from './Roster.module.css';
import { ScrolledRows } from './ScrolledRows';
import type { RosterRow } from './steady-roster';
import type { SteadyRoster } from './use-steady-roster';

/** The number of participants that are shown before the agent presses Show all. */
const SHOWN_AT_FIRST = 8;
/** From this number of participants on, they are in a separate box that scrolls. */
const MANY = 51;
/** Up to this number of participants, all rows are drawn. Above it, only the visible ones. */
const MAX_DRAWN_ROWS = 500;
/** More than can be seen at first. */
const FIRST_DRAWN = 24;

interface ParticipantListProps {
  readonly call: Call;
  readonly label: string;
  readonly steady: SteadyRoster;
}

/** The participants of a call, with the actions for each. */
export function ParticipantList({ call, label, steady }: ParticipantListProps): ReactNode {
  const [showsAll, setShowsAll] = useState(false);
  const listId = useId();
  const { rows, freezeProps } = steady;
  // Values that are the same for all rows are computed once. Rows render only when these change.
  const shared = {
    callId: call.id,
    hasMenu: useSnapshot((snapshot) => hasParticipantMenu(snapshot, call)) ?? false,
  };
  const shown = showsAll ? rows : rows.slice(0, SHOWN_AT_FIRST);
  return (
    <div {...freezeProps}>
      {shown.length > MAX_DRAWN_ROWS ? (
        <ScrolledRows shared={shared} rows={shown} label={label} />
      ) : (
        <Rows key={String(showsAll)} id={listId} shared={shared} rows={shown} label={label} />
      )}
      {rows.length > SHOWN_AT_FIRST && (
        <div className={styles.more}>
          <Button
            look="quiet"
            opens={{ what: 'part', id: listId, isOpen: showsAll }}
            onPress={() => setShowsAll(!showsAll)}
          >
            {showsAll ? en.window.showFewer : format(en.window.showAll, { count: rows.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

interface RowsProps {
  readonly id: string;
  readonly shared: SharedByRows;
  readonly rows: readonly RosterRow[];
  readonly label: string;
}

function Rows({ id, shared, rows, label }: RowsProps): ReactNode {
  // The visible rows are drawn first, without waiting for hundreds of others, which follow.
  const drawn = useDeferredValue(rows.length, FIRST_DRAWN);
  const isLong = rows.length >= MANY;
  return (
    <div className={isLong ? styles.scroller : undefined}>
      <ul ref={withArrowKeys} id={id} aria-label={label} className={styles.rows}>
        {rows.slice(0, drawn).map(({ participant, hasLeft }) => (
          <ParticipantRow
            key={participant.id}
            {...shared}
            participant={participant}
            hasLeft={hasLeft}
          />
        ))}
      </ul>
    </div>
  );
}
