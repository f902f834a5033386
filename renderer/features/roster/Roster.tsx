import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { findCurrentCall } from '../../../contract/find-calls';
import { useSnapshot } from '../../state/window-context';
import { Section } from '../../ui/Section';
import { ParticipantList } from './ParticipantList';
import styles from './Roster.module.css';

/** Who is in the current call besides the agent. */
export function Roster(): ReactNode {
  const call = useSnapshot(findCurrentCall);
  if (call === undefined) {
    return null;
  }
  const count = call.participants.length;
  return (
    <Section name="participants" title={en.window.participants} count={count}>
      <ParticipantList key={call.id} call={call} label={en.window.participants} />
      {count === 0 && <p className={styles.nobody}>{en.window.noParticipants}</p>}
    </Section>
  );
}
