import { useState, type ReactNode } from 'react';
import { withArrowKeys } from '../../ui/with-arrow-keys';
import { ParticipantRow, type SharedByRows } from './ParticipantRow';
import styles from './Roster.module.css';
import type { RosterRow } from './steady-roster';
import { findVisibleRows } from './visible-rows';

/** In CSS pixels, as in the style sheet. */
const ROW_HEIGHT = 44;
const VIEWPORT_HEIGHT = 352;

interface ScrolledRowsProps {
  readonly shared: SharedByRows;
  readonly rows: readonly RosterRow[];
  readonly label: string;
}

/** A roster of any length in a box that scrolls. Only the visible rows are drawn. */
export function ScrolledRows({ shared, rows, label }: ScrolledRowsProps): ReactNode {
  const [scrollTop, setScrollTop] = useState(0);
  const { first, end } = findVisibleRows(scrollTop, VIEWPORT_HEIGHT, ROW_HEIGHT, rows.length);
  return (
    <div
      className={styles.scroller}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <ul
        ref={withArrowKeys}
        aria-label={label}
        className={styles.rows}
        style={{
          paddingTop: first * ROW_HEIGHT,
          paddingBottom: (rows.length - end) * ROW_HEIGHT,
        }}
      >
        {rows.slice(first, end).map(({ participant, hasLeft }, index) => (
          <ParticipantRow
            key={participant.id}
            {...shared}
            participant={participant}
            hasLeft={hasLeft}
            position={first + index + 1}
            total={rows.length}
          />
        ))}
      </ul>
    </div>
  );
}
