import { useState, type ReactNode } from 'react';
import type { Command } from '../../../contract/commands';
import { en } from '../../../contract/locale/en';
import type { Refusal } from '../../state/refusal';
import { canRepeat, dismissCommand } from '../../state/requests';
import {
  useIsUnderWay,
  useSnapshot,
  useWindowActions,
  useWindowState,
} from '../../state/window-context';
import { Button } from '../../ui/Button';
import { describeCommand, describeRefusal } from '../../../contract/locale/describe-command';
import styles from './Alerts.module.css';
import { Toast, type ToastMore } from './Toast';

/**
 * What became of the agent's actions, where that does not show on the call itself. The newest stands
 * above the lower edge, over the sections and never over the call; one press shows the others.
 */
export function Alerts(): ReactNode {
  const commands = useSnapshot((snapshot) => snapshot.commands) ?? [];
  const refusals = useWindowState((state) => state.refusals);
  const { send, dismissRefusal } = useWindowActions();
  const [showsAll, setShowsAll] = useState(false);
  const shown = commands.filter((command) => describeCommand(command) !== undefined);
  const count = refusals.length + shown.length;
  const isOpen = showsAll && count > 1;
  const more = (index: number): ToastMore | undefined =>
    index === 0 && count > 1
      ? { count: count - 1, isOpen, onPress: () => setShowsAll(!isOpen) }
      : undefined;
  const toasts = [
    ...[...refusals]
      .reverse()
      .map((refusal, index) => (
        <RefusalToast key={refusal.key} refusal={refusal} more={more(index)} />
      )),
    ...[...shown]
      .reverse()
      .map((command, index) => (
        <CommandToast key={command.id} command={command} more={more(index + refusals.length)} />
      )),
  ];
  return (
    <div className={styles.toasts}>
      {isOpen && (
        <div className={styles.all}>
          <Button
            look="quiet"
            onPress={() => {
              refusals.forEach(({ key }) => dismissRefusal(key));
              shown.forEach(({ id }) => send(dismissCommand(id), ''));
            }}
          >
            {en.window.dismissAll}
          </Button>
        </div>
      )}
      {isOpen ? toasts : toasts.slice(0, 1)}
    </div>
  );
}

interface RefusalToastProps {
  readonly refusal: Refusal;
  readonly more: ToastMore | undefined;
}

function RefusalToast({ refusal, more }: RefusalToastProps): ReactNode {
  const { send, dismissRefusal } = useWindowActions();
  const { request, target, key } = refusal;
  return (
    <Toast
      message={describeRefusal(refusal)}
      more={more}
      onRetry={canRepeat(request) ? () => send(request, target) : undefined}
      onDismiss={() => dismissRefusal(key)}
    />
  );
}

interface CommandToastProps {
  readonly command: Command;
  readonly more: ToastMore | undefined;
}

function CommandToast({ command, more }: CommandToastProps): ReactNode {
  const request = dismissCommand(command.id);
  const isBusy = useIsUnderWay(request);
  const { send } = useWindowActions();
  const message = describeCommand(command);
  return message === undefined ? null : (
    <Toast message={message} more={more} isBusy={isBusy} onDismiss={() => send(request, '')} />
  );
}
