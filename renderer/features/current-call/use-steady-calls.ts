import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { listLiveTelephoneCalls } from '../../../contract/find-calls';
import { useSnapshot, useWindowState } from '../../state/window-context';
import { useFreeze, type FreezeProps } from '../../ui/use-freeze';
import { arrangeCalls, type CallsBeside } from './steady-calls';

export interface SteadyCalls extends CallsBeside {
  /** Handlers for the element that contains them. */
  readonly freezeProps: FreezeProps;
}

/**
 * The calls other than the current one, which keep their places while the pointer or the focus is
 * among them.
 */
export function useSteadyCalls(): SteadyCalls {
  const { isFrozen, freezeProps } = useFreeze();
  const [frozen, setFrozen] = useState<CallsBeside>();
  const calls = useSnapshot(useShallow(listLiveTelephoneCalls)) ?? [];
  const currentCallId = useSnapshot((snapshot) => snapshot.currentCallId);
  const waitingCallIds = useSnapshot(useShallow((snapshot) => snapshot.waitingCallIds)) ?? [];
  const isKeypadOpen = useWindowState(
    ({ panel }) => panel?.kind === 'keypad' && panel.callId === currentCallId,
  );
  const live = { calls, currentCallId, waitingCallIds };
  const now = arrangeCalls(live, isFrozen ? frozen : undefined, isKeypadOpen);
  const next = isFrozen ? now : undefined;
  if (hasChanged(frozen, next)) {
    setFrozen(next);
  }
  return { ...now, freezeProps };
}

function hasChanged(before: CallsBeside | undefined, now: CallsBeside | undefined): boolean {
  if (before === undefined || now === undefined) {
    return before !== now;
  }
  return (
    before.waiting?.id !== now.waiting?.id ||
    before.place !== now.place ||
    before.hasGap !== now.hasGap ||
    before.others.length !== now.others.length ||
    before.others.some(({ call }, index) => call.id !== now.others[index]?.call.id)
  );
}
