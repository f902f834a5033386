import { UserMinus, UserRound } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Participant } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import {
  describeNumber,
  findCall,
  findConnection,
  lostConnectionReason,
} from '../../state/call-view';
import { useIsUnderWay, useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { formatMinuteOfDay } from '../../ui/clock';
import { StateMark } from '../../ui/StateMark';
import { ParticipantMenu } from './ParticipantMenu';
import styles from './Roster.module.css';

interface ParticipantRowProps {
  readonly callId: string;
  readonly participant: Participant;
  /** Where it stands, from 1, in a list of which not every row is drawn. */
  readonly position?: number;
  readonly total?: number;
}

export const ParticipantRow = memo(function ParticipantRow(props: ParticipantRowProps): ReactNode {
  const { callId, participant } = props;
  const number = describeNumber(participant);
  return (
    <li className={styles.row} aria-posinset={props.position} aria-setsize={props.total}>
      <span className={styles.avatar} aria-hidden>
        <UserRound />
      </span>
      <span className={styles.who}>
        <span className={styles.name} title={participant.name}>
          {participant.name}
        </span>
        <span className={styles.about}>
          {number !== undefined && <span className={styles.number}>{number}</span>}
          {participant.presence === 'calling' && (
            <StateMark isPlain tone="dialing" text={en.window.calling} />
          )}
          {participant.isMuted && <StateMark isPlain tone="muted" text={en.window.muted} />}
          {participant.isHeld && <StateMark isPlain tone="held" text={en.callStates.held} />}
          {participant.joinedAt !== undefined && (
            <span className={styles.since}>
              {format(en.gestures.since, { time: formatMinuteOfDay(participant.joinedAt) })}
            </span>
          )}
        </span>
      </span>
      <span className={styles.actions}>
        <ParticipantMenu callId={callId} participant={participant} />
        {participant.actions.includes('remove') && (
          <RemoveButton callId={callId} participant={participant} />
        )}
      </span>
    </li>
  );
});

function RemoveButton({ callId, participant }: ParticipantRowProps): ReactNode {
  const isBusy = useIsUnderWay({
    ask: 'perform',
    operation: { kind: 'remove-participant', callId, participantId: participant.id },
  });
  const call = useSnapshot((snapshot) => findCall(snapshot, callId));
  const connection = useSnapshot((snapshot) => call && findConnection(snapshot, call));
  const { askAgent } = useWindowActions();
  if (call === undefined) {
    return null;
  }
  return (
    <Button
      look="discreet-danger"
      icon={<UserMinus />}
      label={format(en.commands['remove-participant'].name, { target: participant.name })}
      isBusy={isBusy}
      reason={lostConnectionReason(call, connection)}
      onPress={() => askAgent({ kind: 'remove-participant', call, participant })}
    />
  );
}
