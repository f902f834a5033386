import { UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { countMembers, findCallOfLine } from '../../../contract/find-calls';
import { pick, useAppActions, useRoomActions } from '../../actions/use-actions';
import { useSnapshot } from '../../state/window-context';
import card from '../../ui/Card.module.css';
import { StateMark } from '../../ui/StateMark';
import { ActionButton } from '../actions/ActionButton';
import { ParticipantList } from '../roster/ParticipantList';
import styles from './Conference.module.css';

/** The conference that is watched, if there is one: its state, who is in it, what can be done. */
export function Conference(): ReactNode {
  const call = useSnapshot((snapshot) => findCallOfLine(snapshot, 'conference'));
  return call === undefined ? null : <ConferenceInView call={call} />;
}

function ConferenceInView({ call }: { readonly call: Call }): ReactNode {
  // The people of the current call are in the list of participants already.
  const isCurrent = useSnapshot((snapshot) => snapshot.currentCallId === call.id);
  // The room's own state and its being on hold are two marks here: both are the service's words.
  const tone = call.state === 'held' ? 'established' : call.state;
  return (
    <section aria-label={en.window.lineTitles.conference} className={card.card}>
      <div className={card.head}>
        <UsersRound aria-hidden className={styles.icon} />
        <h2 className={card.title}>{en.window.lineTitles.conference}</h2>
        <span className={styles.members}>{describeActiveMembers(countMembers(call))}</span>
      </div>
      <div className={card.body}>
        <div className={styles.marks}>
          <StateMark tone={tone} text={en.window.conferenceStates[call.state]} />
          {call.isHeld && <StateMark tone="held" text={en.callStates.held} />}
          {call.isMuted && <StateMark tone="muted" text={en.window.muted} />}
          {call.state !== 'ended' && (
            <span className={card.end}>
              <WatchAnother />
            </span>
          )}
        </div>
        {call.state === 'ended' && <p className={card.quiet}>{en.actions.conferenceOver}</p>}
      </div>
      {!isCurrent && call.state !== 'ended' && call.participants.length > 0 && (
        <ParticipantList call={call} label={en.window.members} />
      )}
      {call.state === 'ended' ? <NextConference /> : <RoomButtons call={call} />}
    </section>
  );
}

function RoomButtons({ call }: { readonly call: Call }): ReactNode {
  const actions = useRoomActions(call, true);
  return (
    <div className={styles.room}>
      <div className={styles.compact}>
        <ActionButton
          action={pick(actions, 'mute', 'unmute')}
          look="compact"
          lit={call.isMuted && 'muted'}
        />
        <ActionButton
          action={pick(actions, 'hold', 'retrieve')}
          look="compact"
          lit={call.isHeld && 'held'}
        />
        <ActionButton action={pick(actions, 'play')} look="compact" />
        <ActionButton action={pick(actions, 'stop-playing')} look="compact" />
      </div>
      <div className={styles.row}>
        <ActionButton action={pick(actions, 'add')} look="plain" />
        <span className={card.end}>
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

/** What can follow a conference that is over. */
function NextConference(): ReactNode {
  const actions = useAppActions();
  return (
    <div className={styles.room}>
      <div className={styles.row}>
        <ActionButton action={pick(actions, 'new-conference')} look="plain" />
        <WatchAnother />
      </div>
    </div>
  );
}

function WatchAnother(): ReactNode {
  return <ActionButton action={pick(useAppActions(), 'watch-conference')} look="quiet" />;
}

function describeActiveMembers(count: number): string {
  return count === 1 ? en.window.oneActiveMember : format(en.window.activeMembers, { count });
}
