import type { Call } from '../../contract/call-model';
import { findCall, findCurrentCall } from '../../contract/find-calls';
import type { LastCall, Snapshot } from '../../contract/snapshot';

/**
 * The call in the wrap-up: the current call, which remains after its end until the agent is done or
 * talks on another. A call that only rings does not replace it, and nor does a call to consult somebody,
 * because the note is about the customer.
 *
 * @param previous the previous call in the wrap-up
 * @param isWriting whether the focus is in the note, which must not be attributed to another call
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
  // A finished wrap-up is not reopened.
  if (current === undefined || current.state === 'ringing' || current.state === 'ended') {
    return kept;
  }
  return findWrappedUpCall(snapshot, current.parentCallId)?.id ?? current.id;
}

export function findWrappedUpCall(
  snapshot: Snapshot,
  callId: string | undefined,
): Call | LastCall | undefined {
  return callId === undefined
    ? undefined
    : (findCall(snapshot, callId) ?? snapshot.lastCalls.find(({ id }) => id === callId));
}
