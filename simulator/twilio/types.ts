export type ConferenceStatus = 'init' | 'in-progress' | 'completed';

export type ParticipantStatus =
  'queued' | 'connecting' | 'ringing' | 'connected' | 'complete' | 'failed';

export type CallStatus =
  'queued' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';

export type RecordingStatus =
  'in-progress' | 'paused' | 'stopped' | 'processing' | 'completed' | 'absent' | 'deleted';

export type EndReason =
  | 'conference-ended-via-api'
  | 'participant-with-end-conference-on-exit-left'
  | 'participant-with-end-conference-on-exit-kicked'
  | 'last-participant-kicked'
  | 'last-participant-left';

/** A call of the account. */
export interface TwilioCallView {
  sid: string;
  from: string;
  to: string;
  direction: 'inbound' | 'outbound-api';
  status: CallStatus;
}

/** A person in a conference, or being called into it. */
export interface TwilioParticipantView {
  callSid: string;
  /** The number at the other end of the call. */
  number: string;
  label: string | undefined;
  status: ParticipantStatus;
  isMuted: boolean;
  isHeld: boolean;
  /** The URLs of audio that was played to this participant. */
  announcements: string[];
}

export interface TwilioRecordingView {
  sid: string;
  conferenceSid: string | undefined;
  callSid: string | undefined;
  status: RecordingStatus;
}

/** A conference, with the participants that the service would list. */
export interface TwilioConferenceView {
  sid: string;
  name: string;
  status: ConferenceStatus;
  participants: TwilioParticipantView[];
  /** The URLs of audio that was played to everybody. */
  announcements: string[];
}

/** A person who dials into a conference. */
export interface Joining {
  number: string;
  /** The friendly name or SID. A name without an active conference starts a new one. */
  conference?: string | undefined;
  callerName?: string | undefined;
}

/** Controls events in the conferences that the client did not request. */
export interface TwilioControls {
  /** All conferences, oldest first. */
  conferences(): TwilioConferenceView[];
  /** The conference with this SID or name; by default the newest that is not completed. */
  conference(nameOrSid?: string): TwilioConferenceView;
  /** A person dials in and is connected at once. */
  join(joining: Joining): TwilioParticipantView;
  /** A listed participant hangs up. */
  leave(number: string, conference?: string): TwilioConferenceView;
  setMute(isOn: boolean, number: string, conference?: string): TwilioConferenceView;
  setHold(isOn: boolean, number: string, conference?: string): TwilioConferenceView;
  end(conference?: string): TwilioConferenceView;
  /** Records the conference from now on. */
  record(conference?: string): TwilioRecordingView;
  /** All calls, oldest first. */
  calls(): TwilioCallView[];
  /** A queued call starts to ring. */
  ring(callSid: string): void;
  /** A queued or ringing call is answered. */
  answer(callSid: string): void;
  /** A queued or ringing call ends unanswered with this status. */
  fail(callSid: string, status: 'busy' | 'failed' | 'no-answer'): void;
  /** All recordings, oldest first. */
  recordings(): TwilioRecordingView[];
}
