import { dequal } from 'dequal';
import { attempt } from '../../calls/attempt';
import type { VendorCall } from '../../calls/call-events';
import type { LinePort, RecorderPort, VendorPort } from '../../calls/ports';
import type { TwilioProfile } from '../../settings/sections/twilio';
import { maxRefreshDelayMs } from '../shared/backoff';
import { createConnectionReport } from '../shared/connection-report';
import { wasRefused, withoutDetails, type Failure } from '../shared/reply';
import { createRepeater } from '../shared/repeater';
import { reportBug } from '../shared/report-bug';
import type { VendorOptions } from '../shared/vendor-options';
import { createWatchdog } from '../shared/watchdog';
import { createAccount } from './account';
import { findConference, isConferenceSid } from './finder';
import { createFreshness } from './freshness';
import { createInvitations } from './invitations';
import { toCallId } from './mapper';
import { createOperations } from './operations';
import { CONFIRM_DELAY_MS, createPace, MIN_POLL_DELAY_MS, PROBE_DELAY_MS } from './pace';
import { createPeople } from './people';
import { createRecorder } from './recorder';
import { createRoom, type Room } from './room';
import { awaitSoon } from './soon';
import { createWait } from './wait';

/** The minimum time between two requests. */
const MIN_INTERVAL_MS = 100;

export interface Conferences {
  readonly line: LinePort & Required<Pick<LinePort, 'startConference' | 'watch'>>;
  /** Its recordings, over the same connection. */
  readonly recorder: RecorderPort;
}

/**
 * Watches one Twilio conference at a time, and performs operations on it (doc:conference-resource). The service cannot
 * notify a desktop app, so the conference is polled. Without one, it searches for the conference that the
 * profile or the agent named, or else the one that the agent's telephone is in.
 */
export function createConferences(options: VendorOptions<TwilioProfile>): Conferences {
  const { profile, http, clock, listener, logger, random = Math.random } = options;
  const { isWatched = () => true } = options;
  const { agentNumber, audio = [], record } = profile;
  const stopping = new AbortController();
  let isStarted = false;
  let room: Room | undefined;
  let published: VendorCall | undefined;
  /** Changes whenever the answers to pending requests will be outdated. */
  let generation = 0;
  let wereInviteesKnown = true;

  const { client, rateLimit, serverClock } = createAccount({
    ...options,
    random,
    minIntervalMs: MIN_INTERVAL_MS,
    stopping: stopping.signal,
    onRateLimit: () => freshness.reportAvailable(),
  });
  const { toLocal } = serverClock;
  const wait = createWait(clock, stopping.signal);
  let find = findConference(client, agentNumber, profile.conference);
  const onBug = (error: unknown): void => reportBug(logger, 'twilio', error);
  const report = createConnectionReport(listener);
  const freshness = createFreshness({
    report,
    isLimited: () => rateLimit.isLong(),
    hasShown: () => published !== undefined,
    isLearning: () => room?.isLearning() === true,
  });
  const { pollBackoff, searchBackoff, retryBackoff } = createPace({ random, isWatched });
  const people = createPeople(client);
  const invitations = createInvitations({
    client,
    clock,
    wait,
    serverClock,
    people,
    agentNumber,
    stopping: stopping.signal,
    // An invitation continues even if its report fails because of a bug.
    onChange: () => attempt(() => publish(false), onBug),
  });
  const performOnRoom = createOperations({
    client,
    invitations,
    urlOf: (asked) =>
      asked.kind === 'named' ? audio.find(({ name }) => name === asked.name)?.url : undefined,
  });
  if (profile.conference !== undefined && isConferenceSid(profile.conference)) {
    room = openRoom(profile.conference);
  }

  const repeater = createRepeater(
    clock,
    async (signal) =>
      room === undefined || isReportedAsDone(room) ? search(signal) : refreshRoom(room, signal),
    (error) => {
      onBug(error);
      freshness.fallBehind({ code: 'internal', vendor: 'twilio' });
    },
  );
  const watchdog = createWatchdog({
    clock,
    promisedMs: () => maxRefreshDelayMs(isWatched()),
    onSilence: () => {
      // The service asked for this delay, which was already reported.
      if (rateLimit.isLong()) return;
      repeater.restart();
      freshness.fallBehind({ code: 'no-answer', vendor: 'twilio' });
    },
    onError: onBug,
  });

  function openRoom(sid: string): Room {
    return createRoom({
      sid,
      client,
      people,
      clock,
      hasAudio: audio.length > 0,
      toLocal,
      isAwaited: invitations.isAwaited,
    });
  }

  /** If reporting the end fails because of a bug, the conference is fetched again. */
  function isReportedAsDone(watched: Room): boolean {
    return watched.isDone() && published?.state === 'ended';
  }

  async function search(signal: AbortSignal): Promise<number | undefined> {
    const current = generation;
    const reply = await find(signal);
    // Another conference may be watched by now.
    if (signal.aborted || current !== generation) return searchBackoff.next();
    if (reply.kind !== 'done') return handleFailure(reply);
    retryBackoff.reset();
    freshness.reset();
    freshness.reportAvailable();
    const { sid, probes } = reply.value;
    if (sid === undefined || sid === room?.sid) {
      return searchBackoff.next() + probes * PROBE_DELAY_MS;
    }
    enter(sid);
    return 0;
  }

  async function refreshRoom(watched: Room, signal: AbortSignal): Promise<number | undefined> {
    const current = generation;
    const wasLearning = watched.isLearning();
    const onLate = (): void => {
      if (watched === room) publish(false);
    };
    // Another room may be watched by now.
    const isOutdated = (): boolean => signal.aborted || watched !== room;
    const failure = await watched.refresh(signal);
    if (isOutdated()) return undefined;
    if (failure !== undefined) return handleFailure(failure);
    retryBackoff.reset();
    // People are shown together with their names if these arrive soon. Otherwise, they are shown first.
    await awaitSoon(watched.learnNames(signal), { clock, signal, onLate, onBug });
    if (isOutdated()) return undefined;
    freshness.catchUp(watched.isUncertain());
    if (wasLearning) freshness.noteSlowNames();
    publish(current === generation && !watched.isUncertain() && watched.hasRecordings());
    void watched.refreshRecordings(signal).then(onLate).catch(onBug);
    const following = invitations.follow(watched, signal);
    const areInviteesKnown = (await awaitSoon(following, { clock, signal, onBug })) === true;
    if (stopping.signal.aborted) return undefined;
    if (published !== undefined) freshness.reportAvailable();
    if (watched.isDone()) {
      // The conference that the agent asked to watch has ended.
      find = findConference(client, agentNumber, profile.conference);
      watchdog.rest();
      invitations.abandon();
      searchBackoff.reset();
      return searchBackoff.next();
    }
    watchdog.feed();
    // What became of somebody is fetched again soon, but ever less often if that keeps failing.
    if (!areInviteesKnown && wereInviteesKnown) pollBackoff.reset();
    wereInviteesKnown = areInviteesKnown;
    return watched.isUncertain() ? CONFIRM_DELAY_MS : pollBackoff.next();
  }

  /** `isFetched`: everything was fetched after the last command was answered, and nothing is in doubt. */
  function publish(isFetched: boolean): void {
    const call = room?.toCall();
    if (call === undefined || stopping.signal.aborted) return;
    const isNew = !dequal(call, published);
    if (isNew) pollBackoff.reset();
    if (isFetched) listener.onCallEvent({ kind: 'call-fetched', call });
    else if (isNew) listener.onCallEvent({ kind: 'call-seen', call });
    published = call;
  }

  /** Reports the failure. Returns the delay before a retry in ms; undefined if the agent has to act first. */
  function handleFailure(failure: Failure): number | undefined {
    if (failure.error.code !== 'rate-limited') freshness.doubt();
    if (wasRefused(failure) && failure.status === 401) {
      watchdog.rest();
      report('signed-out', failure.error);
      return undefined;
    }
    if (wasRefused(failure) && failure.status === 429) {
      // The service is available, and the limiter applies the delay.
      freshness.reportAvailable();
      return MIN_POLL_DELAY_MS;
    }
    watchdog.rest();
    report('error', failure.error);
    return retryBackoff.next();
  }

  function fetchNow(): void {
    generation += 1;
    if (!isStarted) return;
    pollBackoff.reset();
    searchBackoff.reset();
    repeater.trigger();
  }

  function fetchAllNow(): void {
    room?.expectRecordings();
    fetchNow();
  }

  /** Watches this conference instead of the current one. */
  function enter(sid: string): void {
    if (room?.sid === sid) return;
    leave();
    room = openRoom(sid);
    generation += 1;
  }

  function leave(): void {
    if (room !== undefined && published !== undefined) {
      listener.onCallEvent({ kind: 'call-unwatched', callId: room.callId });
    }
    invitations.abandon();
    room = undefined;
    published = undefined;
    freshness.reset();
    watchdog.rest();
  }

  const port: VendorPort = {
    start() {
      isStarted = true;
      repeater.trigger();
      report('connecting');
    },
    refresh: fetchAllNow,
    retry: fetchAllNow,
    async stop() {
      stopping.abort();
      watchdog.rest();
      await repeater.stop();
      await http.close();
    },
  };

  const line: Conferences['line'] = {
    ...port,
    async perform(operation) {
      if (operation.callId !== room?.callId) {
        return { kind: 'failed', error: { code: 'gone', vendor: 'twilio' } };
      }
      const performing = performOnRoom(operation, room);
      // A person who is added may take a minute to answer, so fetch now to show them ringing.
      if (operation.kind !== 'add-participant') await performing;
      fetchNow();
      return performing;
    },
    watch(nameOrSid) {
      if (isConferenceSid(nameOrSid)) enter(nameOrSid);
      else leave();
      find = findConference(client, agentNumber, nameOrSid);
      fetchNow();
    },
    async startConference() {
      const reply = await invitations.start({ isRecorded: record });
      if (reply.kind !== 'done') {
        // The credentials may have been revoked, or the service may be down, so check.
        if (reply.error.code !== 'rate-limited') fetchNow();
        return withoutDetails(reply);
      }
      enter(reply.value);
      fetchNow();
      return { kind: 'done', value: { callId: toCallId(reply.value) } };
    },
  };
  const recorder = createRecorder({ client, port, wait, stopping: stopping.signal, toLocal });
  return { line, recorder };
}
