import type { VendorCall } from '../../calls/call-events';
import type { Clock } from '../../time/clock';
import { wasRefused, type Failure } from '../shared/reply';
import type { TwilioClient } from './client';
import { findRunning, hasBegun, hasCompleted, isPresent, toCallId, toVendorCall } from './mapper';
import type { People } from './people';
import { isFinalRefusal } from './transport';
import type { WireConference, WireParticipant, WireRecording } from './wire';

/** How many answers in a row must say `completed` before polling ends. */
const MIN_COMPLETED = 2;
/** How often recordings are polled if Sidetone has not changed any, in ms. */
const RECORDINGS_INTERVAL_MS = 30_000;
/** The same after a change, until their list has been fetched. */
const RECORDINGS_RETRY_MS = 3_000;
/** Before a conference has begun, and after its end, the service may have no list of participants. */
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
  /** The SID of the recording in progress. */
  runningRecording(): string | undefined;
  /** Fetches the conference and who is in it. Returns the failure, if any. */
  refresh(signal: AbortSignal): Promise<Failure | undefined>;
  /** Fetches the numbers and names of people. They are optional: a failure does not affect the conference. */
  learnNames(signal: AbortSignal): Promise<void>;
  /** Whether numbers and names are being fetched. */
  isLearning(): boolean;
  /** Fetches the recordings if that is due. They are optional, too. */
  refreshRecordings(signal: AbortSignal): Promise<void>;
  /** Whether the recordings were fetched since Sidetone last changed one. */
  hasRecordings(): boolean;
  /** Whether the last list contained this call's participant. */
  isListed(callSid: string): boolean;
  /** A person is being called, and may not be listed yet. */
  noteInvited(participant: WireParticipant): void;
  /** A person who was called did not join. */
  drop(callSid: string): void;
  /** The next refresh includes the recordings. */
  expectRecordings(): void;
  /** Sidetone may have changed a recording. */
  noteRecordingChange(): void;
  /** The last answer lacked somebody, or was the first to say `completed`: the next one decides. */
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
  /** Whether Sidetone is calling this person, who may not be listed before the call is placed. */
  readonly isAwaited: (callSid: string) => boolean;
}): Room {
  const { sid, client, people, clock, hasAudio, toLocal, isAwaited } = options;
  let conference: WireConference | undefined;
  let participants: readonly WireParticipant[] = [];
  let recordings: readonly WireRecording[] = [];
  /** Call SIDs that the last list lacked: a single absence does not mean that somebody has left. */
  let missing = new Set<string>();
  let listed: ReadonlySet<string> | undefined;
  let timesCompleted = 0;
  /** When they were last requested, on `clock.elapsed`. */
  let recordingsAt = -Infinity;
  /** How many changes of recordings there were, and how many of them the last list can contain. */
  let changes = 0;
  let changesListed = 0;
  let fetching: Promise<void> | undefined;

  async function fetchParticipants(signal: AbortSignal): Promise<Failure | undefined> {
    const reply = await client.listParticipants(sid, signal);
    if (reply.kind !== 'done') return reply;
    listed = new Set(reply.value.map((one) => one.call_sid));
    participants = [...reply.value.filter(isPresent), ...keepMissing(listed)];
    return undefined;
  }

  /** Keeps participants that a list lacks for the first time. */
  function keepMissing(present: ReadonlySet<string>): readonly WireParticipant[] {
    const absent = participants.filter((one) => !present.has(one.call_sid));
    const awaited = absent.filter((one) => isAwaited(one.call_sid));
    const doubtful = absent.filter((one) => !isAwaited(one.call_sid) && !missing.has(one.call_sid));
    missing = new Set(doubtful.map((one) => one.call_sid));
    return [...doubtful, ...awaited];
  }

  async function fetchConference(signal: AbortSignal): Promise<Failure | undefined> {
    const reply = await client.fetchConference(sid, signal);
    if (reply.kind !== 'done') return reply;
    conference = reply.value;
    if (hasCompleted(conference) && timesCompleted === 0) recordingsAt = -Infinity;
    timesCompleted = hasCompleted(conference) ? timesCompleted + 1 : 0;
    return undefined;
  }

  async function fetchRecordings(signal: AbortSignal): Promise<void> {
    if (!hasBegun(conference)) return;
    const interval = changes > changesListed ? RECORDINGS_RETRY_MS : RECORDINGS_INTERVAL_MS;
    if (clock.elapsed() - recordingsAt < interval) return;
    recordingsAt = clock.elapsed();
    const before = changes;
    const reply = await client.listRecordings(sid, signal);
    if (signal.aborted) return;
    if (reply.kind === 'done') recordings = reply.value;
    // The next attempt would be refused as well.
    if (reply.kind === 'done' || isFinalRefusal(reply)) changesListed = before;
  }

  /** A listed participant is enough proof that it continues. */
  function isRunningAsFarAsKnown(): boolean {
    const isSomebodyListed = participants.some((one) => listed?.has(one.call_sid) === true);
    return conference?.status === 'in-progress' && isSomebodyListed && missing.size === 0;
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
      const unlisted = await fetchParticipants(signal);
      const isOver = unlisted !== undefined && isNothingToList(unlisted);
      if (unlisted !== undefined && !isOver) return unlisted;
      const isRunning = !isOver && isRunningAsFarAsKnown();
      const failure = isRunning ? undefined : await fetchConference(signal);
      if (failure !== undefined) return failure;
      return isOver && conference?.status === 'in-progress' ? unlisted : undefined;
    },
    learnNames: (signal) => people.learn(participants, signal),
    isLearning: () => people.isLearning(participants),
    refreshRecordings(signal) {
      fetching ??= fetchRecordings(signal).finally(() => (fetching = undefined));
      return fetching;
    },
    hasRecordings: () => changes === changesListed,
    isListed: (callSid) => listed?.has(callSid) === true,
    drop(callSid) {
      participants = participants.filter((one) => one.call_sid !== callSid);
    },
    noteInvited(participant) {
      const others = participants.filter((one) => one.call_sid !== participant.call_sid);
      participants = [...others, participant];
    },
    expectRecordings() {
      recordingsAt = -Infinity;
    },
    noteRecordingChange() {
      changes += 1;
      recordingsAt = -Infinity;
    },
    isUncertain: () => missing.size > 0 || timesCompleted === 1,
    toCall() {
      if (conference === undefined) return undefined;
      // Wait for both at first. Otherwise everybody who is already present would appear to join.
      if (conference.status === 'in-progress' && listed === undefined) return undefined;
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

/** The service itself has no list of participants. */
function isNothingToList(failure: Failure): boolean {
  return wasRefused(failure) && NOTHING_TO_LIST.has(failure.status) && failure.isOfService === true;
}
