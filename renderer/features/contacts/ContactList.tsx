import { Star } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Contact, ContactPage } from '../../../contract/contacts';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { MAX_SEARCH } from '../../../contract/search-limit';
import { isolate } from '../../../contract/text';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { TextField } from '../../ui/Fields';
import { Name } from '../../ui/Name';
import { withArrowKeys } from '../../ui/with-arrow-keys';
import { CallBack } from '../last-calls/CallBack';
import settings from '../settings/Settings.module.css';
import { SettingsGroup } from '../settings/SettingsGroup';
import styles from './Contacts.module.css';

interface ContactListProps {
  readonly text: string;
  /** Undefined until the contacts have been read. */
  readonly page: ContactPage | undefined;
  readonly onSearch: (text: string) => void;
  readonly onStar: (contact: Contact) => void;
}

/** The contacts that match the typed text, favorites first. */
export function ContactList({ text, page, onSearch, onStar }: ContactListProps): ReactNode {
  const contacts = page?.contacts ?? [];
  return (
    <SettingsGroup title={en.contacts.list}>
      <TextField
        label={en.contacts.search}
        value={text}
        maxLength={MAX_SEARCH}
        onChange={onSearch}
      />
      <ul ref={withArrowKeys} aria-label={en.contacts.list} className={styles.list}>
        {contacts.map((contact) => (
          <ContactRow key={contact.id} contact={contact} onStar={() => onStar(contact)} />
        ))}
      </ul>
      <p role="status" className={settings.hint}>
        {page !== undefined && describe(page, text.trim())}
      </p>
    </SettingsGroup>
  );
}

interface ContactRowProps {
  readonly contact: Contact;
  readonly onStar: () => void;
}

function ContactRow({ contact, onStar }: ContactRowProps): ReactNode {
  const { name, company, numbers, isFavorite } = contact;
  const { addFavorite, removeFavorite } = en.contacts;
  return (
    <li className={styles.row}>
      <Button
        look="icon"
        icon={<Star className={classNames(isFavorite && styles.isFavorite)} />}
        label={format(isFavorite ? removeFavorite : addFavorite, { name })}
        onPress={onStar}
      />
      <span className={styles.words}>
        <span className={styles.name}>
          <Name text={name} />
        </span>
        {company !== undefined && (
          <span className={styles.quiet}>
            <Name text={company} />
          </span>
        )}
        {numbers.map(({ number, label }) => (
          <span key={number} className={styles.quiet}>
            {label !== undefined && `${en.contacts.labels[label]} `}
            <bdi dir="ltr">{number}</bdi>
          </span>
        ))}
      </span>
      <CallBack name={name} address={numbers[0]?.number} label={en.contacts.call} />
    </li>
  );
}

function describe({ contacts, total }: ContactPage, text: string): string {
  if (total === 0) {
    return text === ''
      ? en.contacts.none
      : format(en.contacts.nothingFound, { text: isolate(text) });
  }
  return contacts.length < total
    ? format(en.contacts.shown, { shown: contacts.length, total })
    : '';
}
