import { useRef, type ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { findCurrentCall } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { shownState } from '../../state/call-view';
import { useSnapshot } from '../../state/window-context';
import { classNames } from '../../ui/class-names';
import { OtherCalls } from '../other-calls/OtherCalls';
import { CallButtons } from './CallButtons';
import { CallIdentity } from './CallIdentity';
import { CallNotes } from './CallNotes';
import styles from './CallPanel.module.css';
import { CallStatus } from './CallStatus';
import { Keypad } from './Keypad';
import { NoCall } from './NoCall';
import { useKeptFocus } from './use-kept-focus';
import { WaitingCall } from './WaitingCall';

/**
 * The call that the agent is on: its state and who it is with first, then what can be done. It has the
 * same height and its buttons the same places in every state; what comes and goes is below it.
 */
export function CallPanel(): ReactNode {
  const hasSnapshot = useSnapshot(() => true) ?? false;
  const call = useSnapshot(findCurrentCall);
  const panel = useRef<HTMLElement>(null);
  useKeptFocus(panel, call?.id);
  return (
    <div className={styles.area}>
      <section
        ref={panel}
        tabIndex={-1}
        aria-label={en.window.currentCall}
        aria-busy={!hasSnapshot}
        className={classNames(styles.region, call !== undefined && styles[shownState(call)])}
      >
        <div className={styles.panel}>
          {call !== undefined && <CallInView call={call} />}
          {call === undefined && hasSnapshot && <NoCall />}
        </div>
        {call !== undefined && <CallNotes call={call} />}
      </section>
      <WaitingCall />
      <OtherCalls />
      {call !== undefined && <Keypad call={call} />}
    </div>
  );
}

function CallInView({ call }: { readonly call: Call }): ReactNode {
  return (
    <>
      <CallStatus call={call} />
      <CallIdentity call={call} />
      <CallButtons call={call} />
    </>
  );
}
