import { useId, type ReactNode } from 'react';
import type { Call, Participant } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { findCurrentCall } from '../../state/call-view';
import { useSnapshot } from '../../state/window-context';
import card from '../../ui/Card.module.css';
import { ParticipantRow } from './ParticipantRow';
import styles from './Roster.module.css';
import { ScrolledRows } from './ScrolledRows';

/** Up to this many participants are all drawn; of more, only those that can be seen. */
const MAX_DRAWN = 50;

/** Who is in the current call, the agent apart. */
export function Roster(): ReactNode {
  const call = useSnapshot(findCurrentCall);
  const titleId = useId();
  if (call === undefined) {
    return null;
  }
  const { participants } = call;
  return (
    <div className={card.card}>
      <div className={card.head}>
        <h2 id={titleId} className={card.title}>
          {en.window.participants}
        </h2>
        <span className={card.count}>{participants.length}</span>
      </div>
      <Rows key={call.id} call={call} participants={participants} titleId={titleId} />
      {participants.length === 0 && <p className={styles.nobody}>{en.window.noParticipants}</p>}
    </div>
  );
}

interface RowsProps {
  readonly call: Call;
  readonly participants: readonly Participant[];
  readonly titleId: string;
}

function Rows({ call, participants, titleId }: RowsProps): ReactNode {
  if (participants.length > MAX_DRAWN) {
    return <ScrolledRows callId={call.id} participants={participants} titleId={titleId} />;
  }
  return (
    <ul aria-labelledby={titleId} className={styles.rows}>
      {participants.map((participant) => (
        <ParticipantRow key={participant.id} callId={call.id} participant={participant} />
      ))}
    </ul>
  );
}
