import { ArrowDownUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import {
  describeParties,
  findConnection,
  findOtherCalls,
  findSwappable,
  listParties,
  lostConnectionReason,
  shownState,
} from '../../state/call-view';
import { shortcutFor } from '../../state/shortcuts';
import { performOperation, showCall } from '../../state/requests';
import { useIsUnderWay, useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { Names } from '../../ui/Name';
import { StateMark } from '../../ui/StateMark';
import styles from './OtherCalls.module.css';

/** The calls in the background, each with the way to bring it to the front. */
export function OtherCalls(): ReactNode {
  const calls = useSnapshot(useShallow(findOtherCalls)) ?? [];
  return calls.length === 0 ? null : (
    <ul aria-label={en.window.otherCalls} className={styles.rows}>
      {calls.map((call) => (
        <OtherCall key={call.id} call={call} isOnly={calls.length === 1} />
      ))}
    </ul>
  );
}

interface OtherCallProps {
  readonly call: Call;
  /** With several, the keys could not say which one is meant. */
  readonly isOnly: boolean;
}

function OtherCall({ call, isOnly }: OtherCallProps): ReactNode {
  const request = showCall(call.id);
  const isBusy = useIsUnderWay(request);
  const swappable = useSnapshot((snapshot) => findSwappable(snapshot, call));
  const { send } = useWindowActions();
  const state = shownState(call);
  const name = describeParties(call);
  return (
    <li className={classNames(styles.row, state === 'ringing' && styles.isRinging)}>
      <span className={styles.name} title={name}>
        <Names list={listParties(call)} />
      </span>
      <StateMark isPlain tone={state} text={en.callStates[state]} />
      {swappable !== undefined && <SwapButton call={call} current={swappable} isOnly={isOnly} />}
      <Button
        label={format(en.window.showCall, { name })}
        isBusy={isBusy}
        onPress={() => send(request, name)}
      >
        {en.window.show}
      </Button>
    </li>
  );
}

interface SwapButtonProps extends OtherCallProps {
  readonly current: Call;
}

/** Puts the current call on hold and takes this one up. */
function SwapButton({ call, current, isOnly }: SwapButtonProps): ReactNode {
  const request = performOperation({
    kind: 'swap',
    callId: current.id,
    otherCallId: call.id,
  });
  const isBusy = useIsUnderWay(request);
  const connection = useSnapshot((snapshot) => findConnection(snapshot, call));
  const { send } = useWindowActions();
  const name = describeParties(call);
  return (
    <Button
      look="quiet"
      icon={<ArrowDownUp />}
      label={format(en.actions.swapWith, { name })}
      isBusy={isBusy}
      reason={lostConnectionReason(call, connection)}
      shortcut={isOnly ? shortcutFor('swap') : undefined}
      onPress={() => send(request, name)}
    />
  );
}
