import type { StartedCommand } from '../../contract/commands';
import type { CallOperation } from '../../contract/call-operations';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { Snapshot } from '../../contract/snapshot';
import type { CallStore } from '../calls/store';
import { awaitFailure } from './await-failure';
import { planRemoteCommand, type OutsideCommand } from './plan-remote-command';

export interface RemoteControlParts {
  readonly store: CallStore;
  readonly takeSnapshot: () => Snapshot;
  readonly perform: (operation: CallOperation) => StartedCommand;
  readonly showWindow: () => void;
  /** Opens the dialog with this number in the window; the agent confirms it. */
  readonly fillInNumber: (number: string) => void;
}

/**
 * Carries out a command from the command line or a global shortcut. Resolves to the reason if it
 * was not done, else undefined.
 */
export type RemoteControl = (command: OutsideCommand) => Promise<string | undefined>;

export function createRemoteControl(parts: RemoteControlParts): RemoteControl {
  return async (command) => {
    const plan = planRemoteCommand(parts.takeSnapshot(), command);
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
