import { useState, type ReactNode } from 'react';
import type { ContactPage } from '../../../contract/contacts';
import type { AppError } from '../../../contract/errors';
import { describeError } from '../../../contract/locale/describe-error';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import type { Result } from '../../../contract/result';
import { useWindowActions } from '../../state/window-context';
import { AlertDialog } from '../../ui/AlertDialog';
import { Button } from '../../ui/Button';
import { ErrorMessage } from '../settings/Outcome';
import styles from '../settings/Settings.module.css';
import { SettingsGroup } from '../settings/SettingsGroup';
import { ContactList } from './ContactList';
import { ImportContacts } from './ImportContacts';
import { useContacts } from './use-contacts';

/** The contacts page: their number, the import of a file, and the list with favorites. */
export function ContactsPage(): ReactNode {
  const { contacts } = useWindowActions();
  const { text, setText, answer, reload } = useContacts();
  const [failure, setFailure] = useState<readonly string[]>();
  const [isRemoving, setIsRemoving] = useState(false);
  const page = answer?.ok === true ? answer.value : undefined;
  const problem =
    answer?.ok === false ? describeFailure(en.contacts.failures.list, answer.error) : failure;

  async function change(what: string, request: Promise<Result<null>>): Promise<void> {
    const changed = await request;
    setFailure(changed.ok ? undefined : describeFailure(what, changed.error));
    reload();
  }

  return (
    <>
      <SettingsGroup title={en.contacts.importTitle}>
        <p className={styles.hint}>
          {page !== undefined && describeCount(page)} {en.contacts.hint}
        </p>
        <ImportContacts onDone={reload} />
        {(page?.imported ?? 0) > 0 && (
          <div className={styles.row}>
            <Button look="discreet-danger" onPress={() => setIsRemoving(true)}>
              {en.contacts.remove}
            </Button>
          </div>
        )}
      </SettingsGroup>
      {problem !== undefined && <ErrorMessage lines={problem} />}
      <ContactList
        text={text}
        page={page}
        onSearch={setText}
        onStar={({ id, isFavorite }) =>
          void change(
            en.contacts.failures.favorite,
            contacts.setFavorite({ contactId: id, isFavorite: !isFavorite }),
          )
        }
      />
      {isRemoving && (
        <AlertDialog
          title={en.contacts.removing.title}
          confirmLabel={en.contacts.removing.confirm}
          cancelLabel={en.window.cancel}
          canConfirm
          onCancel={() => setIsRemoving(false)}
          onConfirm={() => {
            setIsRemoving(false);
            void change(en.contacts.failures.remove, contacts.removeContacts());
          }}
        >
          <p>{format(en.contacts.removing.body, { count: page?.imported ?? 0 })}</p>
        </AlertDialog>
      )}
    </>
  );
}

function describeCount({ imported, fromProfile }: ContactPage): string {
  return format(en.contacts.count, { imported, fromProfile });
}

function describeFailure(what: string, error: AppError): readonly string[] {
  return [what, ...describeError(error, { hasCodes: true })];
}
