import {
  ArrowRightLeft,
  CircleDot,
  CirclePause,
  CirclePlay,
  CircleStop,
  Forward,
  Grip,
  Merge,
  Mic,
  MicOff,
  Pause,
  Phone,
  PhoneOff,
  Play,
  Trash2,
  UserPlus,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { shortcutFor } from '../../state/shortcuts';
import { useIsUnderWay, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { CallButton } from '../dialogs/CallButton';
import { DialogButton } from '../dialogs/DialogButton';
import { RecordingButton } from '../recording/RecordingButton';
import styles from './CurrentCall.module.css';
import { Keypad, KeypadButton } from './Keypad';

/**
 * What can be done to the current telephone call; the other lines have cards of their own. The large
 * buttons are those that it is about at the moment: answering, or else mute and hold.
 */
export function CallButtons({ call }: { readonly call: Call }): ReactNode {
  if (call.line !== 'genesys') {
    return null;
  }
  const isRinging = call.state === 'ringing';
  return (
    <div className={styles.buttons}>
      <div key={isRinging ? 'answering' : 'talking'} className={styles.toggles}>
        {isRinging ? <AnswerButtons call={call} /> : <Toggles call={call} look="toggle" />}
      </div>
      <div className={styles.endings}>
        <CallButton
          call={call}
          action="hang-up"
          shortcut="hang-up"
          look="danger"
          icon={<PhoneOff />}
        />
        <DialogButton
          call={call}
          actions={['clear']}
          dialog={{ kind: 'clear', call }}
          shortcut="clear"
          text={en.commands.clear.name}
          look="quiet-danger"
        />
      </div>
      <div className={styles.compact}>
        {isRinging && <Toggles call={call} look="compact" />}
        <DialogButton
          call={call}
          actions={['add-participant', 'consult-conference']}
          dialog={{ kind: 'add', call }}
          shortcut="add"
          text={en.actions.add}
          look="compact"
          icon={<UserPlus />}
        />
        <DialogButton
          call={call}
          actions={['transfer', 'consult-transfer']}
          dialog={{ kind: 'transfer', call }}
          shortcut="transfer"
          text={en.actions.transfer}
          look="compact"
          icon={<Forward />}
        />
        <KeypadButton call={call} icon={<Grip />} shortcut={shortcutFor('keypad')} />
        <LineRecordingButtons call={call} />
      </div>
      {/* From here on, what comes and goes moves none of the buttons above. */}
      <Keypad call={call} />
      <div className={styles.consultation}>
        <CallButton
          call={call}
          action="complete-conference"
          shortcut="complete-conference"
          look="primary"
          icon={<Merge />}
        />
        <CallButton
          call={call}
          action="complete-transfer"
          shortcut="complete-transfer"
          look="primary"
          icon={<ArrowRightLeft />}
        />
      </div>
      <RecorderButtons call={call} />
    </div>
  );
}

function AnswerButtons({ call }: { readonly call: Call }): ReactNode {
  return (
    <>
      <CallButton
        call={call}
        action="answer"
        shortcut="answer"
        look="toggle"
        lit="answer"
        icon={<Phone />}
      />
      <CallButton
        call={call}
        action="reject"
        shortcut="reject"
        look="toggle"
        lit="muted"
        icon={<PhoneOff />}
      />
    </>
  );
}

interface TogglesProps {
  readonly call: Call;
  readonly look: 'toggle' | 'compact';
}

/** Of mute and unmute, hold and retrieve, the one that applies. */
function Toggles({ call, look }: TogglesProps): ReactNode {
  return (
    <>
      {call.isMuted ? (
        <CallButton
          call={call}
          action="unmute"
          shortcut="unmute"
          look={look}
          lit="muted"
          icon={<MicOff />}
        />
      ) : (
        <CallButton call={call} action="mute" shortcut="mute" look={look} icon={<Mic />} />
      )}
      {call.isHeld ? (
        <CallButton
          call={call}
          action="retrieve"
          shortcut="retrieve"
          look={look}
          lit="held"
          icon={<Play />}
        />
      ) : (
        <CallButton call={call} action="hold" shortcut="hold" look={look} icon={<Pause />} />
      )}
    </>
  );
}

/** Those of the line's own recording that apply; none where it records nothing. */
function LineRecordingButtons({ call }: { readonly call: Call }): ReactNode {
  return (
    <>
      <CallButton
        call={call}
        action="start-recording"
        shortcut="start-recording"
        look="compact"
        icon={<CircleDot />}
      />
      <CallButton
        call={call}
        action="pause-recording"
        shortcut="pause-recording"
        look="compact"
        icon={<CirclePause />}
      />
      <CallButton
        call={call}
        action="resume-recording"
        shortcut="resume-recording"
        look="compact"
        icon={<CirclePlay />}
      />
      <CallButton
        call={call}
        action="stop-recording"
        shortcut="stop-recording"
        look="compact"
        icon={<CircleStop />}
      />
    </>
  );
}

/**
 * What the recorder has of the call: apart from the line's own recording, and from hanging up. There
 * only while the recorder can be asked about it.
 */
function RecorderButtons({ call }: { readonly call: Call }): ReactNode {
  return !call.actions.includes('delete-call') ? null : (
    <div className={styles.recorder}>
      <span className={styles.recorderName}>{en.recordings.recorder}</span>
      <RecordingButton call={call} />
      <DeleteCallButton call={call} />
    </div>
  );
}

function DeleteCallButton({ call }: { readonly call: Call }): ReactNode {
  const isBusy = useIsUnderWay({ action: 'delete-call', callId: call.id });
  const { openDialog } = useWindowActions();
  return (
    <Button
      look="quiet-danger"
      icon={<Trash2 />}
      shortcut={shortcutFor('delete-call')}
      isBusy={isBusy}
      onPress={() => openDialog({ kind: 'delete-call', call })}
    >
      {en.commands['delete-call'].name}
    </Button>
  );
}
