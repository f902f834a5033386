import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Call, Line } from '../../../contract/call-model';
import { countMembers, findCallOfLine } from '../../../contract/find-calls';
import { listWatchedLines } from '../../../contract/find-lines';
import { en } from '../../../contract/locale/en';
import { lineTexts } from '../../../contract/locale/line-texts';
import { format } from '../../../contract/locale/format';
import { pick, useLineActions, useRoomActions } from '../../actions/use-actions';
import { useLine, useSnapshot } from '../../state/window-context';
import { Section } from '../../ui/Section';
import { StateMark } from '../../ui/StateMark';
import { WaitingNote } from '../../ui/WaitingNote';
import { ActionButton } from '../actions/ActionButton';
import { DeletionMark } from '../recording/DeletionMark';
import { ParticipantList } from '../roster/ParticipantList';
import { useSteadyRoster } from '../roster/use-steady-roster';
import styles from './Conference.module.css';
import { StartConference } from './StartConference';

/** The watched conference of each line that has one. */
export function Conferences(): ReactNode {
  const lines = useSnapshot(useShallow(listWatchedLines)) ?? [];
  return lines.map(({ line }) => <Conference key={line} line={line} />);
}

/**
 * The watched conference: its state, members and actions. Without one, the buttons to create or
 * watch one.
 */
function Conference({ line }: { readonly line: Line }): ReactNode {
  const call = useSnapshot((snapshot) => findCallOfLine(snapshot, line));
  const watchAnother = pick(useLineActions(line), 'watch-conference');
  // A section with a single button still needs a heading.
  const isStartedAtOnce = useLine(line)?.start?.from === undefined;
  const isOn = call !== undefined && call.state !== 'ended';
  return (
    <Section
      name={`conference ${line}`}
      title={lineTexts(line).title}
      label={call === undefined && !isStartedAtOnce ? undefined : lineTexts(line).title}
      actions={isOn && <ActionButton action={watchAnother} look="quiet" />}
    >
      {call !== undefined && <ConferenceInView key={call.id} call={call} />}
      {!isOn && <StartConference line={line} />}
    </Section>
  );
}

function ConferenceInView({ call }: { readonly call: Call }): ReactNode {
  // The people in the current call are already in the list of participants.
  const steady = useSteadyRoster(call);
  // The service reports the state and hold separately, so they are two marks.
  const tone = call.state === 'held' ? 'established' : call.state;
  return (
    <>
      <div className={styles.marks}>
        <StateMark tone={tone} text={en.window.conferenceStates[call.state]} />
        {call.isHeld && <StateMark tone="held" text={en.callStates.held} />}
        {call.isMuted && <StateMark tone="muted" text={en.window.muted} />}
        <WaitingNote text={steady.waiting} />
        <span className={styles.members}>{describeActiveMembers(countMembers(call))}</span>
      </div>
      {call.state === 'ended' && <p className={styles.quiet}>{en.actions.conferenceOver}</p>}
      {call.deletion !== undefined && (
        <p className={styles.quiet}>
          <DeletionMark call={call} />
        </p>
      )}
      {call.state !== 'ended' && steady.rows.length > 0 && (
        <ParticipantList call={call} label={en.window.members} steady={steady} />
      )}
      <RoomButtons call={call} />
    </>
  );
}

/** For an ended conference, only its recordings can be requested. */
function RoomButtons({ call }: { readonly call: Call }): ReactNode {
  const actions = useRoomActions(call);
  if (actions.length === 0) {
    return null;
  }
  return (
    <div className={styles.room}>
      <div className={styles.compact}>
        <ActionButton
          action={pick(actions, 'mute', 'unmute')}
          text={call.isMuted ? en.commands.unmute.name : en.commands.mute.name}
          look="compact"
          lit={call.isMuted && 'muted'}
        />
        <ActionButton
          action={pick(actions, 'hold', 'retrieve')}
          text={call.isHeld ? en.commands.retrieve.name : en.commands.hold.name}
          look="compact"
          lit={call.isHeld && 'held'}
        />
        <ActionButton action={pick(actions, 'play')} look="compact" />
        <ActionButton action={pick(actions, 'stop-playing')} look="compact" />
        <ActionButton
          action={pick(actions, 'pause-recording', 'resume-recording')}
          look="compact"
        />
        <ActionButton action={pick(actions, 'stop-recording')} look="compact" />
        <ActionButton action={pick(actions, 'recording')} look="compact" />
        <ActionButton action={pick(actions, 'delete-call')} look="compact" />
      </div>
      <div className={styles.row}>
        <ActionButton action={pick(actions, 'add')} look="plain" />
        <span className={styles.end}>
          <ActionButton
            action={pick(actions, 'complete-room')}
            look="quiet-danger"
            hasIcon={false}
          />
        </span>
      </div>
    </div>
  );
}

function describeActiveMembers(count: number): string {
  return count === 1 ? en.window.oneActiveMember : format(en.window.activeMembers, { count });
}
