import { en } from '../../../contract/locale/en';
import type { Numbers } from '../../numbers/numbers';
import { matchParties, type Party, type UnknownParty } from './match-parties';
import type { WireCall, WireParticipant } from './wire';

/**
 * The other parties in the vendor's order, from either of the two formats of its releases. The vendor assigns
 * no ids. Parties with the same number are distinguished by their other properties or else by their order, so
 * that nobody takes over the id of somebody who leaves. A party whose number is reported in another notation
 * keeps its id as well.
 *
 * @param last the parties in the previous state of the same call
 */
export function toParties(call: WireCall, numbers: Numbers, last: readonly Party[] = []): Party[] {
  const reported = readParticipants(call).map(toParty);
  const ids = matchParties(last, reported, numbers);
  const taken = new Set(ids.values());
  const counts = new Map<string, number>();

  function nextId(key: string): string {
    let count = counts.get(key) ?? 0;
    let id: string;
    do {
      count += 1;
      id = count === 1 ? key : `${key}#${count}`;
    } while (taken.has(id));
    counts.set(key, count);
    taken.add(id);
    return id;
  }
  return reported.map((now) => ({ id: ids.get(now) ?? nextId(now.key), ...now }));
}

/**
 * A number that identifies this party and, if possible, no other, since the vendor accepts only a number. If
 * another party shares all its forms, the vendor may pick either. Undefined if the number is withheld.
 */
export function toOwnNumber(party: Party, parties: readonly Party[]): string | undefined {
  const others = parties.filter(({ id }) => id !== party.id).flatMap(({ forms }) => forms);
  if (party.number === undefined) return undefined;
  return party.forms.find((form) => !others.includes(form)) ?? party.number;
}

function toParty(participant: WireParticipant): UnknownParty {
  const { digits, phoneNumber, formattedPhoneNumber, e164Number } = participant;
  const [number] = texts(phoneNumber, digits, e164Number);
  const [key = 'unknown'] = texts(digits, number);
  const [name = en.window.unknownParty] = texts(formattedPhoneNumber, number);
  return { key, number, name, forms: texts(phoneNumber, digits, e164Number, formattedPhoneNumber) };
}

/** Unknown values are empty strings or missing. */
function texts(...values: readonly (string | null | undefined)[]): string[] {
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}

function readParticipants(call: WireCall): WireParticipant[] {
  const details = call.participantsInfo ?? [];
  const byDigits = new Map([...details].reverse().map((detail) => [detail.digits, detail]));
  return (call.participants ?? details).map((participant) =>
    typeof participant === 'string'
      ? (byDigits.get(participant) ?? { digits: participant })
      : participant,
  );
}
