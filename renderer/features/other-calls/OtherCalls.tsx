import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Call } from '../../../contract/call-model';
import { findOtherCalls } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { useOtherCallActions } from '../../actions/use-actions';
import { shownState } from '../../state/call-view';
import { useSnapshot } from '../../state/window-context';
import { classNames } from '../../ui/class-names';
import { Name } from '../../ui/Name';
import { StateMark } from '../../ui/StateMark';
import { ActionButton } from '../actions/ActionButton';
import styles from './OtherCalls.module.css';

/** The calls in the background, each with the way to bring it to the front. */
export function OtherCalls(): ReactNode {
  const calls = useSnapshot(useShallow(findOtherCalls)) ?? [];
  return calls.length === 0 ? null : (
    <ul aria-label={en.window.otherCalls} className={styles.rows}>
      {calls.map((call) => (
        <OtherCall key={call.id} call={call} />
      ))}
    </ul>
  );
}

function OtherCall({ call }: { readonly call: Call }): ReactNode {
  const actions = useOtherCallActions(call);
  const state = shownState(call);
  const { name } = call.identity;
  return (
    <li className={classNames(styles.row, state === 'ringing' && styles.isRinging)}>
      <span className={styles.name} title={name}>
        <Name text={name} />
      </span>
      <StateMark isPlain tone={state} text={en.callStates[state]} />
      {actions.map((action) => (
        <ActionButton key={action.key} action={action} look="quiet" isIconOnly />
      ))}
    </li>
  );
}
