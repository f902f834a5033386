import {
  Eye,
  Mic,
  MicOff,
  Pause,
  Play,
  Plus,
  Square,
  UserPlus,
  UsersRound,
  Volume2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { countMembers, findCallOfLine } from '../../state/call-view';
import { shortcutFor } from '../../state/shortcuts';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import card from '../../ui/Card.module.css';
import { StateMark } from '../../ui/StateMark';
import { CallButton } from '../dialogs/CallButton';
import { DialogButton } from '../dialogs/DialogButton';
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
  return (
    <div className={styles.room}>
      <div className={styles.compact}>
        {call.isMuted ? (
          <CallButton
            call={call}
            action="unmute"
            shortcut="unmute-room"
            text={en.actions.room.unmute}
            look="compact"
            lit="muted"
            icon={<MicOff />}
          />
        ) : (
          <CallButton
            call={call}
            action="mute"
            shortcut="mute-room"
            text={en.actions.room.mute}
            look="compact"
            icon={<Mic />}
          />
        )}
        {call.isHeld ? (
          <CallButton
            call={call}
            action="retrieve"
            shortcut="retrieve-room"
            text={en.actions.room.retrieve}
            look="compact"
            lit="held"
            icon={<Play />}
          />
        ) : (
          <CallButton
            call={call}
            action="hold"
            shortcut="hold-room"
            text={en.actions.room.hold}
            look="compact"
            icon={<Pause />}
          />
        )}
        <DialogButton
          call={call}
          actions={['play']}
          dialog={{ kind: 'play', call }}
          shortcut="play-to-room"
          text={en.actions.play}
          look="compact"
          icon={<Volume2 />}
        />
        <CallButton
          call={call}
          action="stop-playing"
          shortcut="stop-playing"
          look="compact"
          icon={<Square />}
        />
      </div>
      <div className={styles.row}>
        <DialogButton
          call={call}
          actions={['add-participant']}
          dialog={{ kind: 'add', call }}
          shortcut="add-to-room"
          text={en.actions.add}
          look="plain"
          icon={<UserPlus />}
        />
        <span className={card.end}>
          <DialogButton
            call={call}
            actions={['complete-room']}
            dialog={{ kind: 'complete-room', call }}
            shortcut="complete-room"
            text={en.commands['complete-room'].name}
            look="quiet-danger"
          />
        </span>
      </div>
    </div>
  );
}

/** What can follow on a conference that is over. */
function NextConference(): ReactNode {
  const { openDialog } = useWindowActions();
  return (
    <div className={styles.room}>
      <div className={styles.row}>
        <Button
          icon={<Plus />}
          shortcut={shortcutFor('new-conference')}
          onPress={() => openDialog({ kind: 'new-conference' })}
        >
          {en.actions.newConference}
        </Button>
        <WatchAnother />
      </div>
    </div>
  );
}

function WatchAnother(): ReactNode {
  const { openDialog } = useWindowActions();
  return (
    <Button
      look="quiet"
      icon={<Eye />}
      shortcut={shortcutFor('watch-conference')}
      onPress={() => openDialog({ kind: 'watch-conference' })}
    >
      {en.actions.watchAnother}
    </Button>
  );
}

function describeActiveMembers(count: number): string {
  return count === 1 ? en.window.oneActiveMember : format(en.window.activeMembers, { count });
}
