import type { Participant } from '../../contract/call-model';
import type { Calls, KnownCall } from './known-call';

/** Who joined and left a call between two states. */
export interface RosterChange {
  readonly call: KnownCall;
  readonly joined: readonly Participant[];
  readonly left: readonly Participant[];
}

/**
 * Compares the rosters of all calls. Those who are in a call when it is first seen have not just joined, and
 * nobody leaves a call that ends. Somebody who is still being called has not joined yet.
 */
export function findRosterChanges(previous: Calls, next: Calls): RosterChange[] {
  if (previous.known === next.known) return [];
  const changes: RosterChange[] = [];
  for (const call of next.known.values()) {
    const before = previous.known.get(call.id);
    if (before === undefined || before === call || call.state === 'ended') continue;
    // Another call under the same id.
    if (before.sequence !== call.sequence) continue;
    // Without a time, they were there before.
    const joined = missingFrom(before.participants, call.participants).filter(
      ({ joinedAt }) => joinedAt !== undefined,
    );
    const left = missingFrom(call.participants, before.participants);
    if (joined.length > 0 || left.length > 0) changes.push({ call, joined, left });
  }
  return changes;
}

function missingFrom(
  base: readonly Participant[],
  others: readonly Participant[],
): readonly Participant[] {
  if (base === others) return [];
  const present = new Set(base.filter(hasJoined).map(({ id }) => id));
  return others.filter((participant) => hasJoined(participant) && !present.has(participant.id));
}

function hasJoined(participant: Participant): boolean {
  return participant.presence === 'joined';
}
