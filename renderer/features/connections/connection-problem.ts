import type { Connection, ConnectionState } from '../../../contract/snapshot';
import { hasWarning } from '../../state/connection-warning';

/** The severity of each state. */
const SEVERITY: Record<ConnectionState, number> = {
  connected: 0,
  connecting: 1,
  reconnecting: 2,
  'signed-out': 4,
  error: 5,
};
const WARNING_SEVERITY = 3;

/** The most severe connection problem; undefined while all are connected. */
export function findWorstConnection(connections: readonly Connection[]): Connection | undefined {
  const [worst] = connections
    .filter((connection) => severityOf(connection) > SEVERITY.connected)
    .sort((one, other) => severityOf(other) - severityOf(one));
  return worst;
}

/** Whether to show it in the strip. Connecting is part of every start, so it is not shown. */
export function isProblem(connection: Connection): boolean {
  return severityOf(connection) >= SEVERITY.reconnecting;
}

/** The icon and color of a connection: a warning looks like an error. */
export function lookOf(connection: Connection): ConnectionState {
  return hasWarning(connection) ? 'error' : connection.state;
}

function severityOf(connection: Connection): number {
  return hasWarning(connection) ? WARNING_SEVERITY : SEVERITY[connection.state];
}
