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
import { findCall } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { lineTexts } from '../../../contract/locale/line-texts';
import { useSnapshot } from '../../state/window-context';

/** Why an action on the call that a dialog was opened for is not possible now, if it is not. */
export function useReason(call: Call, action: CallAction): string | undefined {
  return useSnapshot((snapshot) => {
    const now = findCall(snapshot, call.id);
    return now === undefined
      ? lineTexts(call.line).over
      : reasonOf(callAvailability(snapshot, now, action));
  });
}

/** As `useReason`, for an action on somebody who was in the call then. */
export function useParticipantReason(
  call: Call,
  participant: Participant,
  action: ParticipantAction,
): string | undefined {
  return useSnapshot((snapshot) => {
    const now = findCall(snapshot, call.id);
    const participantNow = now?.participants.find(({ id }) => id === participant.id);
    return now === undefined || participantNow === undefined
      ? format(en.actions.hasLeft, { name: participant.name })
      : reasonOf(participantAvailability(snapshot, now, participantNow, action));
  });
}
