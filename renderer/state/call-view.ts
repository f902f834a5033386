import type { Call, CallState, Participant } from '../../contract/call-model';
import { descriptorOf } from '../../contract/descriptor-of';
import type { Snapshot } from '../../contract/snapshot';

/** A conference can be both established and on hold. The agent sees one state. */
export function shownState(call: Call): CallState {
  return call.state === 'established' && call.isHeld ? 'held' : call.state;
}

/**
 * Whether the service can confuse this participant with another: it identifies people only by
 * number, and no notation of this number is unique.
 */
export function hasNamesake(
  snapshot: Pick<Snapshot, 'lines'>,
  call: Call,
  participant: Participant,
): boolean {
  const formsOf = ({ address, number, name }: Participant): string[] => [
    address ?? name,
    number ?? name,
    name,
  ];
  const others = call.participants.filter(({ id }) => id !== participant.id).flatMap(formsOf);
  return (
    descriptorOf(snapshot, call.line).participantIdentity === 'number' &&
    formsOf(participant).every((form) => others.includes(form))
  );
}
