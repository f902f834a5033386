import type { Fault } from './faults/schema';
import type { ConferenceCallView, ConferenceView, MemberView } from './bandwidth/types';
import type { CallSpec, CallView, PartySpec } from './genesys/types';
import type { RecordingSpec, RecordingView } from './verba/types';
import type { GivenProfile } from './given-profile';
import type { Scenario } from './scenario/schema';
import type { TalkSpaceView } from './telesocial/types';

export type Vendor = 'genesys' | 'telesocial' | 'bandwidth' | 'verba';

/** A greeting, or a place for a recording, under the name by which it is chosen. */
export interface NamedMedia {
  name: string;
  id: string;
}

/** A ready profile (outer contract, section 3) whose services and credentials are the simulator's. */
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
  /** Whether calls carry `recordingState` and the recording operations. */
  hasRecording: boolean;
  /** Whether an operation's notification comes before or after its HTTP answer, or in turns. */
  effect: 'before' | 'after' | 'alternate';
  /** Milliseconds between the answer and the notification, whichever is first. */
  effectDelay: number;
  /** Milliseconds until a dialed party answers, or null: it answers by steering alone. */
  remoteAnswerDelay: number | null;
  /** Seconds without a request after which the HTTP session ends. */
  sessionSeconds: number;
  /** Origin for the absolute URIs in bodies; the simulator's own when absent. */
  externalOrigin: string | undefined;
  deviceId: string;
  /** Bayeux: milliseconds a connect is held, and until a silent session is removed. */
  timeout: number;
  maxInterval: number;
  /** Whether the acknowledged-messages extension is offered. */
  hasAcknowledgement: boolean;
}

export interface TelesocialOptions {
  /** Milliseconds from asking to the ringing telephone, and again until it is answered; null: by steering alone. */
  answerDelay: number | null;
  /** Network IDs that belong to the application key, besides the agent's. */
  networkIds: string[];
  /** Whether closing a closed conference is answered 200 rather than 404. */
  isSecondCloseAllowed: boolean;
  /** Milliseconds from the end of a recorded conference until its media ID has content. */
  recordingDelay: number;
  /** Whether a media ID without content is 200 with status 204 in the body, rather than HTTP's 204. */
  isNoContentInBody: boolean;
}

export interface BandwidthOptions {
  /** Whether /conferences takes one request a second only. */
  hasRateLimit: boolean;
  /** `2013-07-12T17:22:47Z`, `2013-07-12T15:22:47-02` or `2013-07-12T17:22:47.123Z`. */
  dateFormat: 'seconds' | 'short-offset' | 'milliseconds';
  /** Minimal output leaves out what was never set; full output names every property. */
  output: 'minimal' | 'full';
  /** Milliseconds until a call made by POST /calls is answered, or null: by steering alone. */
  callAnswerDelay: number | null;
}

export interface VerbaOptions {
  /** Whether requests need a token besides the key. */
  hasAuthentication: boolean;
  tokenSeconds: number;
}

export interface SimulatorOptions {
  /** TCP port on 127.0.0.1; 0 (the default) takes a free one. */
  port?: number;
  /** Name of a bundled scenario, or path of a scenario file. None by default. */
  scenario?: string;
  /** Clock in milliseconds since the epoch, for tests of time limits. */
  now?: () => number;
  agent?: Partial<Profile['agent']>;
  /** Credentials, media and ids to serve instead of made-up ones. */
  profile?: GivenProfile;
  genesys?: Partial<GenesysOptions>;
  telesocial?: Partial<TelesocialOptions>;
  bandwidth?: Partial<BandwidthOptions>;
  verba?: Partial<VerbaOptions>;
}

/** One vendor request as received. `status` and `answered` are filled in when the answer ends. */
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
  /** The vendor's name for what was asked, such as `MuteCall` or `create`. */
  operation: string;
  status: number | undefined;
  /** Whether a whole answer left the simulator. */
  answered: boolean;
}

export interface ScenarioStatus {
  name: string | undefined;
  state: 'waiting' | 'playing' | 'finished';
  elapsedSeconds: number;
  /** Steps of this round that could not be done, and why: somebody else had changed the call before. */
  skipped: string[];
}

/** Steers the simulated switch: what happens at other telephones and at the agent's desk phone. */
export interface GenesysSteering {
  /** A call rings at the agent's device, or starts in `spec.state`. */
  arrive(spec: CallSpec): CallView;
  /** The agent dials at the desk phone. */
  dial(spec: CallSpec): CallView;
  /** A ringing call is answered at the desk phone, or a dialed one by the other party. */
  answer(id: string): CallView;
  /** A party joins; `isOwner` makes the agent the conference's owner. */
  join(id: string, party: PartySpec, isOwner?: boolean): CallView;
  /** A party leaves; with the last one the call ends. */
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

export interface TelesocialSteering {
  conferences(): TalkSpaceView[];
  /** Opens a conference for a leader, as another application would. */
  create(networkId: string, id?: string): TalkSpaceView;
  /** A participant's telephone is answered; it is called first if it was not. No id: the newest active one. */
  join(id: string | undefined, networkId: string): TalkSpaceView;
  leave(id: string | undefined, networkId: string): TalkSpaceView;
  end(id: string | undefined): TalkSpaceView;
}

export interface BandwidthSteering {
  /** The conference of the profile, or any other by its id. */
  conference(id?: string): ConferenceView;
  addMember(number: string, conferenceId?: string): MemberView;
  removeMember(memberId: string, conferenceId?: string): MemberView;
  /** Holds the conference, or one member of it. */
  setHold(isOn: boolean, memberId?: string, conferenceId?: string): ConferenceView;
  setMute(isOn: boolean, memberId?: string, conferenceId?: string): ConferenceView;
  /** All calls to and of members, the oldest first. */
  calls(): ConferenceCallView[];
  /** A started call is answered. */
  answerCall(callId: string): void;
  /** A started call is not wanted. */
  rejectCall(callId: string): void;
  complete(conferenceId?: string): ConferenceView;
}

export interface VerbaSteering {
  recordings(): RecordingView[];
  add(spec: RecordingSpec): RecordingView;
  finish(id: string): RecordingView;
  /** Every token issued so far is refused from now on. */
  expireTokens(): void;
}

/** Four vendors' services on one loopback port. */
export interface Simulator {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly profile: Profile;
  /** The profile for a client; with a given one, its sections alone. */
  readonly clientProfile: unknown;
  requests(): JournalEntry[];
  /** Calls the listener with each vendor request on receipt; returns the way to stop it. */
  onRequest(listener: (entry: JournalEntry) => void): () => void;
  faults(): Fault[];
  setFaults(faults: Fault[]): void;
  clearFaults(): void;
  readonly genesys: GenesysSteering;
  readonly telesocial: TelesocialSteering;
  readonly bandwidth: BandwidthSteering;
  readonly verba: VerbaSteering;
  /** Plays a bundled scenario by name, a file by path, or a scenario given whole. */
  play(scenario: string | Scenario): void;
  scenarioStatus(): ScenarioStatus;
  /** Back to the state after the start: no calls, no faults, no journal, no sessions. */
  reset(): void;
  /** Stops everything; no timer, socket or handle stays behind. */
  close(): Promise<void>;
}
