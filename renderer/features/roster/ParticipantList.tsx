import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { ParticipantRow } from './ParticipantRow';
import styles from './Roster.module.css';
import { ScrolledRows } from './ScrolledRows';

/** Up to this many participants are all drawn; of more, only those that can be seen. */
const MAX_DRAWN = 50;

interface ParticipantListProps {
  readonly call: Call;
  readonly label: string;
}

/** Who is in a call, with what can be done to each of them. */
export function ParticipantList({ call, label }: ParticipantListProps): ReactNode {
  const { id, participants } = call;
  if (participants.length > MAX_DRAWN) {
    return <ScrolledRows callId={id} participants={participants} label={label} />;
  }
  return (
    <ul aria-label={label} className={styles.rows}>
      {participants.map((participant) => (
        <ParticipantRow key={participant.id} callId={id} participant={participant} />
      ))}
    </ul>
  );
}
