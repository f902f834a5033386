import { listNames } from '../../contract/locale/list-names';
import type { KnownCall } from './known-call';

const MAX_NAMES = 12;

/** The participants other than the agent, in one line. */
export function describeParties(call: KnownCall): string {
  return listNames(
    call.participants.map(({ name }) => name),
    MAX_NAMES,
  );
}
