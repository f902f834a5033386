import {
  ChevronDown,
  CircleAlert,
  CircleCheck,
  LogIn,
  RefreshCw,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { vendorName } from '../../../contract/locale/vendor-name';
import { format } from '../../../contract/locale/format';
import { joinSentences } from '../../../contract/locale/join-sentences';
import type { Connection, ConnectionState } from '../../../contract/snapshot';
import { describeConnectionError } from '../../../contract/locale/describe-error';
import { hasWarning } from '../../state/connection-warning';
import { useSnapshot } from '../../state/window-context';
import { classNames } from '../../ui/class-names';
import { Name } from '../../ui/Name';
import { WithNumbers } from '../../ui/Numbers';
import { findWorstConnection, lookOf } from './connection-problem';
import styles from './Connections.module.css';
import { ConnectionButtons } from './ConnectionButtons';
import { useSteadyRows } from './use-steady-rows';

const ICONS: Record<ConnectionState, LucideIcon> = {
  connecting: RefreshCw,
  connected: CircleCheck,
  reconnecting: RefreshCw,
  'signed-out': LogIn,
  error: CircleAlert,
};

const NONE: readonly Connection[] = [];

/**
 * One mark for all services, with the agent's name. Pressing it shows the list of services, which
 * is always available to screen readers.
 */
export function Connections(): ReactNode {
  const connections = useSnapshot((snapshot) => snapshot.connections) ?? NONE;
  const agentName = useSnapshot((snapshot) => snapshot.agentName) ?? '';
  const [isOpen, setIsOpen] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const { freezeProps, ref } = useSteadyRows();
  useEffect(
    () => (isOpen ? closeOnLeaving(part.current, () => setIsOpen(false)) : undefined),
    [isOpen],
  );
  // A pressed button disappears while its service connects. The focus stays here, because the list closes when it
  // leaves, and not on the button of another service, which a second press would reach.
  useLayoutEffect(() => {
    if (isOpen && document.activeElement === document.body) mark.current?.focus();
  }, [connections, isOpen]);
  if (connections.length === 0) {
    return agentName === '' ? null : (
      <span className={styles.agent}>
        <Name text={agentName} />
      </span>
    );
  }
  const worst = findWorstConnection(connections);
  const look = worst === undefined ? 'connected' : lookOf(worst);
  const Icon = ICONS[look];
  const summary = worst === undefined ? en.window.allConnected : describeProblem(worst);
  return (
    <div ref={part} className={styles.part}>
      <button
        ref={mark}
        type="button"
        className={classNames(styles.indicator, styles[look])}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-label={format(en.window.services, { name: agentName, summary })}
        title={summary}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isOpen) {
            event.stopPropagation();
            setIsOpen(false);
          }
        }}
      >
        <Icon aria-hidden />
        <span className={styles.agent}>
          <Name text={agentName} />
        </span>
        <ChevronDown aria-hidden className={styles.chevron} />
      </button>
      <ul
        ref={ref}
        id={listId}
        aria-label={en.window.connections}
        className={isOpen ? styles.list : styles.collapsed}
        {...freezeProps}
      >
        {connections.map((connection) => (
          <ConnectionItem key={connection.vendor} connection={connection} isOpen={isOpen} />
        ))}
      </ul>
    </div>
  );
}

interface ConnectionItemProps {
  readonly connection: Connection;
  readonly isOpen: boolean;
}

function ConnectionItem({ connection, isOpen }: ConnectionItemProps): ReactNode {
  const { reason } = connection;
  const look = lookOf(connection);
  const Icon = ICONS[look];
  return (
    <li className={classNames(styles.item, styles[look])}>
      <Icon aria-hidden />
      <span className={styles.words}>
        <span className={styles.name}>{describeConnection(connection)}</span>
        {reason !== undefined && (
          <span className={styles.reason}>
            <WithNumbers
              text={joinSentences(describeConnectionError(reason, { hasCodes: true }))}
            />
          </span>
        )}
      </span>
      {isOpen && <ConnectionButtons connection={connection} />}
    </li>
  );
}

function describeProblem(connection: Connection): string {
  return hasWarning(connection)
    ? format(en.window.stripStates.connected, { vendor: vendorName(connection.vendor) })
    : describeConnection(connection);
}

function describeConnection({ vendor, state }: Connection): string {
  return format(en.window.connection, {
    vendor: vendorName(vendor),
    state: en.connectionStates[state],
  });
}

/** Calls back when something outside the element is pressed or focused. */
function closeOnLeaving(part: HTMLElement | null, close: () => void): () => void {
  const events = new AbortController();
  const closeIfOutside = ({ target }: Event): void => {
    if (target instanceof Node && part?.contains(target) !== true) {
      close();
    }
  };
  document.addEventListener('pointerdown', closeIfOutside, events);
  document.addEventListener('focusin', closeIfOutside, events);
  return () => events.abort();
}
