import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { listLiveTelephoneCalls } from '../../../contract/find-calls';
import { useSnapshot, useWindowState } from '../../state/window-context';
import { useHold, type HoldProps } from '../../ui/use-hold';
import { arrangeCalls, type CallsBeside } from './steady-calls';

export interface SteadyCalls extends CallsBeside {
  /** Handlers for the element that contains them. */
  readonly hold: HoldProps;
}

/**
 * The calls other than the current one, which keep their places while the pointer or the focus is
 * among them.
 */
export function useSteadyCalls(): SteadyCalls {
  const { isHeld, hold } = useHold();
  const [held, setHeld] = useState<CallsBeside>();
  const calls = useSnapshot(useShallow(listLiveTelephoneCalls)) ?? [];
  const currentCallId = useSnapshot((snapshot) => snapshot.currentCallId);
  const waitingCallIds = useSnapshot(useShallow((snapshot) => snapshot.waitingCallIds)) ?? [];
  const isKeypadOpen = useWindowState(
    ({ panel }) => panel?.kind === 'keypad' && panel.callId === currentCallId,
  );
  const live = { calls, currentCallId, waitingCallIds };
  const now = arrangeCalls(live, isHeld ? held : undefined, isKeypadOpen);
  const next = isHeld ? now : undefined;
  if (hasChanged(held, next)) {
    setHeld(next);
  }
  return { ...now, hold };
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
