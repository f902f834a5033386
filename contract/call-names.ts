import type { Call, Participant } from './call-model';
import { en } from './locale/en';
import { format } from './locale/format';
import { isolate } from './text';

/** Names on one line, and how many more there are. */
export interface NameList {
  readonly names: readonly string[];
  readonly more: number;
}

/** The maximum number of names in a heading; the rest are counted. */
const MAX_NAMES = 4;

/** The other party or parties, or the name of the call if there are none. */
export function listParties(call: Call): NameList {
  const { participants } = call;
  const count = participants.length;
  if (count === 0) {
    return { names: [call.identity.name], more: 0 };
  }
  // There may be thousands of participants, so only the displayed names are read.
  const named = participants.slice(0, count <= MAX_NAMES ? count : MAX_NAMES - 1);
  return { names: named.map(({ name }) => name), more: count - named.length };
}

/** Like `listParties`, for text without markup, such as the name of a button. */
export function describeParties(call: Call): string {
  return describeNames(listParties(call));
}

/** Isolates the names, for text that is displayed and is not the name of a control. */
export function isolateNames({ names, more }: NameList): NameList {
  return { names: names.map(isolate), more };
}

export function describeNames({ names, more }: NameList): string {
  return more === 0
    ? names.join(', ')
    : format(en.window.someParties, { names: names.join(', '), count: more });
}

/** The number next to the name, if it differs from the name. */
export function describeNumber(participant: Participant): string | undefined {
  return participant.number === participant.name ? undefined : participant.number;
}
