import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { isTelephoneCall } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { pick, useCurrentCallActions } from '../../actions/use-actions';
import { useSnapshot } from '../../state/window-context';
import { ActionButton } from '../actions/ActionButton';
import styles from './CurrentCall.module.css';
import { Keypad, KEYPAD_ID, useIsKeypadOpen } from './Keypad';

/**
 * What can be done to the current telephone call; the other lines have cards of their own. The large
 * buttons are those that it is about at the moment: answering, or else mute and hold.
 */
export function CallButtons({ call }: { readonly call: Call }): ReactNode {
  const isTelephone = useSnapshot((snapshot) => isTelephoneCall(snapshot, call));
  const actions = useCurrentCallActions(call);
  const isKeypadOpen = useIsKeypadOpen(call);
  if (isTelephone !== true) {
    return null;
  }
  const isRinging = call.state === 'ringing';
  return (
    <div className={styles.buttons}>
      <div key={isRinging ? 'answering' : 'talking'} className={styles.toggles}>
        <ActionButton action={pick(actions, 'answer')} look="toggle" lit="answer" />
        <ActionButton action={pick(actions, 'reject')} look="toggle" lit="muted" />
        <ActionButton
          action={pick(actions, 'mute', 'unmute')}
          look="toggle"
          lit={call.isMuted && 'muted'}
        />
        <ActionButton
          action={pick(actions, 'hold', 'retrieve')}
          look="toggle"
          lit={call.isHeld && 'held'}
        />
      </div>
      <div className={styles.endings}>
        <ActionButton action={pick(actions, 'hang-up')} look="danger" />
        <ActionButton action={pick(actions, 'clear')} look="quiet-danger" hasIcon={false} />
      </div>
      <div className={styles.compact}>
        <ActionButton action={pick(actions, 'add')} look="compact" />
        <ActionButton action={pick(actions, 'transfer')} look="compact" />
        <ActionButton
          action={pick(actions, 'keypad')}
          look="compact"
          lit={isKeypadOpen && 'open'}
          opens={{ what: 'part', id: KEYPAD_ID, isOpen: isKeypadOpen }}
        />
        <ActionButton action={pick(actions, 'start-recording')} look="compact" />
        <ActionButton action={pick(actions, 'pause-recording')} look="compact" />
        <ActionButton action={pick(actions, 'resume-recording')} look="compact" />
        <ActionButton action={pick(actions, 'stop-recording')} look="compact" />
      </div>
      {/* From here on, what comes and goes moves none of the buttons above. */}
      <Keypad call={call} />
      <div className={styles.consultation}>
        <ActionButton action={pick(actions, 'complete-conference')} look="primary" />
        <ActionButton action={pick(actions, 'complete-transfer')} look="primary" />
      </div>
      <div className={styles.recorder}>
        <span className={styles.recorderName}>{en.recordings.recorder}</span>
        <ActionButton action={pick(actions, 'recording')} look="quiet" />
        <ActionButton action={pick(actions, 'delete-call')} look="quiet-danger" />
      </div>
    </div>
  );
}
