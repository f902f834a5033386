import type { KnownCall } from './reducer';

/** Those who are in a call besides the agent, in one line. */
export function describeParties(call: KnownCall): string {
  return call.participants.map(({ name }) => name).join(', ');
}
