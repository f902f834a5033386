import type { Connection, ConnectionState } from '../../../contract/snapshot';

/** The severity of each state. */
const SEVERITY: Record<ConnectionState, number> = {
  connected: 0,
  connecting: 1,
  reconnecting: 2,
  'signed-out': 3,
  error: 4,
};

/** The most severe connection problem; undefined while all are connected. */
export function findWorstConnection(connections: readonly Connection[]): Connection | undefined {
  const [worst] = connections
    .filter(({ state }) => state !== 'connected')
    .sort((one, other) => SEVERITY[other.state] - SEVERITY[one.state]);
  return worst;
}

/** Whether to show it in the strip. Connecting is part of every start, so it is not shown. */
export function isProblem({ state }: Connection): boolean {
  return SEVERITY[state] >= SEVERITY.reconnecting;
}
