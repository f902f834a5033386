import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { findCurrentCall, findLinkedCall } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { isolateNumbers } from '../../../contract/numbers-in-text';
import { pick, useCurrentCallActions, useOtherCallActions } from '../../actions/use-actions';
import { shownState } from '../../state/call-view';
import { useSnapshot } from '../../state/window-context';
import { CallName } from '../../ui/Name';
import { StateMark } from '../../ui/StateMark';
import { ActionButton } from '../actions/ActionButton';
import type { OtherRow } from '../current-call/steady-calls';
import styles from './OtherCalls.module.css';

/** The calls other than the current one, with Show and Swap. */
export function OtherCalls({ rows }: { readonly rows: readonly OtherRow[] }): ReactNode {
  const current = useSnapshot(findCurrentCall);
  const linked = useSnapshot((snapshot) => current && findLinkedCall(snapshot, current));
  if (rows.length === 0) {
    return null;
  }
  const list = (
    <ul aria-label={en.window.otherCalls} className={styles.rows}>
      {rows.map(({ call, isGone }) =>
        isGone ? <GoneCall key={call.id} call={call} /> : <OtherCall key={call.id} call={call} />,
      )}
    </ul>
  );
  return current === undefined || linked === undefined ? (
    list
  ) : (
    <Consultation current={current}>{list}</Consultation>
  );
}

interface ConsultationProps {
  readonly current: Call;
  /** The other calls, including the other call of a consultation. */
  readonly children: ReactNode;
}

/** A consultation, that is two calls linked by the vendor: both parties and the next actions. */
function Consultation({ current, children }: ConsultationProps): ReactNode {
  const actions = useCurrentCallActions(current);
  return (
    <div role="group" aria-label={en.actions.consultation} className={styles.consultation}>
      <div className={styles.row}>
        <Party call={current} />
      </div>
      {children}
      <div className={styles.buttons}>
        <ActionButton action={pick(actions, 'complete-transfer')} look="primary" hasIcon={false} />
        <ActionButton action={pick(actions, 'complete-conference')} look="plain" hasIcon={false} />
      </div>
    </div>
  );
}

function OtherCall({ call }: { readonly call: Call }): ReactNode {
  const actions = useOtherCallActions(call);
  return (
    <li className={styles.row}>
      <Party call={call} />
      {actions.map((action) => (
        <ActionButton key={action.key} action={action} look="quiet" isIconOnly />
      ))}
    </li>
  );
}

/** Whether it has ended or has become the current call. */
function GoneCall({ call }: { readonly call: Call }): ReactNode {
  const isCurrent = useSnapshot((snapshot) => snapshot.currentCallId === call.id);
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        <CallName call={call} />
      </span>
      <span className={styles.gone}>
        {isCurrent === true ? en.window.currentCall : en.callStates.ended}
      </span>
    </li>
  );
}

function Party({ call }: { readonly call: Call }): ReactNode {
  const state = shownState(call);
  const { name } = call.identity;
  return (
    <>
      <span className={styles.name} title={isolateNumbers(name)}>
        <CallName call={call} />
      </span>
      <StateMark isPlain tone={state} text={en.callStates[state]} />
    </>
  );
}
