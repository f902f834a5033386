import { UserMinus, UserRound } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Participant } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { describeNumber, findCall } from '../../state/call-view';
import { useIsUnderWay, useWindow } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { formatMinuteOfDay } from '../../ui/clock';
import { Name } from '../../ui/Name';
import { StateMark } from '../../ui/StateMark';
import { ParticipantMenu } from './ParticipantMenu';
import styles from './Roster.module.css';

/** What is the same for everybody in a call. */
export interface SharedByRows {
  readonly callId: string;
  /** More can be done to them than removing them. */
  readonly hasMenu: boolean;
  /** Why nothing can be asked at the moment, if it cannot. */
  readonly reason: string | undefined;
}

interface ParticipantRowProps extends SharedByRows {
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
          <Name text={participant.name} />
        </span>
        <span className={styles.about}>
          {number !== undefined && (
            <span className={styles.number}>
              <Name text={number} />
            </span>
          )}
          {participant.presence === 'calling' && (
            <StateMark isPlain tone="dialing" text={en.window.calling} />
          )}
          {participant.isMuted && <StateMark isPlain tone="muted" text={en.window.muted} />}
          {participant.isHeld && <StateMark isPlain tone="held" text={en.callStates.held} />}
          {participant.joinedAt !== undefined && (
            <span className={styles.since}>
              {format(en.actions.since, { time: formatMinuteOfDay(participant.joinedAt) })}
            </span>
          )}
        </span>
      </span>
      <span className={styles.actions}>
        {props.hasMenu && <ParticipantMenu callId={callId} participant={participant} />}
        {participant.actions.includes('remove') && (
          <RemoveButton callId={callId} participant={participant} reason={props.reason} />
        )}
      </span>
    </li>
  );
});

type RemoveButtonProps = Pick<ParticipantRowProps, 'callId' | 'participant' | 'reason'>;

function RemoveButton({ callId, participant, reason }: RemoveButtonProps): ReactNode {
  const isBusy = useIsUnderWay({
    action: 'remove-participant',
    callId,
    participantId: participant.id,
  });
  // The call is looked up when it is needed: it changes with everybody who joins.
  const { store, actions } = useWindow();
  return (
    <Button
      look="discreet-danger"
      icon={<UserMinus />}
      label={format(en.commands['remove-participant'].name, { target: participant.name })}
      isBusy={isBusy}
      reason={reason}
      onPress={() => {
        const { snapshot } = store.getState();
        const call = snapshot && findCall(snapshot, callId);
        if (call !== undefined) {
          actions.openDialog({ kind: 'remove-participant', call, participant });
        }
      }}
    />
  );
}
