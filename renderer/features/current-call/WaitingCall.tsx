import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { findWaitingCall } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { pick, useWaitingActions } from '../../actions/use-actions';
import { useSnapshot } from '../../state/window-context';
import { Name } from '../../ui/Name';
import { ActionButton } from '../actions/ActionButton';
import { describeAbout } from './about-call';
import styles from './WaitingCall.module.css';

/** The call that rings while the agent is on another one. */
export function WaitingCall(): ReactNode {
  const call = useSnapshot(findWaitingCall);
  return call === undefined ? null : <WaitingBanner key={call.id} call={call} />;
}

function WaitingBanner({ call }: { readonly call: Call }): ReactNode {
  const actions = useWaitingActions(call);
  const about = describeAbout(call);
  return (
    <section aria-label={en.window.waitingCall} className={styles.banner}>
      <div className={styles.who}>
        <h2 className={styles.name}>
          <Name text={call.identity.name} />
        </h2>
        <p className={styles.about}>{about === '' ? en.callStates.ringing : about}</p>
      </div>
      <div className={styles.buttons}>
        <ActionButton action={pick(actions, 'reject', 'hang-up')} look="quiet-danger" />
        <ActionButton action={pick(actions, 'answer')} look="primary" lit="answer" />
      </div>
    </section>
  );
}
