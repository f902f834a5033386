import type { Fault } from './faults/schema';
import type { ConferenceCallView, ConferenceView, MemberView } from './bandwidth/types';
import type { CallSpec, CallView, PartySpec } from './genesys/types';
import type { RecordingSpec, RecordingView } from './verba/types';
import type { GivenProfile } from './given-profile';
import type { Scenario } from './scenario/schema';
import type { TalkSpaceView } from './telesocial/types';
import type { TwilioControls } from './twilio/types';

export type Vendor = 'genesys' | 'telesocial' | 'bandwidth' | 'verba' | 'twilio';

/** A greeting or a place for a recording, with its display name. */
export interface NamedMedia {
  name: string;
  id: string;
}

/** Twilio's account. Requests are accepted with the API key, and with the auth token if there is one. */
export interface TwilioProfile {
  baseUrl: string;
  accountSid: string;
  apiKeySid?: string;
  apiKeySecret?: string;
  authToken?: string;
  /** Calls may only come from this number. */
  number: string;
  agentNumber: string;
  conference?: string;
}

/** A complete profile with the simulator's services and credentials. */
export interface Profile {
  version: 1;
  agent: { name: string; networkId: string; extension: string };
  genesys: { baseUrl: string; userName: string; password: string; session: 'attach' | 'own' };
  telesocial: {
    baseUrl: string;
    appKey: string;
    greetingId: string;
    recordingId: string;
    greetings: NamedMedia[];
    recordings: NamedMedia[];
  };
  bandwidth: {
    baseUrl: string;
    userId: string;
    apiToken: string;
    apiSecret: string;
    conferenceId: string;
  };
  verba: {
    baseUrl: string;
    apiKey: string;
    login: string;
    password: string;
    match: { by: 'nativeID'; from: 'callUuid' };
  };
}

export interface GenesysOptions {
  /** Whether POSTs need the CSRF header. */
  hasCsrf: boolean;
  /** Whether calls offer MuteCall and UnmuteCall. */
  hasMuteCall: boolean;
  /** Whether calls offer ClearCall, as release 8.5.202 does. */
  hasClearCall: boolean;
  /** Whether calls have `recordingState` and the recording operations. */
  hasRecording: boolean;
  /** Whether an operation's notification comes before or after its HTTP answer, or alternates. */
  effect: 'before' | 'after' | 'alternate';
  /** Milliseconds between the answer and the notification, whichever is first. */
  effectDelay: number;
  /** Milliseconds until a dialed party answers, or null: only when controlled. */
  remoteAnswerDelay: number | null;
  /** Seconds without a request after which the HTTP session ends. */
  sessionSeconds: number;
  /** Origin of the absolute URIs in bodies (default: the simulator's). */
  externalOrigin: string | undefined;
  deviceId: string;
  /** Bayeux: milliseconds that a connect is held, and until a silent session is removed. */
  timeout: number;
  maxInterval: number;
  /** Whether the acknowledged-messages extension is offered. */
  hasAcknowledgement: boolean;
}

export interface TelesocialOptions {
  /** Milliseconds from the request until the telephone rings, and again until it is answered; null: only when controlled. */
  answerDelay: number | null;
  /** Further network IDs that belong to the application key, in addition to the agent's. */
  networkIds: string[];
  /** Whether closing a closed conference answers 200 instead of 404. */
  isSecondCloseAllowed: boolean;
  /** Milliseconds from the end of a recorded conference until its media ID has content. */
  recordingDelay: number;
  /** Whether a media ID without content is 200 with status 204 in the body, rather than HTTP's 204. */
  isNoContentInBody: boolean;
}

export interface BandwidthOptions {
  /** Whether /conferences accepts only one request a second. */
  hasRateLimit: boolean;
  /** `2013-07-12T17:22:47Z`, `2013-07-12T15:22:47-02` or `2013-07-12T17:22:47.123Z`. */
  dateFormat: 'seconds' | 'short-offset' | 'milliseconds';
  /** Minimal output omits what was never set; full output has every property. */
  output: 'minimal' | 'full';
  /** Milliseconds until a call made by POST /calls is answered, or null: only when controlled. */
  callAnswerDelay: number | null;
}

export interface VerbaOptions {
  /** Whether requests need a token in addition to the key. */
  hasAuthentication: boolean;
  tokenSeconds: number;
}

export interface TwilioOptions {
  /** Milliseconds until a telephone rings, and again until it is answered, or null: only when controlled. */
  answerDelay: number | null;
  /** Milliseconds from the end of a recording until it is complete. */
  recordingDelay: number;
}

export interface SimulatorOptions {
  /** TCP port on 127.0.0.1; 0 (the default) for any free port. */
  port?: number;
  /** Name of a bundled scenario, or path of a scenario file. None by default. */
  scenario?: string;
  /** Clock in milliseconds since the epoch, for testing time limits. */
  now?: () => number;
  agent?: Partial<Profile['agent']>;
  /** Credentials, media and ids to use instead of generated ones. */
  profile?: GivenProfile;
  genesys?: Partial<GenesysOptions>;
  telesocial?: Partial<TelesocialOptions>;
  bandwidth?: Partial<BandwidthOptions>;
  verba?: Partial<VerbaOptions>;
  twilio?: Partial<TwilioOptions>;
}

/** A vendor request as received. `status` and `answered` are set when the answer ends. */
export interface JournalEntry {
  /** ISO 8601 UTC. */
  at: string;
  vendor: Vendor;
  method: string;
  path: string;
  query: Record<string, string>;
  /** Lower-case names; credentials are reduced to their presence. */
  headers: Record<string, string>;
  /** Form fields or the JSON body; a repeated form field is an array. */
  body: unknown;
  /** The vendor's name of the operation, such as `MuteCall` or `create`. */
  operation: string;
  status: number | undefined;
  /** Whether the complete answer was sent. */
  answered: boolean;
}

export interface ScenarioStatus {
  name: string | undefined;
  state: 'waiting' | 'playing' | 'finished';
  elapsedSeconds: number;
  /** Steps of this round that were impossible, with the reason, such as a call that had already ended. */
  skipped: string[];
}

/** Controls the simulated switch: what happens on other telephones and on the agent's desk phone. */
export interface GenesysControls {
  /** A call rings on the agent's device, or starts in `spec.state`. */
  arrive(spec: CallSpec): CallView;
  /** The agent dials on the desk phone. */
  dial(spec: CallSpec): CallView;
  /** A ringing call is answered on the desk phone, or a dialed one by the other party. */
  answer(id: string): CallView;
  /** A party joins; `isOwner` makes the agent the conference's owner. */
  join(id: string, party: PartySpec, isOwner?: boolean): CallView;
  /** A party leaves; the call ends with the last one. */
  leave(id: string, number: string): CallView;
  mute(id: string, isOn: boolean): CallView;
  hold(id: string, isOn: boolean): CallView;
  attachUserData(id: string, userData: Record<string, unknown>): CallView;
  release(id: string): CallView;
  calls(): CallView[];
  /** Ends every HTTP session: the next request is refused until it signs in again. */
  expireSession(): void;
  /** Forgets every Bayeux session: connects are answered `402`, queued messages are lost. */
  loseBayeuxSession(): void;
}

export interface TelesocialControls {
  conferences(): TalkSpaceView[];
  /** Opens a conference for a leader, as another application would. */
  create(networkId: string, id?: string): TalkSpaceView;
  /** A participant answers, and is called first if necessary. Without an id: the newest active conference. */
  join(id: string | undefined, networkId: string): TalkSpaceView;
  leave(id: string | undefined, networkId: string): TalkSpaceView;
  end(id: string | undefined): TalkSpaceView;
}

export interface BandwidthControls {
  /** The conference of the profile, or any other by its id. */
  conference(id?: string): ConferenceView;
  addMember(number: string, conferenceId?: string): MemberView;
  removeMember(memberId: string, conferenceId?: string): MemberView;
  /** Holds the conference, or one member of it. */
  setHold(isOn: boolean, memberId?: string, conferenceId?: string): ConferenceView;
  setMute(isOn: boolean, memberId?: string, conferenceId?: string): ConferenceView;
  /** All calls to and from members, oldest first. */
  calls(): ConferenceCallView[];
  /** A started call is answered. */
  answerCall(callId: string): void;
  /** A started call is declined. */
  rejectCall(callId: string): void;
  complete(conferenceId?: string): ConferenceView;
}

export interface VerbaControls {
  recordings(): RecordingView[];
  add(spec: RecordingSpec): RecordingView;
  finish(id: string): RecordingView;
  /** Invalidates every token issued so far. */
  expireTokens(): void;
}

/** The vendors' services on one loopback port. */
export interface Simulator {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly profile: Profile;
  /** The section `twilio` of the client's profile. */
  readonly twilioProfile: TwilioProfile;
  /** The profile for a client; with a given one, only its sections. */
  readonly clientProfile: unknown;
  requests(): JournalEntry[];
  /** Calls the listener with each vendor request on receipt; returns a function to stop it. */
  onRequest(listener: (entry: JournalEntry) => void): () => void;
  faults(): Fault[];
  setFaults(faults: Fault[]): void;
  clearFaults(): void;
  readonly genesys: GenesysControls;
  readonly telesocial: TelesocialControls;
  readonly bandwidth: BandwidthControls;
  readonly verba: VerbaControls;
  readonly twilio: TwilioControls;
  /** Plays a bundled scenario by name, a file by path, or the given scenario. */
  play(scenario: string | Scenario): void;
  scenarioStatus(): ScenarioStatus;
  /** Back to the state after the start: no calls, no faults, no journal, no sessions. */
  reset(): void;
  /** Stops everything: no timer, socket or handle remains. */
  close(): Promise<void>;
}
