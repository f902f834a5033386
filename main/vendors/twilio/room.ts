import type { VendorCall } from '../../calls/call-events';
import type { Clock } from '../../time/clock';
import { wasRefused } from '../shared/reply';
import type { Failure } from '../shared/reply';
import type { TwilioClient } from './client';
import { findRunning, hasBegun, hasCompleted, isPresent, toCallId, toVendorCall } from './mapper';
import type { People } from './people';
import type { WireConference, WireParticipant, WireRecording } from './wire';

/** How many answers in a row must say `completed` before polling ends. */
const MIN_COMPLETED = 2;
/** How often recordings are polled while none was changed from here, in ms. */
const RECORDINGS_INTERVAL_MS = 30_000;
/** Participants of a completed conference: the service has none to list. */
const NOTHING_TO_LIST = new Set([404, 405]);

/** The state of one conference, as fetched so far. */
export interface Room {
  readonly sid: string;
  readonly callId: string;
  isCompleted(): boolean;
  /** It has ended, so it is not polled any more. */
  isDone(): boolean;
  find(callSid: string): WireParticipant | undefined;
  participants(): readonly WireParticipant[];
  /** The SID of the recording that is being made. */
  runningRecording(): string | undefined;
  /** Fetches everything that may have changed. Returns the failure, if any. */
  refresh(signal: AbortSignal): Promise<Failure | undefined>;
  /** Somebody is being called, and may not be listed yet. */
  noteInvited(participant: WireParticipant): void;
  /** The next refresh includes the recordings. */
  expectRecordings(): void;
  /** The agent knows of everything that was fetched, but one was missing and may be there again. */
  isUncertain(): boolean;
  /** The conference as a call; undefined until enough is known to show it. */
  toCall(): VendorCall | undefined;
}

export function createRoom(options: {
  readonly sid: string;
  readonly client: TwilioClient;
  readonly people: People;
  readonly clock: Clock;
  readonly hasAudio: boolean;
  readonly toLocal: (moment: number) => number;
}): Room {
  const { sid, client, people, clock, hasAudio, toLocal } = options;
  let conference: WireConference | undefined;
  let participants: readonly WireParticipant[] = [];
  let recordings: readonly WireRecording[] = [];
  /** Call SIDs that the last list lacked: absence in one answer ends nothing. */
  let missing = new Set<string>();
  let wereListed = false;
  let timesCompleted = 0;
  /** On `clock.elapsed`. */
  let recordingsAt = -Infinity;

  async function readParticipants(signal: AbortSignal): Promise<Failure | undefined> {
    const reply = await client.listParticipants(sid, signal);
    if (reply.kind === 'done') {
      const present = reply.value.filter(isPresent);
      participants = [...present, ...keepMissing(reply.value)];
      wereListed = true;
      return undefined;
    }
    const isOver = wasRefused(reply) && NOTHING_TO_LIST.has(reply.status) && reply.isOfService;
    return isOver === true ? undefined : reply;
  }

  /** Keeps participants that a list lacks for the first time. */
  function keepMissing(listed: readonly WireParticipant[]): readonly WireParticipant[] {
    const present = new Set(listed.map((one) => one.call_sid));
    const kept = participants.filter(
      (one) => !present.has(one.call_sid) && !missing.has(one.call_sid),
    );
    missing = new Set(kept.map((one) => one.call_sid));
    return kept;
  }

  async function readConference(signal: AbortSignal): Promise<Failure | undefined> {
    const reply = await client.readConference(sid, signal);
    if (reply.kind !== 'done') return reply;
    conference = reply.value;
    if (hasCompleted(conference) && timesCompleted === 0) recordingsAt = -Infinity;
    timesCompleted = hasCompleted(conference) ? timesCompleted + 1 : 0;
    return undefined;
  }

  /** Recordings are extra: a failure says nothing about the conference. */
  async function readRecordings(signal: AbortSignal): Promise<void> {
    const now = clock.elapsed();
    if (now - recordingsAt < RECORDINGS_INTERVAL_MS) return;
    const reply = await client.listRecordings(sid, signal);
    if (reply.kind !== 'done') return;
    recordings = reply.value;
    recordingsAt = now;
  }

  function isRunningAsFarAsKnown(): boolean {
    return conference?.status === 'in-progress' && participants.length > 0 && missing.size === 0;
  }

  return {
    sid,
    callId: toCallId(sid),
    isCompleted: () => timesCompleted > 0,
    isDone: () => timesCompleted >= MIN_COMPLETED,
    find: (callSid) => participants.find((one) => one.call_sid === callSid),
    participants: () => participants,
    runningRecording: () => findRunning(recordings)?.sid,
    async refresh(signal) {
      const failure =
        (await readParticipants(signal)) ??
        // Somebody in it is proof enough that it goes on.
        (isRunningAsFarAsKnown() ? undefined : await readConference(signal));
      if (failure !== undefined) return failure;
      if (hasBegun(conference)) await readRecordings(signal);
      await people.learn(participants, signal);
      return undefined;
    },
    noteInvited(participant) {
      const others = participants.filter((one) => one.call_sid !== participant.call_sid);
      participants = [...others, participant];
    },
    expectRecordings() {
      recordingsAt = -Infinity;
    },
    isUncertain: () => missing.size > 0 || timesCompleted === 1,
    toCall() {
      if (conference === undefined) return undefined;
      // Wait for both at first: otherwise all present participants would appear to join.
      if (conference.status === 'in-progress' && !wereListed) return undefined;
      return toVendorCall({
        conference,
        participants,
        people: people.byCall,
        recordings,
        hasAudio,
        toLocal,
      });
    },
  };
}
