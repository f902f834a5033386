import type { Connection, ConnectionState } from '../../../contract/snapshot';

/** The worse, the higher. */
const SEVERITY: Record<ConnectionState, number> = {
  connected: 0,
  connecting: 1,
  reconnecting: 2,
  'signed-out': 3,
  error: 4,
};

/** The one that the agent should know about first; none while all are connected. */
export function findWorst(connections: readonly Connection[]): Connection | undefined {
  const [worst] = connections
    .filter(({ state }) => state !== 'connected')
    .sort((one, other) => SEVERITY[other.state] - SEVERITY[one.state]);
  return worst;
}

/** Whether it is worth a line of its own: connecting is part of every start. */
export function isTrouble({ state }: Connection): boolean {
  return SEVERITY[state] >= SEVERITY.reconnecting;
}
