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
import { useFocusPanelOnChange } from './use-focus-panel-on-change';
import { useSteadyCalls } from './use-steady-calls';
import { WaitingCall } from './WaitingCall';

/**
 * The current call: first its state and the other party, then the buttons. Its height and the
 * places of its buttons are the same in every state. Parts that appear and disappear are below it.
 */
export function CallPanel(): ReactNode {
  const hasSnapshot = useSnapshot(() => true) ?? false;
  const call = useSnapshot(findCurrentCall);
  const panel = useRef<HTMLElement>(null);
  useFocusPanelOnChange(panel, call?.id);
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
        {call !== undefined && (
          <div className={styles.notes}>
            <CallNotes call={call} />
          </div>
        )}
      </section>
      <CallsBelow current={call} />
    </div>
  );
}

/** Parts that appear and disappear, arranged so that they move nothing under the pointer. */
function CallsBelow({ current }: { readonly current: Call | undefined }): ReactNode {
  const { waiting, place, hasGap, others, freezeProps } = useSteadyCalls();
  const banner = waiting !== undefined && <WaitingCall key={waiting.id} call={waiting} />;
  return (
    <div className={styles.below} {...freezeProps}>
      {hasGap && <p className={styles.gap}>{en.window.noLongerWaiting}</p>}
      {place === 'first' && banner}
      <OtherCalls rows={others} />
      <div className={styles.keypad}>{current !== undefined && <Keypad call={current} />}</div>
      {place === 'last' && banner}
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
