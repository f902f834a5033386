import { callProgressSchema } from '../../../contract/call-model';
import type {
  CallAction,
  CallState,
  LineRecording,
  Participant,
  ParticipantAction,
} from '../../../contract/call-model';
import { recordingStatusSchema, type Recording } from '../../../contract/recording';
import type { VendorCall } from '../../calls/call-events';
import { formatLocalTime } from '../../time/format-local-time';
import { parseTime } from './wire';
import type { WireCall, WireConference, WireParticipant, WireRecording } from './wire';

/** Labels with this prefix are Sidetone's own and are not displayed. */
export const LABEL_PREFIX = 'sidetone-';

const STATES: ReadonlyMap<string, CallState> = new Map([
  ['init', 'waiting'],
  ['in-progress', 'established'],
  ['completed', 'ended'],
]);
const GONE: ReadonlySet<string> = new Set(['complete', 'failed']);
const RUNNING_RECORDING: ReadonlySet<string> = new Set(['in-progress', 'paused']);

/** The person at the other end of a participant's call. */
export interface Person {
  readonly number?: string | undefined;
  readonly name?: string | undefined;
}

/** The known state of a conference. */
export interface ConferenceState {
  readonly conference: WireConference;
  readonly participants: readonly WireParticipant[];
  /** By the SID of the call. */
  readonly people: ReadonlyMap<string, Person>;
  /** Newest first. */
  readonly recordings: readonly WireRecording[];
  /** Whether the profile has audio to play. */
  readonly hasAudio: boolean;
  /** Converts a time of the service to this computer's clock. */
  readonly toLocal: (moment: number) => number;
}

/** The conference as a call. The allowed actions follow from the state: the vendor reports no permissions. */
export function toVendorCall(state: ConferenceState): VendorCall {
  const { conference, participants, people, recordings, hasAudio, toLocal } = state;
  const { sid, date_created: created } = conference;
  const startedAt = parseTime(created);
  const isOver = hasCompleted(conference);
  const shown = isOver
    ? []
    : participants.map((one) => toParticipant(one, people.get(one.call_sid), hasAudio));
  const lineRecording = isOver ? undefined : toLineRecording(recordings);
  return {
    id: toCallId(sid),
    line: 'twilio',
    reference: sid,
    state: STATES.get(conference.status ?? '') ?? 'unknown',
    isMuted: false,
    isHeld: false,
    isWatched: true,
    participants: shown,
    activeMembers: shown.filter(({ presence }) => presence === 'joined').length,
    ...(startedAt !== undefined && { startedAt: toLocal(startedAt) }),
    ...(lineRecording && { lineRecording }),
    actions: isOver ? [] : listActions(conference, lineRecording, hasAudio),
    recordingKeys: recordings.length > 0 ? { conferenceSid: sid } : {},
  };
}

/** Sidetone's id of a conference. */
export function toCallId(sid: string): string {
  return `twilio:${sid}`;
}

export function hasCompleted({ status }: WireConference): boolean {
  return status === 'completed';
}

/** Whether anybody has been in it. */
export function hasBegun(conference: WireConference | undefined): boolean {
  return conference?.status === 'in-progress' || conference?.status === 'completed';
}

/** Whether a listed participant is in the conference or being called into it. */
export function isPresent({ status }: WireParticipant): boolean {
  return !GONE.has(status ?? '');
}

export function isBeingCalled({ status }: WireParticipant): boolean {
  return callProgressSchema.safeParse(status).success;
}

export function isRunning({ status }: WireRecording): boolean {
  return RUNNING_RECORDING.has(status ?? '');
}

/** The recording in progress. */
export function findRunning(recordings: readonly WireRecording[]): WireRecording | undefined {
  return recordings.find(isRunning);
}

/** A recording as shown to the agent. */
export function toRecording(one: WireRecording, toLocal: (moment: number) => number): Recording {
  const { sid, status, start_time: start, date_created: created, duration } = one;
  const startedAt = parseTime(start) ?? parseTime(created);
  const seconds = /^\d{1,9}$/.test(duration ?? '') ? Number(duration) : undefined;
  const known = recordingStatusSchema.safeParse(status);
  return {
    recordingId: sid,
    ...(startedAt !== undefined && { startTime: formatLocalTime(toLocal(startedAt)) }),
    ...(seconds !== undefined && { seconds }),
    ...(known.success && { status: known.data }),
    isOngoing: isRunning(one),
    isStoppedFirst: true,
    operations: ['delete-call'],
  };
}

/** The other end of a call, from the account's point of view. */
export function toPerson({ direction, from, to, caller_name: name }: WireCall): Person {
  const isInbound = direction === 'inbound' || direction === 'trunking-originating';
  return { number: orUndefined(isInbound ? from : to), name: orUndefined(name) };
}

function toParticipant(
  one: WireParticipant,
  person: Person | undefined,
  hasAudio: boolean,
): Participant {
  const { call_sid: id, muted, hold } = one;
  const progress = callProgressSchema.safeParse(one.status);
  const isCalling = progress.success;
  const number = person?.number;
  const label = one.label?.startsWith(LABEL_PREFIX) === true ? undefined : orUndefined(one.label);
  return {
    id,
    name: label ?? person?.name ?? number ?? id,
    ...(number !== undefined && { number, address: number }),
    presence: isCalling ? 'calling' : 'joined',
    ...(isCalling && { progress: progress.data }),
    isMuted: muted,
    isHeld: hold,
    actions: isCalling ? ['remove'] : listParticipantActions(one, hasAudio),
  };
}

function listParticipantActions(
  { muted, hold }: WireParticipant,
  hasAudio: boolean,
): ParticipantAction[] {
  return [
    'remove',
    muted ? 'unmute' : 'mute',
    hold ? 'retrieve' : 'hold',
    ...(hasAudio ? (['play'] as const) : []),
  ];
}

function listActions(
  { status }: WireConference,
  recording: LineRecording | undefined,
  hasAudio: boolean,
): CallAction[] {
  return [
    'add-participant',
    ...(hasAudio && status === 'in-progress' ? (['play'] as const) : []),
    ...(recording === 'recording' ? (['pause-recording', 'stop-recording'] as const) : []),
    ...(recording === 'paused' ? (['resume-recording', 'stop-recording'] as const) : []),
    'complete-room',
  ];
}

function toLineRecording(recordings: readonly WireRecording[]): LineRecording | undefined {
  if (recordings.length === 0) return undefined;
  const running = findRunning(recordings);
  if (running === undefined) return 'stopped';
  return running.status === 'paused' ? 'paused' : 'recording';
}

function orUndefined(text: string | null | undefined): string | undefined {
  return text === null || text === '' ? undefined : text;
}
