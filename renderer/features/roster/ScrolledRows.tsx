import { useState, type ReactNode } from 'react';
import type { Participant } from '../../../contract/call-model';
import { ParticipantRow, type SharedByRows } from './ParticipantRow';
import styles from './Roster.module.css';
import { findVisibleRows } from './visible-rows';

/** In CSS pixels, as in the style sheet. */
const ROW_HEIGHT = 44;
const VIEWPORT_HEIGHT = 352;

interface ScrolledRowsProps {
  readonly shared: SharedByRows;
  readonly participants: readonly Participant[];
  readonly label: string;
}

/** A roster of any length in a box of its own, of which only the rows in sight are drawn. */
export function ScrolledRows({ shared, participants, label }: ScrolledRowsProps): ReactNode {
  const [scrollTop, setScrollTop] = useState(0);
  const { first, end } = findVisibleRows(
    scrollTop,
    VIEWPORT_HEIGHT,
    ROW_HEIGHT,
    participants.length,
  );
  return (
    <div
      className={styles.scroller}
      tabIndex={0}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <ul
        aria-label={label}
        className={styles.rows}
        style={{
          paddingTop: first * ROW_HEIGHT,
          paddingBottom: (participants.length - end) * ROW_HEIGHT,
        }}
      >
        {participants.slice(first, end).map((participant, index) => (
          <ParticipantRow
            key={participant.id}
            {...shared}
            participant={participant}
            position={first + index + 1}
            total={participants.length}
          />
        ))}
      </ul>
    </div>
  );
}
