import type { SuggestedPerson } from '../../../contract/contacts';
import { en } from '../../../contract/locale/en';
import type { KnownPerson } from '../../state/people';
import type { Suggestion } from '../../ui/SuggestField';

/**
 * The people to suggest, each number once: favorites, then people from the window's calls, then
 * everybody else.
 */
export function mergePeople(
  found: readonly SuggestedPerson[],
  recent: readonly KnownPerson[],
  isLeftOut: (address: string) => boolean,
): Suggestion[] {
  const named = new Set(found.filter(isContact).map(({ address }) => keyOf(address)));
  const suggestions = [
    ...found.filter(({ isFavorite }) => isFavorite).map(toSuggestion),
    // A contact has a name, while the call may have only the number.
    ...recent.filter(({ address }) => !named.has(keyOf(address))).map(toRecent),
    ...found.filter(({ isFavorite }) => !isFavorite).map(toSuggestion),
  ];
  const seen = new Set<string>();
  return suggestions.filter(({ value }) => {
    const key = keyOf(value);
    if (seen.has(key) || isLeftOut(value)) return false;
    seen.add(key);
    return true;
  });
}

function isContact({ source }: SuggestedPerson): boolean {
  return source !== 'history';
}

function toSuggestion(person: SuggestedPerson): Suggestion {
  const { name, address, company, label, isFavorite } = person;
  const detail = [name === address ? '' : address, label && en.contacts.labels[label], company];
  return {
    value: address,
    label: name,
    detail: detail.filter(Boolean).join(' · ') || undefined,
    isFavorite,
  };
}

function toRecent({ name, address }: KnownPerson): Suggestion {
  return { value: address, label: name, detail: name === address ? undefined : address };
}

/** The last digits of a number, which its notations share; other addresses as they are. */
function keyOf(address: string): string {
  if (/\p{L}/u.test(address)) return address.toLowerCase();
  return address.replace(/\D/g, '').slice(-9) || address;
}
