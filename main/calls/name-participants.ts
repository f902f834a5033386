import type { Participant } from '../../contract/call-model';
import type { CommandAction } from '../../contract/commands';

/** The name of the contact with a number, if there is one. */
export type FindContact = (number: string) => string | undefined;

/** The name under which somebody called from a number before a moment, in ms since the epoch. */
export type FindEarlierCaller = (number: string, before: number) => string | undefined;

/**
 * The participants with the names of contacts instead of bare numbers, which are kept next to the names. A
 * name from the vendor takes precedence. Two numbers of one contact stay numbers, because names must be unique.
 */
export function nameParticipants(
  participants: readonly Participant[],
  findContact: FindContact,
): Participant[] {
  const found = new Map<string, string>();
  for (const { id, name, address } of participants) {
    const contact = isNumber(name) ? findContact(address ?? name) : undefined;
    if (contact !== undefined) found.set(id, contact);
  }
  if (found.size === 0) return [...participants];
  const counts = new Map<string, number>();
  for (const { id, name } of participants) {
    const shown = found.get(id) ?? name;
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  return participants.map((participant) => {
    const contact = found.get(participant.id);
    const isOnly = contact !== undefined && counts.get(contact) === 1;
    return isOnly ? withName(participant, contact) : participant;
  });
}

/** The participant with a name and the number next to it. */
export function withName(participant: Participant, name: string): Participant {
  return { ...participant, name, number: participant.number ?? participant.name };
}

/** Commands whose target is a key or a tone. */
const NOT_ABOUT_PEOPLE: ReadonlySet<CommandAction> = new Set([
  'send-tones',
  'attach-data',
  'update-data',
  'delete-data',
]);

/** Whether the target of such commands is a person, whose number may belong to a contact. */
export function isAboutPeople(action: CommandAction): boolean {
  return !NOT_ABOUT_PEOPLE.has(action);
}

/** Whether a participant's text is a number rather than a name. */
export function isNumber(text: string): boolean {
  return !/\p{L}/u.test(text);
}
