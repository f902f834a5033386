import type { PastCall } from './earlier-calls';
import { findCallerAddress, readCaller, type IdentityKeys } from './identity';
import type { FindEarlierCaller } from './name-participants';

interface NamedCall {
  readonly at: number;
  readonly name: string;
}

/** Finds the names of earlier callers; the newest call counts. The calls are read only when a name is needed. */
export function createEarlierCallers(
  calls: () => Iterable<PastCall>,
  keys: IdentityKeys,
): FindEarlierCaller {
  let named: ReadonlyMap<string, readonly NamedCall[]> | undefined;

  function readNames(): ReadonlyMap<string, readonly NamedCall[]> {
    const found = new Map<string, NamedCall[]>();
    for (const call of calls()) {
      const address = findEarlierAddress(call);
      const { caller: name } = readCaller(call, keys);
      if (address === undefined || name === undefined) continue;
      found.set(address, [...(found.get(address) ?? []), { at: call.startedAt, name }]);
    }
    return found;
  }

  return (number, before) => {
    named ??= readNames();
    const earlier = (named.get(number) ?? []).filter(({ at }) => at < before);
    return earlier.sort((one, other) => other.at - one.at)[0]?.name;
  };
}

/** Whoever is left at the end of a call may be a colleague who joined it. */
function findEarlierAddress(call: PastCall): string | undefined {
  return call.direction === 'inbound' ? findCallerAddress(call) : undefined;
}
