import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { vendorName } from '../../../contract/locale/vendor-name';
import { useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { Name } from '../../ui/Name';
import { WithNumbers } from '../../ui/Numbers';
import type { Message } from '../../../contract/locale/describe-command';
import styles from './Alerts.module.css';

/** The complete text of a message, and the codes for an administrator. */
export function MessageDialog({ message }: { readonly message: Message }): ReactNode {
  const { closeDialog } = useWindowActions();
  const { title, sentences, error } = message;
  return (
    <Dialog
      title={<WithNumbers text={title} />}
      answers={[]}
      cancelLabel={en.window.closeDetails}
      onCancel={closeDialog}
    >
      <div>
        {sentences.map((sentence) => (
          <p key={sentence}>
            <WithNumbers text={sentence} />
          </p>
        ))}
      </div>
      {error !== undefined && (
        <dl className={styles.facts}>
          {error.vendor !== undefined && (
            <Fact name={en.window.errorService} value={vendorName(error.vendor)} />
          )}
          <Fact name={en.window.errorCode} value={error.code} />
          {error.detail !== undefined && <Fact name={en.window.errorSaid} value={error.detail} />}
        </dl>
      )}
    </Dialog>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Name text={value} />
      </dd>
    </>
  );
}
