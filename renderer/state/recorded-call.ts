import type { Call } from '../../contract/call-model';
import type { LastCall, Snapshot } from '../../contract/snapshot';
import type { NameList } from '../../contract/call-names';
import { describeNames, listParties } from '../../contract/call-names';

/** A call that may have a recording: a current or an ended one. */
export type RecordedCall = Call | LastCall;

/** Whether the recorder can look up this call now, which is also possible after its end. */
export function canLookUpRecording(snapshot: Snapshot, callId: string): boolean {
  return (
    snapshot.calls.some((call) => call.id === callId && call.actions.includes('delete-call')) ||
    snapshot.lastCalls.some((call) => call.id === callId && call.canLookUpRecording)
  );
}

/** The parties of a call. For a large ended call, only the first names are kept. */
export function listRecordedParties(call: RecordedCall): NameList {
  if (!('participantCount' in call)) {
    return listParties(call);
  }
  const names = call.participants.map((participant) => participant.name);
  const rest = call.participantCount - names.length;
  if (names.length === 0) {
    return { names: [call.identity.name], more: 0 };
  }
  return { names, more: Math.max(0, rest) };
}

/** The name under which an ended call is listed: the caller, if the attached data names them. */
export function listEndedParties(call: LastCall): NameList {
  const { isFromData, name } = call.identity;
  return isFromData === true ? { names: [name], more: 0 } : listRecordedParties(call);
}

export function describeRecordedParties(call: RecordedCall): string {
  return describeNames(listRecordedParties(call));
}
