import type { Call } from '../../contract/call-model';
import type { LastCall, Snapshot } from '../../contract/snapshot';
import type { NameList } from '../../contract/call-names';
import { describeNames, listParties } from '../../contract/call-names';

/** A call whose recording may be there: one that goes on, or one that is over. */
export type RecordedCall = Call | LastCall;

/** Whether the recorder can be asked about this call now; it can be after the call's end as well. */
export function canAskRecorder(snapshot: Snapshot, callId: string): boolean {
  return (
    snapshot.calls.some((call) => call.id === callId && call.actions.includes('delete-call')) ||
    snapshot.lastCalls.some((call) => call.id === callId && call.canAskRecorder)
  );
}

/** Who a call was with; of an ended call of many, only the first ones have been kept by name. */
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

/** Who a call that is over is listed under: the caller where the attached data names them. */
export function listEndedParties(call: LastCall): NameList {
  const { isFromData, name } = call.identity;
  return isFromData === true ? { names: [name], more: 0 } : listRecordedParties(call);
}

export function describeRecordedParties(call: RecordedCall): string {
  return describeNames(listRecordedParties(call));
}
