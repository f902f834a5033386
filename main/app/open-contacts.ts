import { join } from 'node:path';
import type { AppError } from '../../contract/errors';
import { createContactFile, createMemoryContactFile } from '../contacts/contact-file';
import { createContacts, type Contacts } from '../contacts/contacts';
import { createNumbers } from '../numbers/numbers';
import type { Profile } from '../settings/profile';

const CONTACT_FILE = 'contacts.json';

export interface OpenContactsOptions {
  /** The app's data folder. */
  readonly folder: string;
  /** For this run only: nothing is read from disk or written to it. */
  readonly isInMemory: boolean;
  readonly profile: Pick<Profile, 'agent' | 'contacts'>;
  readonly onChange: () => void;
  /** Called with problems to show to the agent. */
  readonly onProblem: (problem: AppError) => void;
}

/** Opens the contacts: those of the profile, and the imported ones. */
export function openContacts(options: OpenContactsOptions): Contacts {
  const { folder, isInMemory, profile, onChange, onProblem } = options;
  return createContacts({
    file: isInMemory
      ? createMemoryContactFile()
      : createContactFile(join(folder, CONTACT_FILE), onProblem),
    fromProfile: (profile.contacts ?? []).map(({ name, company, number }) => ({
      name,
      ...(company !== undefined && { company }),
      numbers: [{ number }],
    })),
    numbers: createNumbers(profile.agent.country),
    onChange,
  });
}
