import type { Call } from '../../contract/call-model';
import { findCall, findCurrentCall } from '../../contract/find-calls';
import type { LastCall, Snapshot } from '../../contract/snapshot';

/**
 * The call that the agent writes about: the current one, and after its end still that one, until they are
 * done or talk on another. One that only rings does not take its place.
 *
 * @param previous the call that they were writing about
 * @param isWriting the focus is in what they write, which must not become a note about another call
 */
export function followWrappedUpCall(
  snapshot: Snapshot,
  previous: string | undefined,
  isWriting: boolean,
): string | undefined {
  const kept = findWrappedUpCall(snapshot, previous)?.id;
  if (isWriting && kept !== undefined) {
    return kept;
  }
  const current = findCurrentCall(snapshot);
  const canWrite = current !== undefined && current.state !== 'ringing';
  // What is over and done with is not taken up again.
  return canWrite && current.state !== 'ended' ? current.id : kept;
}

export function findWrappedUpCall(
  snapshot: Snapshot,
  callId: string | undefined,
): Call | LastCall | undefined {
  return callId === undefined
    ? undefined
    : (findCall(snapshot, callId) ?? snapshot.lastCalls.find(({ id }) => id === callId));
}
