import type { Command, CommandAction } from '../commands';
import type { AppError } from '../errors';
import { en } from './en';
import { format } from './format';
import { isolate } from '../text';
import { describeDetail, describeError } from './describe-error';

/** What the agent asks for and has a name: commands, and what the window asks for beside them. */
type NamedAction = CommandAction | keyof typeof en.window.requests;

interface Failure {
  readonly action: NamedAction;
  /** Who or what it was about. */
  readonly target: string;
  readonly error?: AppError | undefined;
}

/** What a message says: a title, and sentences below it. */
export interface Message {
  readonly tone: 'failed' | 'unknown' | 'done';
  readonly title: string;
  readonly sentences: readonly string[];
  /** What Details has the codes of. */
  readonly error?: AppError;
}

/** What is to be said about a command, or `undefined` while it is only under way. */
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

/** Most of what is done shows on the call itself, and needs no words. */
function describeDone({ action, deletion, target }: Command): Message | undefined {
  const { done, doneAbout = '{target}' } = en.commands[action];
  const title = deletion === undefined ? done : en.recordings.deletions[deletion];
  return title === undefined
    ? undefined
    : { tone: 'done', title, sentences: target === '' ? [] : [format(doneAbout, { target })] };
}

/** Whether a text says itself who or what it is about. */
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
