import type { Call, Participant } from './call-model';
import { en } from './locale/en';
import { format } from './locale/format';
import { isolate } from './text';

/** Names on one line, and how many more there are. */
export interface NameList {
  readonly names: readonly string[];
  readonly more: number;
}

/** How many names a heading holds before it counts the rest. */
const MAX_NAMES = 4;

/** The other party or parties, or what the call is called if there are none to name. */
export function listParties(call: Call): NameList {
  const { participants } = call;
  const count = participants.length;
  if (count === 0) {
    return { names: [call.identity.name], more: 0 };
  }
  // There may be thousands of participants: only the names that are shown are read.
  const named = participants.slice(0, count <= MAX_NAMES ? count : MAX_NAMES - 1);
  return { names: named.map(({ name }) => name), more: count - named.length };
}

/** As `listParties`, for text without markup, such as the name of a button. */
export function describeParties(call: Call): string {
  return describeNames(listParties(call));
}

/** Isolates the names for text that is only shown; it is not the name of a control. */
export function isolateNames({ names, more }: NameList): NameList {
  return { names: names.map(isolate), more };
}

export function describeNames({ names, more }: NameList): string {
  return more === 0
    ? names.join(', ')
    : format(en.window.someParties, { names: names.join(', '), count: more });
}

/** The number beside the name, where it says something that the name does not. */
export function describeNumber(participant: Participant): string | undefined {
  return participant.number === participant.name ? undefined : participant.number;
}
