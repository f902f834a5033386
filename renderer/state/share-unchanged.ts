import { dequal } from 'dequal';
import type { Call } from '../../contract/call-model';
import type { Snapshot } from '../../contract/snapshot';

/**
 * Returns `next` with every part that is equal to the previous one replaced by the earlier object.
 * Each snapshot arrives as a new copy. This lets components skip rendering by comparing identity.
 */
export function shareUnchanged(previous: Snapshot, next: Snapshot): Snapshot {
  const earlierCalls = new Map(previous.calls.map((call) => [call.id, call]));
  const calls = next.calls.map((call) => shareParticipants(earlierCalls.get(call.id), call));
  return {
    ...next,
    connections: shareItems(previous.connections, next.connections, (item) => item.vendor),
    calls: shareItems(previous.calls, calls, (item) => item.id),
    lastCalls: shareItems(previous.lastCalls, next.lastCalls, (item) => item.id),
    lines: dequal(previous.lines, next.lines) ? previous.lines : next.lines,
    notices: shareItems(previous.notices, next.notices, JSON.stringify),
    commands: shareItems(previous.commands, next.commands, (item) => item.id),
  };
}

function shareParticipants(previous: Call | undefined, next: Call): Call {
  if (previous === undefined) {
    return next;
  }
  const participants = shareItems(previous.participants, next.participants, (item) => item.id);
  return { ...next, participants };
}

function shareItems<Item>(previous: Item[], next: Item[], keyOf: (item: Item) => string): Item[] {
  const earlier = new Map(previous.map((item) => [keyOf(item), item]));
  const shared = next.map((item) => {
    const before = earlier.get(keyOf(item));
    return before !== undefined && dequal(before, item) ? before : item;
  });
  const isSame =
    shared.length === previous.length && shared.every((item, index) => item === previous[index]);
  return isSame ? previous : shared;
}
