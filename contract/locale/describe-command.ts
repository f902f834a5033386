import type { Command, CommandAction } from '../commands';
import type { AppError } from '../errors';
import { en } from './en';
import { format } from './format';
import { isolate } from '../text';
import { describeDetail, describeError } from './describe-error';

/** The named actions of the agent: commands, and other requests of the window. */
type NamedAction = CommandAction | keyof typeof en.window.requests;

interface Failure {
  readonly action: NamedAction;
  /** The person or thing that it concerned. */
  readonly target: string;
  readonly error?: AppError | undefined;
}

/** The text of a message: a title, and sentences below it. */
export interface Message {
  readonly tone: 'failed' | 'unknown' | 'done';
  readonly title: string;
  readonly sentences: readonly string[];
  /** The error whose codes Details shows. */
  readonly error?: AppError;
}

/** The message about a command, or `undefined` while it is under way. */
export function describeCommand(command: Command): Message | undefined {
  switch (command.outcome) {
    case 'sent':
      return undefined;
    case 'confirmed':
      return describeDone(command);
    case 'failed':
      return describeFailure(command);
    case 'unknown':
      return describeUnknown(command);
  }
}

export function describeRefusal(refusal: Failure): Message {
  return describeFailure({ ...refusal, target: isolate(refusal.target) });
}

function describeFailure({ action, target, error }: Failure): Message {
  const isNamed = target === '' || (isCommandAction(action) && names(en.commands[action].name));
  return {
    tone: 'failed',
    title: format(isNamed ? en.window.failed : en.window.failedAbout, {
      action: nameAction(action, target),
      target,
    }),
    sentences: [
      ...(isCommandAction(action) && error?.code !== 'only-stopped'
        ? [en.commands[action].unchanged]
        : []),
      ...(error === undefined ? [] : describeError(error)),
    ],
    ...(error !== undefined && { error }),
  };
}

function describeUnknown({ action, target, error }: Command): Message {
  const { notKnown } = en.commands[action];
  const what = format(notKnown, { target });
  const hasAnswer = error !== undefined && error.code !== 'no-answer';
  return {
    tone: 'unknown',
    title: what,
    sentences: [
      hasAnswer ? en.window.noUsableAnswer : en.window.noAnswer,
      ...(target === '' || names(notKnown) ? [] : [format(en.window.about, { target })]),
      ...(hasAnswer ? describeDetail(error) : []),
      en.window.notKnownRemedy,
    ],
    ...(error !== undefined && { error }),
  };
}

/** Most results show on the call itself and need no message. */
function describeDone({ action, deletion, target }: Command): Message | undefined {
  const { done, doneAbout = '{target}' } = en.commands[action];
  const title = deletion === undefined ? done : en.recordings.deletions[deletion];
  return title === undefined
    ? undefined
    : { tone: 'done', title, sentences: target === '' ? [] : [format(doneAbout, { target })] };
}

/** Whether the text itself names the person or thing. */
function names(text: string): boolean {
  return text.includes('{target}');
}

function nameAction(action: NamedAction, target: string): string {
  return isCommandAction(action)
    ? format(en.commands[action].name, { target })
    : en.window.requests[action];
}

function isCommandAction(action: NamedAction): action is CommandAction {
  return action in en.commands;
}
