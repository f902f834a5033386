import { ArrowDownUp } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import {
  describeParties,
  findConnection,
  findOtherCalls,
  findSwappable,
  lostConnectionReason,
  shownState,
} from '../../state/call-view';
import { shortcutFor } from '../../state/shortcuts';
import { useIsUnderWay, useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import card from '../../ui/Card.module.css';
import { StateMark } from '../../ui/StateMark';
import styles from './OtherCalls.module.css';

/** The calls in the background, each with the way to bring it to the front. */
export function OtherCalls(): ReactNode {
  const calls = useSnapshot(useShallow(findOtherCalls)) ?? [];
  const titleId = useId();
  if (calls.length === 0) {
    return null;
  }
  return (
    <div className={card.card}>
      <div className={card.head}>
        <h2 id={titleId} className={card.title}>
          {en.window.otherCalls}
        </h2>
        <span className={card.count}>{calls.length}</span>
      </div>
      <ul aria-labelledby={titleId} className={styles.rows}>
        {calls.map((call) => (
          <OtherCall key={call.id} call={call} isOnly={calls.length === 1} />
        ))}
      </ul>
    </div>
  );
}

interface OtherCallProps {
  readonly call: Call;
  /** With several, the keys could not say which one is meant. */
  readonly isOnly: boolean;
}

function OtherCall({ call, isOnly }: OtherCallProps): ReactNode {
  const request = { ask: 'show-call', callId: call.id } as const;
  const isBusy = useIsUnderWay(request);
  const swappable = useSnapshot((snapshot) => findSwappable(snapshot, call));
  const { send } = useWindowActions();
  const state = shownState(call);
  const name = describeParties(call);
  return (
    <li className={styles.row}>
      <span className={styles.who}>
        <span className={styles.name}>{name}</span>
        <StateMark isPlain tone={state} text={en.callStates[state]} />
      </span>
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
  const operation = { kind: 'swap', callId: current.id, otherCallId: call.id } as const;
  const request = { ask: 'perform', operation } as const;
  const isBusy = useIsUnderWay(request);
  const connection = useSnapshot((snapshot) => findConnection(snapshot, call));
  const { send } = useWindowActions();
  const name = describeParties(call);
  return (
    <Button
      look="quiet"
      icon={<ArrowDownUp />}
      label={format(en.gestures.swapWith, { name })}
      isBusy={isBusy}
      reason={lostConnectionReason(call, connection)}
      shortcut={isOnly ? shortcutFor('swap') : undefined}
      onPress={() => send(request, name)}
    />
  );
}
