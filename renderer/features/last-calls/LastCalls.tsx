import { useId, useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { LAST_CALLS_ID } from '../../actions/app-actions';
import { useSnapshot } from '../../state/window-context';
import { Button } from '../../ui/Button';
import card from '../../ui/Card.module.css';
import { LastCallRow } from './LastCallRow';
import styles from './LastCalls.module.css';

/** So many are shown before the agent asks for all. */
const SHOWN_AT_FIRST = 3;

/** The calls that are over and whose recording can still be asked about, newest first. */
export function LastCalls(): ReactNode {
  const calls = useSnapshot((snapshot) => snapshot.lastCalls) ?? [];
  const [isOpen, setIsOpen] = useState(false);
  const titleId = useId();
  const listId = useId();
  if (calls.length === 0) {
    return null;
  }
  const shown = isOpen ? calls : calls.slice(0, SHOWN_AT_FIRST);
  return (
    <div id={LAST_CALLS_ID} className={card.card} tabIndex={-1}>
      <div className={card.head}>
        <h2 id={titleId} className={card.title}>
          {en.recordings.lastCalls}
        </h2>
        <span className={card.count}>{calls.length}</span>
      </div>
      <ul id={listId} aria-labelledby={titleId} className={styles.rows}>
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
    </div>
  );
}
