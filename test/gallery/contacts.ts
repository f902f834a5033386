import type { Contact, SuggestedPerson } from '../../contract/contacts';
import { PEOPLE } from './samples';

const COMPANIES = ['Harbor Light', undefined, 'Lindqvist & Co.'] as const;

/** Some contacts, two of them favorites. */
export const CONTACTS: readonly Contact[] = PEOPLE.map((name, index) => {
  const company = COMPANIES[index % COMPANIES.length];
  return {
    id: name,
    name,
    ...(company !== undefined && { company }),
    numbers: [
      { number: `(212) 555-01${String(40 + index)}`, label: index % 2 ? 'work' : 'mobile' },
    ],
    source: 'imported',
    isFavorite: index < 2,
  };
});

export const SUGGESTED: readonly SuggestedPerson[] = CONTACTS.filter(
  ({ isFavorite }) => isFavorite,
).map(({ name, company, numbers, isFavorite, source }) => ({
  name,
  company,
  address: numbers[0]?.number ?? '',
  label: numbers[0]?.label,
  isFavorite,
  source,
}));
