import { useId, useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import type { LastCall, MissedCall } from '../../../contract/snapshot';
import { LAST_CALLS_ID } from '../../actions/app-actions';
import { useSnapshot } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Section';
import { useToday } from '../../ui/use-today';
import { withArrowKeys } from '../../ui/with-arrow-keys';
import { LastCallRow, MissedCallRow } from './LastCallRow';
import styles from './LastCalls.module.css';

/** The number of calls that are shown before the agent presses Show all. */
const SHOWN_AT_FIRST = 3;

/** Ended calls, newest first, after the missed calls that were not dismissed yet. */
export function LastCalls(): ReactNode {
  const missed = useSnapshot((snapshot) => snapshot.missedCalls) ?? [];
  const ended = useSnapshot((snapshot) => snapshot.lastCalls) ?? [];
  const calls = ended.filter(({ id }) => missed.every((call) => call.id !== id));
  return missed.length + calls.length === 0 ? null : <Calls missed={missed} calls={calls} />;
}

interface CallsProps {
  readonly missed: readonly MissedCall[];
  readonly calls: readonly LastCall[];
}

function Calls({ missed, calls }: CallsProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const today = useToday();
  const count = missed.length + calls.length;
  const atFirst = Math.max(0, SHOWN_AT_FIRST - missed.length);
  const shown = isOpen ? calls : calls.slice(0, atFirst);
  return (
    <Section
      name="last-calls"
      title={en.recordings.lastCalls}
      count={count}
      note={missed.length > 0 ? format(en.lastCalls.missed, { count: missed.length }) : undefined}
      elementId={LAST_CALLS_ID}
    >
      <ul
        ref={withArrowKeys}
        id={listId}
        aria-label={en.recordings.lastCalls}
        className={styles.rows}
      >
        {missed.map((call) => (
          <MissedCallRow key={call.id} call={call} today={today} />
        ))}
        {shown.map((call) => (
          <LastCallRow key={call.id} call={call} today={today} />
        ))}
      </ul>
      {calls.length > atFirst && (
        <div className={styles.more}>
          <Button
            look="quiet"
            opens={{ what: 'part', id: listId, isOpen }}
            onPress={() => setIsOpen(!isOpen)}
          >
            {isOpen ? en.recordings.showFewer : format(en.recordings.showAll, { count })}
          </Button>
        </div>
      )}
    </Section>
  );
}
