import { CircleAlert, CircleCheck, CircleQuestionMark, X, type LucideIcon } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { gapAfter } from '../../../contract/locale/join-sentences';
import type { Command } from '../../../contract/commands';
import { dismissCommand } from '../../state/requests';
import {
  useIsUnderWay,
  useSnapshot,
  useWindowActions,
  useWindowState,
} from '../../state/window-context';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { describeCommand, describeRefusal, type Message } from './alert-text';
import styles from './Alerts.module.css';

const ICONS: Record<Message['tone'], LucideIcon> = {
  failed: CircleAlert,
  unknown: CircleQuestionMark,
  done: CircleCheck,
};

/** From so many on they can be dismissed at once. */
const MANY = 3;

/**
 * What became of the agent's commands, where that is worth telling; each until it is dismissed. The
 * newest is on top, where it can be seen however many there are.
 */
export function Alerts(): ReactNode {
  const commands = useSnapshot((snapshot) => snapshot.commands) ?? [];
  const refusals = useWindowState((state) => state.refusals);
  const { send, dismissRefusal } = useWindowActions();
  const told = commands.filter((command) => describeCommand(command) !== undefined);
  const count = refusals.length + told.length;
  return (
    <>
      {count >= MANY && (
        <div className={styles.many}>
          <span>{format(en.window.messages, { count })}</span>
          <Button
            look="quiet"
            onPress={() => {
              refusals.forEach(({ key }) => dismissRefusal(key));
              told.forEach(({ id }) => send(dismissCommand(id), ''));
            }}
          >
            {en.window.dismissAll}
          </Button>
        </div>
      )}
      <div className={styles.alerts}>
        {[...refusals].reverse().map((refusal) => (
          <MessageBox
            key={refusal.key}
            message={describeRefusal(refusal)}
            onDismiss={() => dismissRefusal(refusal.key)}
          />
        ))}
        {[...told].reverse().map((command) => (
          <CommandMessage key={command.id} command={command} />
        ))}
      </div>
    </>
  );
}

function CommandMessage({ command }: { readonly command: Command }): ReactNode {
  const request = dismissCommand(command.id);
  const isBusy = useIsUnderWay(request);
  const { send } = useWindowActions();
  const message = describeCommand(command);
  return message === undefined ? null : (
    <MessageBox message={message} isBusy={isBusy} onDismiss={() => send(request, '')} />
  );
}

interface MessageBoxProps {
  readonly message: Message;
  readonly isBusy?: boolean;
  readonly onDismiss: () => void;
}

function MessageBox({ message, isBusy = false, onDismiss }: MessageBoxProps): ReactNode {
  const Icon = ICONS[message.tone];
  return (
    <div
      role={message.tone === 'done' ? 'status' : 'alert'}
      className={classNames(styles.message, styles[message.tone])}
    >
      <Icon aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{message.title}</p>
        {message.sentences.length > 0 && (
          <p className={styles.sentences}>
            {message.sentences.map((sentence, index) => (
              <Fragment key={sentence}>
                <span>{sentence}</span>
                {index < message.sentences.length - 1 && gapAfter(sentence)}
              </Fragment>
            ))}
          </p>
        )}
      </div>
      <Button
        look="quiet"
        icon={<X />}
        label={en.window.dismiss}
        isBusy={isBusy}
        onPress={onDismiss}
      />
    </div>
  );
}
