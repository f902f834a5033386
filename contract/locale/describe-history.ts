import { assertNever } from '../assert-never';
import type { HistoryEntry } from '../history';
import { en } from './en';
import { isolate } from '../text';
import { format } from './format';
import { lineTexts } from './line-texts';
import { listNames } from './list-names';
import { displayableDetail } from './displayable-detail';

type CallEntry = Extract<HistoryEntry, { kind: 'call' }>;

/** The texts of a history entry. Texts that do not apply are empty. */
export interface HistoryText {
  readonly what: string;
  readonly who: string;
  /** Incoming or outgoing, in words. */
  readonly direction: string;
  /** The reason for the call. */
  readonly about: string;
  readonly outcome: string;
  /** Replaces the end time if that is unknown. */
  readonly ended: string;
  /** Why it failed, or why its outcome is not known. */
  readonly why: string;
  /** The outcome of the call that the agent chose. */
  readonly result: string;
  /** The agent's note about the call; may have several lines. */
  readonly note: string;
}

/**
 * The same texts are displayed, searched and exported, so that the agent can find what is
 * displayed. Only the window limits the number of names to `maxNames`.
 */
export function describeHistory(entry: HistoryEntry, maxNames?: number): HistoryText {
  switch (entry.kind) {
    case 'call': {
      const texts = lineTexts(entry.line);
      return {
        what: texts.call,
        who: describeParties(entry, maxNames),
        direction: entry.direction === undefined ? '' : en.history.directions[entry.direction],
        about: isolate(entry.about ?? ''),
        outcome: describeOutcome(entry),
        ended: entry.isEndUnseen === true ? en.history.endedAway : '',
        why: '',
        result: isolate(entry.wrapUp?.outcome ?? ''),
        note: isolateLines(entry.wrapUp?.note ?? ''),
      };
    }
    case 'roster':
      return {
        ...describeRoster(listNames(entry.joined, maxNames), listNames(entry.left, maxNames)),
        ...NOT_OF_A_CALL,
        outcome: '',
        ended: '',
        why: '',
      };
    case 'command': {
      const { name } = en.commands[entry.action];
      const target = isolate(entry.target ?? '');
      return {
        what: format(name, { target }).trim(),
        who: name.includes('{target}') ? '' : target,
        ...NOT_OF_A_CALL,
        outcome: en.history.commandOutcomes[entry.outcome],
        ended: '',
        why: entry.reason === undefined ? '' : describeReason(entry.reason),
      };
    }
    default:
      return assertNever(entry);
  }
}

const NOT_OF_A_CALL = { direction: '', about: '', result: '', note: '' };

function isolateLines(text: string): string {
  return text.split('\n').map(isolate).join('\n');
}

function describeOutcome({ line, wasAnswered, isMissed }: CallEntry): string {
  if (isMissed === true) return en.history.missed;
  const { answered, unanswered } = lineTexts(line);
  return wasAnswered ? answered : unanswered;
}

/** The name from the attached data, with its numbers. */
function describeParties({ caller, parties }: CallEntry, maxNames?: number): string {
  const names = listNames(parties, maxNames);
  if (caller === undefined) return names;
  if (parties.length === 0) return isolate(caller);
  return format(en.history.nameAndNumber, { name: isolate(caller), number: names });
}

function describeRoster(joined: string, left: string): Pick<HistoryText, 'what' | 'who'> {
  if (left === '') return { what: en.history.joined, who: joined };
  if (joined === '') return { what: en.history.left, who: left };
  const both = [
    format(en.history.joinedNames, { names: joined }),
    format(en.history.leftNames, { names: left }),
  ];
  return { what: en.history.joinedAndLeft, who: both.join('; ') };
}

/** The journal has the error's code and, after a colon, the vendor's text. */
function describeReason(reason: string): string {
  const [, code, detail] = /^([a-z-]+)(?:: (.*))?$/s.exec(reason) ?? [];
  const message = Object.entries(en.errors).find(([known]) => known === code)?.[1].message;
  if (code === undefined || message === undefined) return reason;
  const shown = displayableDetail(code, detail);
  return shown === undefined
    ? message
    : `${message} ${format(en.window.errorDetail, { detail: isolate(shown) })}`;
}
