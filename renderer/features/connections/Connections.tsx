import { CircleAlert, CircleCheck, LogIn, RefreshCw, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { vendorName } from '../../../contract/locale/vendor-name';
import { joinSentences } from '../../../contract/locale/join-sentences';
import type { Connection, ConnectionState } from '../../../contract/snapshot';
import { describeTrouble } from '../../state/error-text';
import { retryConnection } from '../../state/requests';
import { useIsUnderWay, useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import styles from './Connections.module.css';

const ICONS: Record<ConnectionState, LucideIcon> = {
  connecting: RefreshCw,
  connected: CircleCheck,
  reconnecting: RefreshCw,
  'signed-out': LogIn,
  error: CircleAlert,
};

/** One line for each service: quiet while all is well, and impossible to miss when it is not. */
export function Connections(): ReactNode {
  const connections = useSnapshot((snapshot) => snapshot.connections) ?? [];
  return connections.length === 0 ? null : (
    <ul aria-label={en.window.connections} className={styles.list}>
      {connections.map((connection) => (
        <ConnectionItem key={connection.vendor} connection={connection} />
      ))}
    </ul>
  );
}

function ConnectionItem({ connection }: { readonly connection: Connection }): ReactNode {
  const { vendor, state, reason } = connection;
  const Icon = ICONS[state];
  // Connecting is as quiet as being connected: a start that goes well moves nothing.
  const isQuiet = state === 'connected' || state === 'connecting';
  const isWide = !isQuiet || reason !== undefined;
  return (
    <li className={classNames(styles.item, styles[state], isWide && styles.isWide)}>
      <Icon aria-hidden />
      <span className={styles.words}>
        <span className={styles.name}>
          {format(en.window.connection, {
            vendor: vendorName(vendor),
            state: en.connectionStates[state],
          })}
        </span>
        {reason !== undefined && (
          <span className={styles.reason}>{joinSentences(describeTrouble(reason))}</span>
        )}
      </span>
      {(state === 'signed-out' || state === 'error') && <RetryButton connection={connection} />}
    </li>
  );
}

function RetryButton({ connection }: { readonly connection: Connection }): ReactNode {
  const request = retryConnection(connection.vendor);
  const isBusy = useIsUnderWay(request);
  const { send } = useWindowActions();
  return (
    <Button isBusy={isBusy} onPress={() => send(request, vendorName(connection.vendor))}>
      {en.window.tryAgain}
    </Button>
  );
}
