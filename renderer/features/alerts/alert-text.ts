import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import type { Command, CommandAction } from '../../../contract/commands';
import { describeError } from '../../state/error-text';
import type { AskedAction, Refusal } from '../../state/requests';

/** What an alert or a piece of good news says: a title, and sentences below it. */
export interface Message {
  readonly tone: 'failed' | 'unknown' | 'done';
  readonly title: string;
  readonly sentences: readonly string[];
}

/** What a command has to tell, or `undefined` while it is only under way. */
export function describeCommand(command: Command): Message | undefined {
  switch (command.outcome) {
    case 'sent':
      return undefined;
    case 'confirmed':
      return describeDeletion(command);
    case 'failed':
      return describeFailure(command);
    case 'unknown':
      return describeUnknown(command);
  }
}

export function describeRefusal(refusal: Refusal): Message {
  return describeFailure(refusal);
}

function describeFailure(
  failure: Pick<Refusal, 'action' | 'target'> & { readonly error?: Refusal['error'] | undefined },
): Message {
  const { action, target, error } = failure;
  const title =
    target === '' || action === 'remove-participant' ? en.window.failed : en.window.failedAbout;
  return {
    tone: 'failed',
    title: format(title, { action: nameAction(action, target), target }),
    sentences: [
      ...(isCommandAction(action) ? [en.commands[action].unchanged] : []),
      ...(error === undefined ? [] : describeError(error)),
    ],
  };
}

function describeUnknown({ action, target, error }: Command): Message {
  const what = format(en.commands[action].notKnown, { target });
  return {
    tone: 'unknown',
    title: format(en.window.notKnownWhy, { what }),
    sentences: [
      ...(target === '' || action === 'remove-participant'
        ? []
        : [format(en.window.about, { target })]),
      ...(error === undefined || error.code === 'no-answer' ? [] : describeError(error)),
      en.window.notKnownRemedy,
    ],
  };
}

function describeDeletion({ deletion, target }: Command): Message | undefined {
  if (deletion === undefined) {
    return undefined;
  }
  const isDeleted = deletion === 'deleted';
  return {
    tone: 'done',
    title: isDeleted ? en.window.deleted : en.window.markedForDeletion,
    sentences: target === '' ? [] : [target],
  };
}

function nameAction(action: AskedAction, target: string): string {
  return isCommandAction(action)
    ? format(en.commands[action].name, { target })
    : en.window.requests[action];
}

function isCommandAction(action: AskedAction): action is CommandAction {
  return action in en.commands;
}
