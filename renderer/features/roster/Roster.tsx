import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { findCurrentCall } from '../../../contract/find-calls';
import { useSnapshot } from '../../state/window-context';
import card from '../../ui/Card.module.css';
import { ParticipantList } from './ParticipantList';
import styles from './Roster.module.css';

/** Who is in the current call, the agent apart. */
export function Roster(): ReactNode {
  const call = useSnapshot(findCurrentCall);
  if (call === undefined) {
    return null;
  }
  const count = call.participants.length;
  return (
    <div className={card.card}>
      <div className={card.head}>
        <h2 className={card.title}>{en.window.participants}</h2>
        <span className={card.count}>{count}</span>
      </div>
      <ParticipantList key={call.id} call={call} label={en.window.participants} />
      {count === 0 && <p className={styles.nobody}>{en.window.noParticipants}</p>}
    </div>
  );
}
