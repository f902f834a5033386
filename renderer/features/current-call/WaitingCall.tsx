import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { pick, useWaitingActions } from '../../actions/use-actions';
import { CallName } from '../../ui/Name';
import { ActionButton } from '../actions/ActionButton';
import { AboutCall } from './AboutCall';
import styles from './WaitingCall.module.css';

/** The call that rings while the agent is on another one. */
export function WaitingCall({ call }: { readonly call: Call }): ReactNode {
  const actions = useWaitingActions(call);
  return (
    <section aria-label={en.window.waitingCall} className={styles.banner}>
      <div className={styles.who}>
        <h2 className={styles.name}>
          <CallName call={call} />
        </h2>
        <AboutCall className={styles.about} call={call} otherwise={en.callStates.ringing} />
      </div>
      <div className={styles.buttons}>
        <ActionButton action={pick(actions, 'reject', 'hang-up')} look="quiet-danger" />
        <ActionButton action={pick(actions, 'answer')} look="primary" lit="answer" />
      </div>
    </section>
  );
}
