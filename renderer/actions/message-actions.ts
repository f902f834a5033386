import { RotateCw, X } from 'lucide-react';
import type { Command } from '../../contract/commands';
import { describeCommand, describeRefusal } from '../../contract/locale/describe-command';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { Refusal } from '../state/refusal';
import { canRepeat } from '../state/requests';
import type { WindowState } from '../state/window-store';
import { markPending, type WindowAction } from './window-action';

/** The actions to retry what failed and to dismiss messages, newest first. */
export function listMessageActions(state: WindowState): WindowAction[] {
  const commands = state.snapshot?.commands ?? [];
  return [
    ...[...state.refusals].reverse().flatMap((refusal) => listActionsOnRefusal(state, refusal)),
    ...[...commands].reverse().flatMap((command) => listActionsOnCommand(state, command)),
  ];
}

/** Only requests that change nothing at a service can be retried. */
export function listActionsOnRefusal(state: WindowState, refusal: Refusal): WindowAction[] {
  const { key, request, target } = refusal;
  const { title } = describeRefusal(refusal);
  const { retry } = en.window;
  return [
    ...(canRepeat(request)
      ? [
          markPending(state, {
            id: 'retry',
            key: `retry ${key}`,
            label: retry,
            detail: title,
            isBusy: false,
            icon: RotateCw,
            run: { kind: 'repeat', request, target },
          }),
        ]
      : []),
    { ...dismiss(key, title), run: { kind: 'dismiss-refusal', refusalKey: key } },
  ];
}

/** None if there is no message about the command. */
export function listActionsOnCommand(state: WindowState, command: Command): WindowAction[] {
  const message = describeCommand(command);
  return message === undefined
    ? []
    : [
        markPending(state, {
          ...dismiss(command.id, message.title),
          run: { kind: 'dismiss-command', commandId: command.id },
        }),
      ];
}

function dismiss(about: string, message: string): Omit<WindowAction, 'run'> {
  return {
    id: 'dismiss-message',
    key: `dismiss ${about}`,
    label: format(en.window.dismiss, { message }),
    isBusy: false,
    isOneOfMany: true,
    icon: X,
  };
}
