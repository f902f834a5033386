import type { CallAction } from '../../../contract/call-model';

/** The operation that carries out an action. The action is allowed while the call's capabilities list it. */
export const OPERATION_NAMES: ReadonlyMap<CallAction, string> = new Map([
  ['answer', 'Answer'],
  ['reject', 'Reject'],
  ['mute', 'MuteCall'],
  ['unmute', 'UnmuteCall'],
  ['hold', 'Hold'],
  ['retrieve', 'Retrieve'],
  ['hang-up', 'Hangup'],
  ['clear', 'ClearCall'],
  ['send-tones', 'SendDtmf'],
  ['add-participant', 'SingleStepConference'],
  ['transfer', 'SingleStepTransfer'],
  ['consult-conference', 'InitiateConference'],
  ['consult-transfer', 'InitiateTransfer'],
  ['complete-conference', 'CompleteConference'],
  ['complete-transfer', 'CompleteTransfer'],
  ['swap', 'SwapCalls'],
  ['attach-data', 'AttachUserData'],
  ['attach-wrap-up', 'AttachUserData'],
  ['update-data', 'UpdateUserData'],
  ['delete-data', 'DeleteUserDataPair'],
  ['delete-all-data', 'DeleteUserData'],
  ['start-recording', 'StartCallRecording'],
  ['pause-recording', 'PauseCallRecording'],
  ['resume-recording', 'ResumeCallRecording'],
  ['stop-recording', 'StopCallRecording'],
]);

/** Only offered to the owner of a conference or a supervisor. */
export const REMOVE_OPERATION = 'RemoveParticipantFromConference';
