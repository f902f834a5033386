import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { isTelephoneCall } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { lineTexts } from '../../../contract/locale/line-texts';
import { pick, useCurrentCallActions } from '../../actions/use-actions';
import { useSnapshot } from '../../state/window-context';
import { ActionButton } from '../actions/ActionButton';
import styles from './CallButtons.module.css';
import { KEYPAD_ID, useIsKeypadOpen } from './Keypad';
import { MoreMenu } from './MoreMenu';
import { useSettling } from './use-settling';

/** The buttons of the current call. A TalkSpace or a conference has its buttons in its section. */
export function CallButtons({ call }: { readonly call: Call }): ReactNode {
  const isTelephone = useSnapshot((snapshot) => isTelephoneCall(snapshot, call));
  return isTelephone === true ? (
    <TelephoneButtons call={call} />
  ) : (
    <p className={styles.elsewhere}>
      {format(en.window.actionsElsewhere, { line: lineTexts(call.line).title })}
    </p>
  );
}

/** Every action has a fixed place in all states of the call. */
function TelephoneButtons({ call }: { readonly call: Call }): ReactNode {
  const actions = useCurrentCallActions(call);
  const isKeypadOpen = useIsKeypadOpen(call);
  const isRinging = call.state === 'ringing';
  const isSettling = useSettling(`${call.id} ${String(isRinging)}`);
  const isRejecting = pick(actions, 'reject') !== undefined;
  return (
    <>
      {/* Keyed by call, so that a press meant for one call's button cannot reach another's. */}
      <div key={`main ${call.id}`} className={styles.main}>
        <ActionButton
          action={pick(actions, 'answer', 'mute', 'unmute')}
          look="call"
          lit={isRinging ? 'answer' : call.isMuted && 'muted'}
          isSettling={isSettling}
        />
        <ActionButton
          action={pick(actions, 'hold', 'retrieve')}
          look="call"
          lit={call.isHeld && 'held'}
          isSettling={isSettling}
        />
        <ActionButton
          action={pick(actions, 'reject', 'hang-up')}
          look="call"
          lit={isRejecting ? 'reject' : 'hang-up'}
          isSettling={isSettling}
        />
      </div>
      <div key={`slots ${call.id}`} className={styles.slots}>
        <ActionButton action={pick(actions, 'add')} look="slot" />
        <ActionButton action={pick(actions, 'transfer')} look="slot" />
        <ActionButton
          action={pick(actions, 'keypad')}
          look="slot"
          lit={isKeypadOpen && 'open'}
          opens={{ what: 'part', id: KEYPAD_ID, isOpen: isKeypadOpen }}
        />
        <ActionButton action={pick(actions, 'delete-call')} look="slot" />
        <MoreMenu actions={actions} />
      </div>
    </>
  );
}
