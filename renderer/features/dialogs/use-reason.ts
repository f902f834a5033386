import {
  participantAvailability,
  callAvailability,
  reasonOf,
} from '../../../contract/actions/availability';
import type {
  Call,
  CallAction,
  Participant,
  ParticipantAction,
} from '../../../contract/call-model';
import { findCall, hasBeenAnswered } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { lineTexts } from '../../../contract/locale/line-texts';
import { isolate } from '../../../contract/text';
import { useSnapshot } from '../../state/window-context';

/** Why an action on the dialog's call is not possible now; undefined if it is possible. */
export function useReason(call: Call, action: CallAction): string | undefined {
  return useSnapshot((snapshot) => {
    const now = findCall(snapshot, call.id);
    return now === undefined
      ? lineTexts(call.line).over
      : reasonOf(callAvailability(snapshot, now, action));
  });
}

/** Whether a transfer or a conference of the dialog's two calls can be completed now. */
export function useCanComplete(
  call: Call,
  other: Call,
  action: 'complete-conference' | 'complete-transfer',
): boolean {
  const reason = useReason(call, action);
  const isOtherThere = useSnapshot((snapshot) => {
    const now = findCall(snapshot, other.id);
    return now !== undefined && hasBeenAnswered(now);
  });
  return reason === undefined && isOtherThere === true;
}

/** Like `useReason`, for an action on a participant. */
export function useParticipantReason(
  call: Call,
  participant: Participant,
  action: ParticipantAction,
): string | undefined {
  return useSnapshot((snapshot) => {
    const now = findCall(snapshot, call.id);
    const participantNow = now?.participants.find(({ id }) => id === participant.id);
    return now === undefined || participantNow === undefined
      ? format(en.actions.hasLeft, { name: isolate(participant.name) })
      : reasonOf(participantAvailability(snapshot, now, participantNow, action));
  });
}
