import { dequal } from 'dequal';
import type { AppError } from '../../../contract/errors';
import { notDone } from '../../../contract/outcome';
import { attempt } from '../../calls/attempt';
import type { VendorCall } from '../../calls/call-events';
import type { LinePort } from '../../calls/ports';
import { createRateLimiter } from '../../http/rate-limiter';
import { createServerClock } from '../../http/server-clock';
import { createNumbers } from '../../numbers/numbers';
import type { BandwidthProfile } from '../../settings/sections/bandwidth';
import {
  createBackoff,
  createRateLimitBackoff,
  MAX_DELAY_MS,
  MAX_REFRESH_DELAY_MS,
  maxRefreshDelayMs,
} from '../shared/backoff';
import { createConnectionReport } from '../shared/connection-report';
import { wasRefused, withoutDetails } from '../shared/reply';
import type { Failure } from '../shared/reply';
import { createRepeater } from '../shared/repeater';
import { reportBug } from '../shared/report-bug';
import type { VendorOptions } from '../shared/vendor-options';
import { createWatchdog } from '../shared/watchdog';
import { createBandwidthClient } from './client';
import { createInvitations } from './invitations';
import { toCallId } from './mapper';
import { createOperations } from './operations';
import { createRoom } from './room';
import type { Room } from './room';

/** The vendor's limit: one request a second. */
const MIN_INTERVAL_MS = 1_000;
const JITTER_MS = 100;
/** The minimum time between two requests that are answered immediately. */
const TURN_MS = MIN_INTERVAL_MS + JITTER_MS;
/**
 * The delay while nothing changes: the two resources are polled alternately, and a command may be sent in
 * between.
 */
const MAX_POLL_DELAY_MS = MAX_REFRESH_DELAY_MS * 0.45;
/** For this long after a command, no requests are used for members' numbers. */
const QUIET_AFTER_COMMAND_MS = 5_000;

export type Conferences = LinePort & Required<Pick<LinePort, 'startConference' | 'watch'>>;

/**
 * Watches one Bandwidth conference at a time, initially the profile's, and performs operations on it
 * (doc:conferences). The vendor cannot notify a desktop app, so the conference and its
 * members are polled in turn until two answers in a row say `completed`. Without a conference to watch,
 * the credentials are checked once.
 */
export function createConferences(options: VendorOptions<BandwidthProfile>): Conferences {
  const { profile, http, clock, listener, logger, random = Math.random } = options;
  const { isWatched = () => true } = options;
  const stopping = new AbortController();
  let isStarted = false;
  let room: Room | undefined;
  let published: VendorCall | undefined;
  /** A fetch failed or had to wait, and not everything has been fetched again since. */
  let isBehind = false;
  /** The last command, on `clock.elapsed`. */
  let commandAt = -Infinity;
  const limiter = createRateLimiter({
    minIntervalMs: MIN_INTERVAL_MS,
    jitterMs: JITTER_MS,
    clock,
  });
  const rateLimit = createRateLimitBackoff({ clock, limiter, random, onStart: noteRateLimit });
  const serverClock = createServerClock(clock);
  const client = createBandwidthClient({
    profile,
    http,
    clock,
    limiter,
    stopping: stopping.signal,
    rateLimit,
    serverClock,
    logger,
  });
  const report = createConnectionReport(listener);
  const pollBackoff = createBackoff({
    minMs: TURN_MS,
    maxMs: MAX_POLL_DELAY_MS,
    factor: 1.25,
    random,
    isWatched,
  });
  const retryBackoff = createBackoff({ minMs: 1_000, maxMs: MAX_DELAY_MS, factor: 2, random });
  const invitations = createInvitations({
    client,
    clock,
    random,
    stopping: stopping.signal,
    keyOf: createNumbers(options.agent.country).keyOf,
    onChange: publishSoon,
    onAdded: () => {
      room?.expect('members');
      fetchNow();
    },
    isMember: (callId) => room?.hasCall(callId) === true,
  });
  const operations = createOperations({
    client,
    invitations,
    onRequested: (asked, shownBy) => {
      commandAt = clock.elapsed();
      asked.expect(shownBy);
      fetchNow();
    },
  });
  if (profile.conferenceId !== undefined) {
    room = openRoom(profile.conferenceId);
  }

  const repeater = createRepeater(
    clock,
    (signal) => (room === undefined ? probe(signal) : refreshRoom(room, signal)),
    (error) => {
      reportBug(logger, 'bandwidth polling', error);
      noteSilence({ code: 'internal', vendor: 'bandwidth' });
    },
  );
  const watchdog = createWatchdog({
    clock,
    promisedMs: () => maxRefreshDelayMs(isWatched()),
    onSilence: () => {
      // The vendor asked for this delay, which was already reported.
      if (rateLimit.isLong()) return;
      repeater.restart();
      noteSilence({ code: 'no-answer', vendor: 'bandwidth' });
    },
    onError: (error) => reportBug(logger, 'bandwidth watchdog', error),
  });

  /** The state is older than promised, for a reason other than a vendor's answer. */
  function noteSilence(reason: AppError): void {
    fallBehind();
    report('reconnecting', reason);
  }

  function openRoom(id: string): Room {
    const isQuiet = (): boolean => clock.elapsed() - commandAt >= QUIET_AFTER_COMMAND_MS;
    const onError = (error: unknown): void => reportBug(logger, 'bandwidth numbers', error);
    const { toLocal } = serverClock;
    return createRoom({
      id,
      client,
      invitations,
      toLocal,
      isQuiet,
      onLearned: publishSoon,
      onError,
    });
  }

  async function probe(signal: AbortSignal): Promise<number | undefined> {
    const reply = await client.probe(signal);
    if (signal.aborted) return undefined;
    if (reply.kind !== 'done') return handleFailure(reply);
    retryBackoff.reset();
    isBehind = false;
    reportAvailable();
    return undefined;
  }

  async function refreshRoom(watched: Room, signal: AbortSignal): Promise<number | undefined> {
    if (watched.isDone()) return undefined;
    const failure = await watched.refresh(signal);
    // Another room may be watched by now.
    if (signal.aborted || watched !== room) return undefined;
    if (failure !== undefined) return handleFailure(failure);
    retryBackoff.reset();
    const isRefreshed = publish();
    if (isRefreshed || watched.isCompleted()) isBehind = false;
    if (published !== undefined) reportAvailable();
    if (watched.isDone()) {
      watchdog.rest();
      return undefined;
    }
    watchdog.feed();
    return pollBackoff.next();
  }

  /** Between two polls. If a bug makes the report fail, the next poll makes up for it. */
  function publishSoon(): void {
    attempt(publish, (error) => reportBug(logger, 'bandwidth report', error));
  }

  /** Returns whether both resources were just refreshed. */
  function publish(): boolean {
    const call = room?.toCall();
    if (room === undefined || call === undefined || stopping.signal.aborted) return false;
    const isNew = !dequal(call, published);
    if (isNew) pollBackoff.reset();
    const isRefreshed = room.takeRefreshed();
    if (isRefreshed) listener.onCallEvent({ kind: 'call-fetched', call });
    else if (isNew) listener.onCallEvent({ kind: 'call-seen', call });
    published = call;
    return isRefreshed;
  }

  /** Reports the failure. Returns the delay before a retry in ms; undefined if the agent has to act first. */
  function handleFailure(failure: Failure): number | undefined {
    if (failure.error.code !== 'rate-limited') fallBehind();
    if (wasRefused(failure) && failure.status === 401) {
      watchdog.rest();
      report('signed-out', failure.error);
      return undefined;
    }
    if (wasRefused(failure) && failure.status === 429) {
      // The service is available, and the limiter applies the delay that it asked for.
      reportAvailable();
      return TURN_MS;
    }
    watchdog.rest();
    report('error', failure.error);
    return retryBackoff.next();
  }

  function noteRateLimit(): void {
    if (room?.isCompleted() === false) reportAvailable();
  }

  /** The service is available, but during a long rate limit the state becomes outdated. */
  function reportAvailable(): void {
    if (rateLimit.isLong()) {
      fallBehind();
      report('reconnecting', { code: 'rate-limited', vendor: 'bandwidth' });
    } else if (!isBehind) report('connected');
  }

  function fallBehind(): void {
    isBehind = published !== undefined;
    room?.expire();
  }

  function fetchNow(): void {
    if (!isStarted) return;
    pollBackoff.reset();
    repeater.trigger();
  }

  function fetchAllNow(): void {
    room?.expire();
    fetchNow();
  }

  function watch(conferenceId: string): void {
    if (room?.id !== conferenceId) {
      if (room !== undefined && published !== undefined) {
        listener.onCallEvent({ kind: 'call-unwatched', callId: room.callId });
      }
      published = undefined;
      isBehind = false;
      room = openRoom(conferenceId);
    } else room.expire();
    fetchNow();
  }

  return {
    start() {
      isStarted = true;
      repeater.trigger();
      report('connecting');
    },
    refresh: fetchAllNow,
    retry: fetchAllNow,
    async perform(operation) {
      commandAt = clock.elapsed();
      if (operation.callId === room?.callId) return operations.perform(operation, room);
      return notDone({ code: 'gone', vendor: 'bandwidth' });
    },
    watch,
    async startConference({ from }) {
      if (from === undefined) {
        return notDone({ code: 'bad-input', detail: 'from: is missing' });
      }
      const reply = await client.createConference(from);
      if (reply.kind !== 'done') {
        // The credentials may have been revoked, or the service may be down, so check.
        if (reply.error.code !== 'rate-limited') fetchNow();
        return withoutDetails(reply);
      }
      watch(reply.value);
      return { kind: 'done', value: { callId: toCallId(reply.value) } };
    },
    async stop() {
      stopping.abort();
      watchdog.rest();
      await repeater.stop();
      await http.close();
    },
  };
}
