import type {
  CallStatus,
  ConferenceStatus,
  EndReason,
  ParticipantStatus,
  RecordingStatus,
} from './types';

/** Times are milliseconds since the epoch. */
export interface TwilioCall {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound-api';
  readonly callerName: string | undefined;
  readonly createdAt: number;
  updatedAt: number;
  status: CallStatus;
  startedAt: number | undefined;
  endedAt: number | undefined;
}

export interface TwilioParticipant {
  readonly call: TwilioCall;
  readonly conference: TwilioConference;
  readonly label: string | undefined;
  readonly startsConference: boolean;
  readonly createdAt: number;
  updatedAt: number;
  status: ParticipantStatus;
  isMuted: boolean;
  isHeld: boolean;
  endsConference: boolean;
  callSidToCoach: string | undefined;
  readonly announcements: string[];
}

export interface TwilioConference {
  readonly sid: string;
  readonly name: string;
  readonly createdAt: number;
  updatedAt: number;
  status: ConferenceStatus;
  endReason: EndReason | undefined;
  callSidEnding: string | undefined;
  /** Whether it is recorded from its start. */
  isToBeRecorded: boolean;
  /** The people who are in it or being called. The service does not list people who left. */
  participants: TwilioParticipant[];
  readonly announcements: string[];
}

export interface TwilioRecording {
  readonly sid: string;
  readonly conference: TwilioConference;
  /** The call of the first recorded participant. */
  readonly callSid: string;
  readonly source: 'Conference' | 'StartConferenceRecordingAPI';
  readonly startedAt: number;
  updatedAt: number;
  endedAt: number | undefined;
  status: RecordingStatus;
}

/** The person to add to a conference, and the options. */
export interface ParticipantSettings {
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound-api';
  readonly label?: string | undefined;
  readonly isMuted?: boolean;
  readonly startsConference?: boolean;
  readonly endsConference?: boolean;
  readonly isRecorded?: boolean;
  readonly callerName?: string | undefined;
  readonly callSidToCoach?: string | undefined;
}
