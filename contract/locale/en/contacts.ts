import type { ContactMistake } from '../../contacts';
import type { NumberLabel } from '../../contact-limits';

/** Contacts, in the settings and in number fields. */
export const contacts = {
  title: 'Contacts',
  files: 'Contacts (vCard, CSV)',
  suggestions: 'People',
  favorite: 'Favorite',
  fromContacts: 'from your contacts',
  fromEarlierCall: 'from an earlier call',
  labels: {
    mobile: 'Mobile',
    work: 'Work',
    home: 'Home',
    main: 'Main',
  } satisfies Record<NumberLabel, string>,

  importTitle: 'Import',
  count: '{imported} imported, {fromProfile} from your profile.',
  hint: 'Type part of a name in any number field to find a contact. Contacts are kept on this computer only.',
  import: 'Import contacts…',
  importHint: 'Choose a vCard (.vcf) or CSV file, or drop it here.',
  remove: 'Remove imported contacts',
  removing: {
    title: 'Remove all imported contacts?',
    body: 'All imported contacts ({count}) and the favorites among them are removed from this computer. This cannot be undone.',
    confirm: 'Remove',
  },

  previewTitle: 'Import {file}',
  willAdd: '{count} contacts will be added.',
  willAddOne: '1 contact will be added.',
  willAddNone: 'No contact will be added.',
  known: 'Already in your contacts: {count}.',
  leftOut: 'Left out: {count}. At most {limit} contacts can be kept.',
  mistakes: 'Entries that cannot be used: {count}',
  moreMistakes: 'and {count} more',
  mistakeAt: 'Line {line}: {reason}',
  mistakeReasons: {
    'no-name': 'it has no name',
    'no-number': 'it has no telephone number',
    unreadable: 'it cannot be read',
  } satisfies Record<ContactMistake, string>,
  sample: 'First contacts',
  addThem: 'Import',

  search: 'Search contacts',
  list: 'Contacts',
  none: 'There are no contacts yet.',
  nothingFound: 'No contact matches “{text}”.',
  shown: 'The first {shown} of {total}. Search to find others.',
  addFavorite: 'Add {name} to favorites',
  removeFavorite: 'Remove {name} from favorites',
  call: 'Call {name}',
  failures: {
    import: 'The contacts were not imported.',
    noContacts: 'There are no contacts in {file}, or it cannot be read.',
    remove: 'The contacts were not removed.',
    favorite: 'The favorite was not changed.',
    list: 'The contacts could not be read.',
  },
};
