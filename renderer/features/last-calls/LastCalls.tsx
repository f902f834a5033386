import { useId, useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { LAST_CALLS_ID } from '../../actions/app-actions';
import { useSnapshot } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Section';
import { LastCallRow } from './LastCallRow';
import styles from './LastCalls.module.css';

/** So many are shown before the agent asks for all. */
const SHOWN_AT_FIRST = 3;

/** The calls that are over and whose recording can still be asked about, newest first. */
export function LastCalls(): ReactNode {
  const calls = useSnapshot((snapshot) => snapshot.lastCalls) ?? [];
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  if (calls.length === 0) {
    return null;
  }
  const shown = isOpen ? calls : calls.slice(0, SHOWN_AT_FIRST);
  return (
    <Section
      name="last-calls"
      title={en.recordings.lastCalls}
      count={calls.length}
      elementId={LAST_CALLS_ID}
    >
      <ul id={listId} aria-label={en.recordings.lastCalls} className={styles.rows}>
        {shown.map((call) => (
          <LastCallRow key={call.id} call={call} />
        ))}
      </ul>
      {calls.length > SHOWN_AT_FIRST && (
        <div className={styles.more}>
          <Button
            look="quiet"
            opens={{ what: 'part', id: listId, isOpen }}
            onPress={() => setIsOpen(!isOpen)}
          >
            {isOpen
              ? en.recordings.showFewer
              : format(en.recordings.showAll, { count: calls.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}
