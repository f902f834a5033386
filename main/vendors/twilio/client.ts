import type { Reply } from '../shared/reply';
import { createTransport, DETAIL_TURN_MS, type Form, type TransportOptions } from './transport';
import {
  callSchema,
  conferenceSchema,
  MAX_PAGE,
  MAX_PARTICIPANTS,
  participantSchema,
  recordingSchema,
} from './wire';
import type { WireCall, WireConference, WireParticipant, WireRecording } from './wire';

/** Enough for the conferences with one name, the calls of one number, and the recordings of one conference. */
const FEW = 50;

const sidOf = ({ sid }: { readonly sid: string }): string => sid;

/** Who to call into a conference, and how. */
export interface Invitee {
  readonly to: string;
  /** Unique, so that the participant can be found if the answer is lost. */
  readonly label: string;
  readonly isMuted?: boolean;
  readonly isRecorded?: boolean;
}

/** A change of a participant; `announceUrl` plays audio. */
export interface ParticipantChange {
  readonly muted?: boolean;
  readonly hold?: boolean;
  readonly announceUrl?: string;
}

/** A filter for listing calls. */
export interface CallFilter {
  readonly to?: string;
  readonly from?: string;
  readonly status?: 'in-progress';
}

/**
 * Twilio's requests (`docs/conformance/twilio.md`). All wait for the limiter, where commands have priority.
 * A command is sent at most once. Lists include all pages.
 */
export interface TwilioClient {
  fetchConference(sid: string, signal: AbortSignal): Promise<Reply<WireConference>>;
  /** The newest ones, newest first. */
  listConferences(
    filter: { readonly name?: string; readonly status?: 'in-progress' },
    signal: AbortSignal,
  ): Promise<Reply<readonly WireConference[]>>;
  listParticipants(sid: string, signal: AbortSignal): Promise<Reply<readonly WireParticipant[]>>;
  /** By the SID of the call, or the label. */
  fetchParticipant(
    sid: string,
    callOrLabel: string,
    signal: AbortSignal,
  ): Promise<Reply<WireParticipant>>;
  fetchCall(sid: string, signal: AbortSignal): Promise<Reply<WireCall>>;
  /** Newest first. */
  listCalls(filter: CallFilter, signal: AbortSignal): Promise<Reply<readonly WireCall[]>>;
  /** Of a conference, newest first. */
  listRecordings(sid: string, signal: AbortSignal): Promise<Reply<readonly WireRecording[]>>;
  fetchRecording(sid: string, signal: AbortSignal): Promise<Reply<WireRecording>>;
  /** Calls somebody into a conference. If no conference in progress has the friendly name, this starts one. */
  createParticipant(nameOrSid: string, invitee: Invitee): Promise<Reply<WireParticipant>>;
  updateParticipant(sid: string, callSid: string, change: ParticipantChange): Promise<Reply<null>>;
  removeParticipant(sid: string, callSid: string): Promise<Reply<null>>;
  /** Hangs up a call that has not been answered yet. */
  cancelCall(callSid: string): Promise<Reply<null>>;
  endConference(sid: string): Promise<Reply<null>>;
  playToAll(sid: string, url: string): Promise<Reply<null>>;
  updateRecording(
    conferenceSid: string,
    recordingSid: string,
    status: 'paused' | 'in-progress' | 'stopped',
  ): Promise<Reply<null>>;
  deleteRecording(sid: string): Promise<Reply<null>>;
}

export function createTwilioClient(options: TransportOptions): TwilioClient {
  const { profile } = options;
  const { get, list, create, update, remove } = createTransport(options);

  const ofConference = (sid: string, ...path: string[]): string[] => ['Conferences', sid, ...path];

  return {
    fetchConference: (sid, signal) => get(ofConference(sid), conferenceSchema, signal),
    listConferences: ({ name, status }, signal) => {
      const limit = name === undefined ? MAX_PAGE : FEW;
      const query = withoutUndefined({ FriendlyName: name, Status: status });
      return list(
        {
          path: ['Conferences'],
          query: { ...query, PageSize: String(limit) },
          name: 'conferences',
          schema: conferenceSchema,
          idOf: sidOf,
          limit,
        },
        signal,
      );
    },
    listParticipants: (sid, signal) =>
      list(
        {
          path: ofConference(sid, 'Participants'),
          query: { PageSize: String(MAX_PAGE) },
          name: 'participants',
          schema: participantSchema,
          idOf: (participant) => participant.call_sid,
          limit: MAX_PARTICIPANTS,
        },
        signal,
      ),
    fetchParticipant: (sid, callOrLabel, signal) =>
      get(ofConference(sid, 'Participants', callOrLabel), participantSchema, signal),
    fetchCall: (sid, signal) => get(['Calls', sid], callSchema, signal, DETAIL_TURN_MS),
    listCalls: ({ to, from, status }, signal) => {
      const limit = to === undefined && from === undefined ? MAX_PAGE : FEW;
      const query = withoutUndefined({ To: to, From: from, Status: status });
      return list(
        {
          path: ['Calls'],
          query: { ...query, PageSize: String(limit) },
          name: 'calls',
          schema: callSchema,
          idOf: sidOf,
          limit,
          turnMs: DETAIL_TURN_MS,
        },
        signal,
      );
    },
    listRecordings: (sid, signal) =>
      list(
        {
          path: ofConference(sid, 'Recordings'),
          query: { PageSize: String(FEW) },
          name: 'recordings',
          schema: recordingSchema,
          idOf: sidOf,
          limit: FEW,
          turnMs: DETAIL_TURN_MS,
        },
        signal,
      ),
    fetchRecording: (sid, signal) => get(['Recordings', sid], recordingSchema, signal),
    createParticipant: (nameOrSid, { to, label, isMuted = false, isRecorded = false }) =>
      create(
        ofConference(nameOrSid, 'Participants'),
        {
          From: profile.number,
          To: to,
          Label: label,
          ...(isMuted && { Muted: 'true' }),
          ...(isRecorded && { ConferenceRecord: 'record-from-start' }),
        },
        participantSchema,
      ),
    updateParticipant: (sid, callSid, { muted, hold, announceUrl }) =>
      update(
        ofConference(sid, 'Participants', callSid),
        withoutUndefined({ Muted: muted, Hold: hold, AnnounceUrl: announceUrl }),
      ),
    removeParticipant: (sid, callSid) => remove(ofConference(sid, 'Participants', callSid)),
    cancelCall: (callSid) => update(['Calls', callSid], { Status: 'completed' }),
    endConference: (sid) => update(ofConference(sid), { Status: 'completed' }),
    playToAll: (sid, url) => update(ofConference(sid), { AnnounceUrl: url }),
    updateRecording: (conferenceSid, recordingSid, status) =>
      update(ofConference(conferenceSid, 'Recordings', recordingSid), { Status: status }),
    deleteRecording: (sid) => remove(['Recordings', sid]),
  };
}

function withoutUndefined(fields: Readonly<Record<string, string | boolean | undefined>>): Form {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
}
