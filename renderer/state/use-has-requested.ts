import { useState } from 'react';
import type { CommandAction } from '../../contract/commands';
import { useSnapshot } from './window-context';

/**
 * Whether the agent requested one of these actions on a call while its list is frozen. The agent's
 * own actions take effect in the list at once, even if the answer arrives before the change.
 */
export function useHasRequested(
  callId: string,
  actions: ReadonlySet<CommandAction>,
  isFrozen: boolean,
): boolean {
  const isUnderWay =
    useSnapshot(({ commands }) =>
      commands.some(
        (command) =>
          command.outcome === 'sent' && command.callId === callId && actions.has(command.action),
      ),
    ) ?? false;
  const [hasRequested, setHasRequested] = useState(false);
  const hasRequestedNow = isUnderWay || (hasRequested && isFrozen);
  if (hasRequestedNow !== hasRequested) {
    setHasRequested(hasRequestedNow);
  }
  return hasRequestedNow;
}
