import { CircleAlert, CircleCheck, CircleQuestionMark, type LucideIcon } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { gapAfter } from '../../../contract/locale/join-sentences';
import { isolateNumbers } from '../../../contract/numbers-in-text';
import type { WindowAction } from '../../actions/window-action';
import { useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { WithNumbers } from '../../ui/Numbers';
import type { Message } from '../../../contract/locale/describe-command';
import { ActionButton } from '../actions/ActionButton';
import styles from './Alerts.module.css';

const ICONS: Record<Message['tone'], LucideIcon> = {
  failed: CircleAlert,
  unknown: CircleQuestionMark,
  done: CircleCheck,
};

/** The number of other messages, and the button that shows or hides them. */
export interface ToastMore {
  readonly count: number;
  readonly isOpen: boolean;
  readonly onPress: () => void;
}

interface ToastProps {
  readonly message: Message;
  /** Set if the message is about a command. */
  readonly commandId?: string;
  readonly more: ToastMore | undefined;
  readonly retry?: WindowAction | undefined;
  readonly dismissal: WindowAction | undefined;
}

/** One message, in at most two lines. The rest is under Details. */
export function Toast({ message, commandId, more, retry, dismissal }: ToastProps): ReactNode {
  const { tone, title, sentences } = message;
  const Icon = ICONS[tone];
  const { openDialog } = useWindowActions();
  return (
    <div
      role={tone === 'done' ? 'status' : 'alert'}
      className={classNames(styles.toast, styles[tone])}
    >
      <Icon aria-hidden className={styles.icon} />
      <p dir="auto" className={styles.title} title={isolateNumbers(title)}>
        <WithNumbers text={title} />
      </p>
      <span className={styles.ends}>
        {more !== undefined && (
          <Button look="quiet" label={nameMore(more)} onPress={more.onPress}>
            {more.isOpen ? '−' : format(en.window.moreMessages, { count: more.count })}
          </Button>
        )}
        <ActionButton action={dismissal} look="quiet" isIconOnly />
      </span>
      {sentences.length > 0 && (
        <p dir="auto" className={styles.sentences}>
          {sentences.map((sentence, index) => (
            <Fragment key={sentence}>
              <span>
                <WithNumbers text={sentence} />
              </span>
              {index < sentences.length - 1 && gapAfter(sentence)}
            </Fragment>
          ))}
        </p>
      )}
      {tone !== 'done' && (
        <span className={styles.buttons}>
          <ActionButton action={retry} hasIcon={false} />
          <Button
            look="quiet"
            // The toast is another one once the outcome has changed, and gets the focus back from the dialog.
            id={commandId === undefined ? undefined : `details-${commandId}`}
            onPress={() => openDialog({ kind: 'message', message, commandId })}
          >
            {en.window.details}
          </Button>
        </span>
      )}
    </div>
  );
}

function nameMore({ isOpen, count }: ToastMore): string {
  if (isOpen) return en.window.showFewerMessages;
  return count === 1 ? en.window.showOneMessage : format(en.window.showMessages, { count });
}
