import type { PastCall } from './earlier-calls';
import { findCallBackAddress, readCaller, type IdentityKeys } from './identity';
import type { FindContact } from './name-participants';

/**
 * Finds the name under which somebody called earlier, by the number to call them back. The newest call counts. The
 * calls are read only when a name is needed.
 */
export function createEarlierCallers(
  calls: () => Iterable<PastCall>,
  keys: IdentityKeys,
): FindContact {
  let names: ReadonlyMap<string, string> | undefined;

  function readNames(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const call of [...calls()].sort((one, other) => one.startedAt - other.startedAt)) {
      const address = call.direction === 'inbound' ? findCallBackAddress(call) : undefined;
      const { caller } = readCaller(call, keys);
      if (address !== undefined && caller !== undefined) found.set(address, caller);
    }
    return found;
  }

  return (number) => {
    names ??= readNames();
    return names.get(number);
  };
}
