import type { CallAction } from '../../../contract/call-model';

/** The operation that carries an action out; it is allowed while the capabilities name it. */
export const OPERATION_NAMES = {
  mute: 'MuteCall',
  unmute: 'UnmuteCall',
  hold: 'Hold',
  retrieve: 'Retrieve',
  'hang-up': 'Hangup',
} as const satisfies Partial<Record<CallAction, string>>;

/** Only the owner of a conference, or a supervisor, has this one. */
export const REMOVE_OPERATION = 'RemoveParticipantFromConference';
