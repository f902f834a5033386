import { useState } from 'react';
import type { CommandAction } from '../../contract/commands';
import { useSnapshot } from './window-context';

/**
 * Whether the agent asked for one of these on a call while a list of it is held still. What the agent
 * asked for takes effect in the list at once, also when the answer comes before the change.
 */
export function useHasAsked(
  callId: string,
  actions: ReadonlySet<CommandAction>,
  isHeld: boolean,
): boolean {
  const isUnderWay =
    useSnapshot(({ commands }) =>
      commands.some(
        (command) =>
          command.outcome === 'sent' && command.callId === callId && actions.has(command.action),
      ),
    ) ?? false;
  const [hasAsked, setHasAsked] = useState(false);
  const hasAskedNow = isUnderWay || (hasAsked && isHeld);
  if (hasAskedNow !== hasAsked) {
    setHasAsked(hasAskedNow);
  }
  return hasAskedNow;
}
