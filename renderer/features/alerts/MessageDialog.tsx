import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { vendorName } from '../../../contract/locale/vendor-name';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { Name } from '../../ui/Name';
import { WithNumbers } from '../../ui/Numbers';
import { describeCommand, type Message } from '../../../contract/locale/describe-command';
import styles from './Alerts.module.css';

interface MessageDialogProps {
  /** The message when the dialog was opened. */
  readonly message: Message;
  readonly commandId: string | undefined;
}

/** The complete text of a message, and the codes for an administrator. */
export function MessageDialog({ message, commandId }: MessageDialogProps): ReactNode {
  const { closeDialog } = useWindowActions();
  const command = useSnapshot(({ commands }) => commands.find(({ id }) => id === commandId));
  const current = command && describeCommand(command);
  const { title, sentences, error } = current ?? message;
  const isOver = commandId !== undefined && current === undefined;
  return (
    <Dialog
      title={<WithNumbers text={title} />}
      answers={[]}
      cancelLabel={en.window.closeDetails}
      onCancel={closeDialog}
    >
      <div aria-live="polite">
        {(isOver ? [en.window.messageOver] : sentences).map((sentence) => (
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
