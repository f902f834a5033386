import { useState, type ReactNode } from 'react';
import type { Command } from '../../../contract/commands';
import { en } from '../../../contract/locale/en';
import type { Refusal } from '../../state/refusal';
import { pick, useCommandActions, useRefusalActions } from '../../actions/use-actions';
import { dismissCommand } from '../../state/requests';
import { useSnapshot, useWindowActions, useWindowState } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { describeCommand, describeRefusal } from '../../../contract/locale/describe-command';
import styles from './Alerts.module.css';
import { Toast, type ToastMore } from './Toast';
import { useSteadyToasts } from './use-steady-toasts';

type Item =
  | { readonly key: string; readonly refusal: Refusal; readonly command?: undefined }
  | { readonly key: string; readonly command: Command; readonly refusal?: undefined };

/**
 * Messages about the agent's actions whose result does not show on the call itself. The newest is
 * above the bottom edge, over the sections and never over the call. One press shows the others.
 */
export function Alerts(): ReactNode {
  const commands = useSnapshot((snapshot) => snapshot.commands) ?? [];
  const refusals = useWindowState((state) => state.refusals);
  const { send, dismissRefusal } = useWindowActions();
  const [showsAll, setShowsAll] = useState(false);
  const failed = commands.filter((command) => describeCommand(command) !== undefined);
  const newestFirst: Item[] = [
    ...[...refusals].reverse().map((refusal) => ({ key: refusal.key, refusal })),
    ...[...failed].reverse().map((command) => ({ key: command.id, command })),
  ];
  const { frozen, freezeProps, ref } = useSteadyToasts(newestFirst.map(({ key }) => key));
  const count = newestFirst.length;
  const isOpen = showsAll && count > 1;
  const more: ToastMore = { count: count - 1, isOpen, onPress: () => setShowsAll(!isOpen) };
  // A message that arrives while the agent is reading another is shown above it.
  const frozenIndex = newestFirst.findIndex(({ key }) => key === frozen?.key);
  const shown = isOpen ? newestFirst : newestFirst.slice(0, Math.max(frozenIndex, 0) + 1);
  return (
    <div ref={ref} className={styles.toasts} {...freezeProps}>
      {isOpen && (
        <div className={styles.all}>
          <Button
            look="quiet"
            onPress={() => {
              refusals.forEach(({ key }) => dismissRefusal(key));
              failed.forEach(({ id }) => send(dismissCommand(id), ''));
            }}
          >
            {en.window.dismissAll}
          </Button>
        </div>
      )}
      {shown.map(({ key, refusal, command }, index) => {
        const hasMore = count > 1 && (key === frozen?.key ? frozen.hasMore : index === 0);
        const props = { more: hasMore ? more : undefined };
        return refusal === undefined ? (
          // Another one once the result is known, so that a press meant for the first cannot dismiss it unread.
          <CommandToast key={`${key} ${command.outcome}`} command={command} {...props} />
        ) : (
          <RefusalToast key={key} refusal={refusal} {...props} />
        );
      })}
    </div>
  );
}

interface RefusalToastProps {
  readonly refusal: Refusal;
  readonly more: ToastMore | undefined;
}

function RefusalToast({ refusal, more }: RefusalToastProps): ReactNode {
  const actions = useRefusalActions(refusal);
  return (
    <Toast
      message={describeRefusal(refusal)}
      more={more}
      retry={pick(actions, 'retry')}
      dismissal={pick(actions, 'dismiss-message')}
    />
  );
}

interface CommandToastProps {
  readonly command: Command;
  readonly more: ToastMore | undefined;
}

function CommandToast({ command, more }: CommandToastProps): ReactNode {
  const dismissal = pick(useCommandActions(command), 'dismiss-message');
  const message = describeCommand(command);
  return message === undefined ? null : (
    <Toast message={message} commandId={command.id} more={more} dismissal={dismissal} />
  );
}
