import type { StartedCommand } from '../../contract/commands';
import type { CallOperation } from '../../contract/call-operations';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { Snapshot } from '../../contract/snapshot';
import type { CallStore } from '../calls/store';
import { HELD_MS } from '../desktop/global-shortcuts';
import type { Clock } from '../time/clock';
import { awaitFailure } from './await-failure';
import { planRemoteCommand, type OutsideCommand } from './plan-remote-command';

export interface RemoteControlParts {
  readonly store: CallStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly takeSnapshot: () => Snapshot;
  readonly perform: (operation: CallOperation) => StartedCommand;
  readonly showWindow: () => void;
  /** Opens the dialog with this number in the window; the agent confirms it. */
  readonly fillInNumber: (number: string) => void;
}

/**
 * Carries out a command from the command line or a global shortcut, given at `givenAt` in ms since the epoch.
 * Resolves to the reason if it was not done, else undefined.
 */
export type RemoteControl = (
  command: OutsideCommand,
  givenAt: number,
) => Promise<string | undefined>;

export function createRemoteControl(parts: RemoteControlParts): RemoteControl {
  let lastHangUpAt = -Infinity;

  /** A key that is held down launches a process again and again, which must not end one call after the other. */
  function isRepeated(givenAt: number): boolean {
    const sinceLast = Math.abs(givenAt - lastHangUpAt);
    lastHangUpAt = givenAt;
    return sinceLast < HELD_MS;
  }

  return async (command, givenAt) => {
    if (command.kind === 'hang-up' && isRepeated(givenAt)) return en.remote.isRepeated;
    const time = { givenAt, now: parts.clock.now() };
    const plan = planRemoteCommand(parts.takeSnapshot(), command, time);
    switch (plan.kind) {
      case 'refuse':
        return plan.reason;
      case 'nothing':
        return undefined;
      case 'show':
        parts.showWindow();
        return undefined;
      case 'fill-in':
        parts.fillInNumber(plan.number);
        return undefined;
      case 'perform': {
        const { commandId } = parts.perform(plan.operation);
        const failure = await awaitFailure(parts.store, commandId);
        if (failure === undefined) return undefined;
        // A desktop shortcut has no visible terminal, so the window shows the reason.
        parts.showWindow();
        const { message } = en.errors[failure.error?.code ?? 'internal'];
        return failure.outcome === 'unknown' ? format(en.remote.notKnown, { message }) : message;
      }
    }
  };
}
