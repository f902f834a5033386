/** States of a voice call in API v2. */
export type CallState = 'Ringing' | 'Dialing' | 'Established' | 'Held' | 'Released';

export type CallType = 'Internal' | 'Inbound' | 'Outbound' | 'Consult';

export type RecordingState = 'Stopped' | 'Recording' | 'Paused';

/** The operations that a call may offer, as named in `capabilities`. */
export type Capability =
  | 'Answer'
  | 'Reject'
  | 'Hold'
  | 'Retrieve'
  | 'Hangup'
  | 'ClearCall'
  | 'MuteCall'
  | 'UnmuteCall'
  | 'SendDtmf'
  | 'InitiateConference'
  | 'CompleteConference'
  | 'SingleStepConference'
  | 'RemoveParticipantFromConference'
  | 'InitiateTransfer'
  | 'CompleteTransfer'
  | 'SingleStepTransfer'
  | 'SwapCalls'
  | 'AttachUserData'
  | 'UpdateUserData'
  | 'DeleteUserData'
  | 'DeleteUserDataPair'
  | 'StartCallRecording'
  | 'PauseCallRecording'
  | 'ResumeCallRecording'
  | 'StopCallRecording';

/** A party: its number, and how the switch formats it if that differs. */
export interface PartySpec {
  number: string;
  formatted?: string | undefined;
}

/** A call to create. Only `from` (the other party) is required. */
export interface CallSpec {
  /** A name for the call, as an alternative to its id. */
  alias?: string | undefined;
  from: string;
  formatted?: string | undefined;
  /** Further parties, for a call that is a conference from the start. */
  others?: PartySpec[] | undefined;
  state?: Exclude<CallState, 'Released'> | undefined;
  isOwner?: boolean | undefined;
  isMuted?: boolean | undefined;
  /** Delivered by a queue, so that Reject is offered. */
  isFromQueue?: boolean | undefined;
  callType?: CallType | undefined;
  dnis?: string | undefined;
  ani?: string | undefined;
  userData?: Record<string, unknown> | undefined;
  /** Fixed ids, for a test that compares with a sample (default: generated). */
  id?: string | undefined;
  connId?: string | undefined;
}

/** A participant as in release 8.5.2 and later. */
export interface ParticipantResource {
  e164Number: string;
  formattedPhoneNumber: string;
  phoneNumber: string;
  digits: string;
}

/** The call resource as sent: always complete, with unordered capabilities. */
export interface CallResource {
  id: string;
  state: CallState;
  callUuid: string;
  connId: string;
  deviceUri: string;
  participants: ParticipantResource[];
  dnis: string;
  ani?: string;
  callType: CallType;
  capabilities: Capability[];
  userData?: Record<string, unknown>;
  parentCallUri?: string;
  parentCallPath?: string;
  /** Seconds, as a string. */
  duration: string;
  mute: 'On' | 'Off';
  recordingState?: RecordingState;
  supervisorListeningIn: boolean;
  monitoredUserMuted: boolean;
  monitoring: boolean;
  uri: string;
  path: string;
}

/** The answer of a control function: the resource, and data that is not in it. */
export interface CallView extends CallResource {
  alias: string | undefined;
  isOwner: boolean;
}
