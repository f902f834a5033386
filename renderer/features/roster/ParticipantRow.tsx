import { memo, type ReactNode } from 'react';
import type { Participant } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { describeNumber } from '../../../contract/call-names';
import { isolateNumbers } from '../../../contract/numbers-in-text';
import { pick, useActionsOn } from '../../actions/use-actions';
import { formatMinuteOfDay } from '../../ui/clock';
import { classNames } from '../../ui/class-names';
import { initialsOf } from '../../ui/initials';
import { Name, Sentence } from '../../ui/Name';
import { StateMark } from '../../ui/StateMark';
import { ActionButton } from '../actions/ActionButton';
import { ParticipantMenu } from './ParticipantMenu';
import styles from './Roster.module.css';

/** The values that are the same for all participants. */
export interface SharedByRows {
  readonly callId: string;
  /** Whether there are actions other than removal. */
  readonly hasMenu: boolean;
}

interface ParticipantRowProps extends SharedByRows {
  readonly participant: Participant;
  /** Whether they have left and are shown only until the pointer and the focus are elsewhere. */
  readonly hasLeft: boolean;
  /** The position, starting at 1, in a list of which not every row is drawn. */
  readonly position?: number;
  readonly total?: number;
}

export const ParticipantRow = memo(function ParticipantRow(props: ParticipantRowProps): ReactNode {
  const { callId, participant, hasLeft } = props;
  const number = describeNumber(participant);
  return (
    <li
      className={classNames(styles.row, hasLeft && styles.hasLeft)}
      aria-posinset={props.position}
      aria-setsize={props.total}
    >
      <span className={styles.avatar} aria-hidden data-initials={initialsOf(participant.name)} />
      <span className={styles.who}>
        <span className={styles.name} title={isolateNumbers(participant.name)}>
          <Name text={participant.name} />
        </span>
        <span className={styles.about}>
          {number !== undefined && (
            <span className={styles.number}>
              <Name text={number} />
            </span>
          )}
          {hasLeft && <span className={styles.since}>{en.window.hasLeft}</span>}
          {participant.presence === 'calling' && (
            <StateMark isPlain tone="dialing" text={en.window.calling} />
          )}
          {participant.progress !== undefined && (
            <span className={styles.since}>{en.window.callProgress[participant.progress]}</span>
          )}
          {participant.isMuted && <StateMark isPlain tone="muted" text={en.window.muted} />}
          {participant.isHeld && <StateMark isPlain tone="held" text={en.callStates.held} />}
          {participant.joinedAt !== undefined && (
            <span className={styles.since}>
              <Sentence
                text={en.actions.since}
                values={{ time: formatMinuteOfDay(participant.joinedAt) }}
              />
            </span>
          )}
        </span>
      </span>
      <span className={styles.actions}>
        {props.hasMenu && !hasLeft && <ParticipantMenu callId={callId} participant={participant} />}
        {participant.actions.includes('remove') && !hasLeft && (
          <RemoveButton callId={callId} participant={participant} />
        )}
      </span>
    </li>
  );
});

type RemoveButtonProps = Pick<ParticipantRowProps, 'callId' | 'participant'>;

function RemoveButton({ callId, participant }: RemoveButtonProps): ReactNode {
  const action = pick(useActionsOn(callId, participant.id), 'remove');
  return <ActionButton action={action} look="icon-danger" isIconOnly />;
}
