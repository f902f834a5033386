import { useDeferredValue, type ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { hasParticipantMenu } from '../../../contract/actions/availability';
import { useSnapshot } from '../../state/window-context';
import { ParticipantRow } from './ParticipantRow';
import styles from './Roster.module.css';
import { ScrolledRows } from './ScrolledRows';

/** From so many participants on they are in a box of their own, which scrolls. */
const MANY = 51;
/** Up to this many participants all have their rows; of more, only those that can be seen. */
const MAX_WHOLE = 500;
/** More than can be seen at first. */
const FIRST_DRAWN = 24;

interface ParticipantListProps {
  readonly call: Call;
  readonly label: string;
}

/** Who is in a call, with what can be done to each of them. */
export function ParticipantList({ call, label }: ParticipantListProps): ReactNode {
  const { participants } = call;
  // Those in sight do not wait for hundreds that are not; who is added to them comes right after.
  const drawn = useDeferredValue(participants.length, FIRST_DRAWN);
  // What is the same for all of them is found out once; rows render only when it changes.
  const shared = {
    callId: call.id,
    hasMenu: useSnapshot((snapshot) => hasParticipantMenu(snapshot, call)) ?? false,
  };
  if (participants.length > MAX_WHOLE) {
    return <ScrolledRows shared={shared} participants={participants} label={label} />;
  }
  const isLong = participants.length >= MANY;
  return (
    <div className={isLong ? styles.scroller : undefined} tabIndex={isLong ? 0 : undefined}>
      <ul aria-label={label} className={styles.rows}>
        {participants.slice(0, drawn).map((participant) => (
          <ParticipantRow key={participant.id} {...shared} participant={participant} />
        ))}
      </ul>
    </div>
  );
}
