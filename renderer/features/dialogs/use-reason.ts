import type {
  Call,
  CallAction,
  Participant,
  ParticipantAction,
} from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import {
  callButtonState,
  findCall,
  findConnection,
  participantButtonState,
  reasonOf,
} from '../../state/call-view';
import { useSnapshot } from '../../state/window-context';

/** Why an action on the call that a dialog was opened for is not possible now, if it is not. */
export function useReason(call: Call, action: CallAction): string | undefined {
  const now = useSnapshot((snapshot) => findCall(snapshot, call.id));
  const connection = useSnapshot((snapshot) => findConnection(snapshot, call));
  return now === undefined
    ? en.window.reasons.over[call.line]
    : reasonOf(callButtonState(now, action, connection));
}

/** As `useReason`, for an action on somebody who was in the call then. */
export function useParticipantReason(
  call: Call,
  participant: Participant,
  action: ParticipantAction,
): string | undefined {
  const now = useSnapshot((snapshot) => findCall(snapshot, call.id));
  const connection = useSnapshot((snapshot) => findConnection(snapshot, call));
  const participantNow = now?.participants.find(({ id }) => id === participant.id);
  return now === undefined || participantNow === undefined
    ? format(en.actions.hasLeft, { name: participant.name })
    : reasonOf(participantButtonState(now, participantNow, action, connection));
}
