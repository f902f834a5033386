import { useDeferredValue, useId, useRef, useState, type ReactNode } from 'react';
import { hasParticipantMenu } from '../../../contract/actions/availability';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { useSnapshot } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { useArrowKeys } from '../../ui/use-arrow-keys';
import { ParticipantRow, type SharedByRows } from './ParticipantRow';
import styles from './Roster.module.css';
import { ScrolledRows } from './ScrolledRows';
import type { RosterRow } from './steady-roster';
import type { SteadyRoster } from './use-steady-roster';

/** So many are shown before the agent asks for all. */
const SHOWN_AT_FIRST = 8;
/** From so many participants on they are in a box of their own, which scrolls. */
const MANY = 51;
/** Up to this many participants all have their rows; of more, only those that can be seen. */
const MAX_WHOLE = 500;
/** More than can be seen at first. */
const FIRST_DRAWN = 24;

interface ParticipantListProps {
  readonly call: Call;
  readonly label: string;
  readonly steady: SteadyRoster;
}

/** Who is in a call, with what can be done to each of them. */
export function ParticipantList({ call, label, steady }: ParticipantListProps): ReactNode {
  const [showsAll, setShowsAll] = useState(false);
  const listId = useId();
  const { rows, hold } = steady;
  // What is the same for all of them is found out once; rows render only when it changes.
  const shared = {
    callId: call.id,
    hasMenu: useSnapshot((snapshot) => hasParticipantMenu(snapshot, call)) ?? false,
  };
  const shown = showsAll ? rows : rows.slice(0, SHOWN_AT_FIRST);
  return (
    <div {...hold}>
      {shown.length > MAX_WHOLE ? (
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
  const list = useRef<HTMLUListElement>(null);
  useArrowKeys(list);
  // Those in sight do not wait for hundreds that are not; who is added to them comes right after.
  const drawn = useDeferredValue(rows.length, FIRST_DRAWN);
  const isLong = rows.length >= MANY;
  return (
    <div className={isLong ? styles.scroller : undefined}>
      <ul ref={list} id={id} aria-label={label} className={styles.rows}>
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
