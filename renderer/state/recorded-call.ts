import type { Call } from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { LastCall, Snapshot } from '../../contract/snapshot';
import { describeParties } from './call-view';

/** A call whose recording may be there: one that goes on, or one that is over. */
export type RecordedCall = Call | LastCall;

/** Whether the recorder can be asked about this call now; it can be after the call's end as well. */
export function canAskRecorder(snapshot: Snapshot, callId: string): boolean {
  return (
    snapshot.calls.some((call) => call.id === callId && call.actions.includes('delete-call')) ||
    snapshot.lastCalls.some((call) => call.id === callId && call.canAskRecorder)
  );
}

/** Whom a call was with; of an ended call of many, only the first ones have been kept by name. */
export function describeRecordedParties(call: RecordedCall): string {
  if (!('participantCount' in call)) {
    return describeParties(call);
  }
  const names = call.participants.map((participant) => participant.name);
  const rest = call.participantCount - names.length;
  if (names.length === 0) {
    return call.line === 'genesys' ? en.window.unknownParty : call.reference;
  }
  return rest > 0
    ? format(en.window.someParties, { names: names.join(', '), count: rest })
    : names.join(', ');
}
