import { dequal } from 'dequal';
import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../time/clock';
import type { Logger } from '../../log/logger';
import { createBackoff, MAX_REFRESH_DELAY_MS } from '../shared/backoff';
import { createRepeater } from '../shared/repeater';
import { reportBug } from '../shared/report-bug';
import { createWatchdog } from '../shared/watchdog';
import { wasRefused } from '../shared/reply';
import type { TelesocialClient } from './client';
import { MIN_UNLISTED, UNLISTED_MS } from './ended-talkspaces';
import { createRefreshDeadline } from './refresh-deadline';
import { withFetched } from './talkspace';
import type { KeyOf, TalkSpace } from './talkspace';

const MIN_DELAY_MS = 1_000;
/** Leaves time for the second request of an empty TalkSpace, which waits for the rate limit. */
const MAX_DELAY_MS = MAX_REFRESH_DELAY_MS - 1_800;
/** How many answers in a row must lack the TalkSpace, or answer 404, before it counts as ended. */
const MIN_ABSENCES = 2;
/** Statuses of a service that does not offer the list, or details. */
const NO_SUCH_REQUEST = new Set([404, 405, 501]);

const INTERNAL: AppError = { code: 'internal', vendor: 'telesocial' };
const NO_ANSWER: AppError = { code: 'no-answer', vendor: 'telesocial' };

export interface RosterPollerOptions {
  readonly client: TelesocialClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly isWatched: () => boolean;
  /** The time until the next refresh is due, in ms. */
  readonly promisedMs: () => number;
  readonly talkSpace: TalkSpace;
  readonly keyOf: KeyOf;
  /** Details were fetched, with or without changes. */
  readonly onFetched: (talkSpace: TalkSpace) => void;
  /** It changed in another way. */
  readonly onChange: (talkSpace: TalkSpace) => void;
  readonly onEnded: () => void;
  /** The list of active TalkSpaces was fetched; `sentAt` is when it was requested, on `clock.elapsed`. */
  readonly onList: (conferenceIds: readonly string[], sentAt: number) => void;
  /** A fetch failed for a reason that may concern the whole service. */
  readonly onServiceFailure: () => void;
  /** Its state is older than promised. */
  readonly onBehind: (reason: AppError) => void;
  /** It was refreshed in time again. */
  readonly onCaughtUp: () => void;
}

/** Polls one open TalkSpace. */
export interface RosterPoller {
  readonly conferenceId: string;
  /** Its last known state. */
  current(): TalkSpace;
  /** Applies the answer to a request, and fetches soon. */
  change(change: (talkSpace: TalkSpace) => TalkSpace): void;
  /** Fetches the list of active TalkSpaces immediately, and the participants soon after. */
  start(): void;
  /** Refreshes as soon as possible. */
  refresh(): void;
  /** A request to close it was not answered: finds out whether it closed. */
  verifyClosing(): void;
  stop(): Promise<void>;
}

/**
 * Only an SDK documents details, so a service may not offer them: a failure does not prove that the TalkSpace
 * has ended unless details have worked before. Details may also keep answering for one that has ended, with
 * nobody in it. Then the list of active TalkSpaces decides, once it has contained this one or has lacked it
 * for a while. A single answer can be incomplete, and the service omits an empty list, so it takes two
 * answers in a row to end a TalkSpace or to remove everybody from it.
 */
export function createRosterPoller(options: RosterPollerOptions): RosterPoller {
  const { client, clock, random, logger, isWatched } = options;
  const { onFetched, onChange, onEnded, onList, onServiceFailure, onBehind } = options;
  const deadline = createRefreshDeadline({ ...options, onError });
  let talkSpace = options.talkSpace;
  const { conferenceId } = talkSpace;
  const backoff = createBackoff({
    minMs: MIN_DELAY_MS,
    maxMs: MAX_DELAY_MS,
    factor: 2,
    random,
    isWatched,
  });
  let hasAnswered = false;
  let refusals = 0;
  /** The last details were empty, although somebody was in it before. */
  let wasEmptied = false;
  let isEndPlausible = false;
  let unlisted = 0;
  let unlistedSince = 0;
  let isListOffered = true;
  let isNew = true;

  const repeater = createRepeater(
    clock,
    async (signal) => {
      const isOpen = await read(signal);
      if (signal.aborted) return undefined;
      if (!isOpen) {
        watchdog.rest();
        onEnded();
        return undefined;
      }
      return backoff.next();
    },
    (error) => {
      onError(error);
      deadline.failed(INTERNAL);
      onBehind(INTERNAL);
    },
  );
  const watchdog = createWatchdog({
    clock,
    promisedMs: options.promisedMs,
    onSilence: () => {
      repeater.restart();
      onBehind(NO_ANSWER);
    },
    onError,
  });

  function onError(error: unknown): void {
    reportBug(logger, 'telesocial polling', error);
  }

  async function read(signal: AbortSignal): Promise<boolean> {
    if (isNew) {
      isNew = false;
      // It may end before anybody joins. If the list has contained it, that is recognized immediately.
      await isListedStill(signal);
      if (signal.aborted) return true;
    }
    const before = talkSpace;
    const reply = await client.fetchParticipants(conferenceId, signal, deadline.sent);
    if (signal.aborted) return true;
    if (reply.kind === 'done') {
      hasAnswered = true;
      refusals = 0;
      const isEmptied = reply.value.length === 0 && talkSpace.joined.length > 0;
      const isConfirmed = isEmptied && wasEmptied;
      // Check first whether it has ended, because that implies that everybody left.
      if (reply.value.length === 0 && !isConfirmed && !(await isListedStill(signal, isEmptied))) {
        return false;
      }
      if (hasStopped(signal)) return true;
      wasEmptied = isEmptied && !isConfirmed;
      if (wasEmptied) {
        backoff.reset();
        return true;
      }
      // The details may be older than a change made meanwhile; in that case they are fetched again at once.
      if (talkSpace === before) update(reply.value);
      noteRefresh();
      return true;
    }
    if (wasRefused(reply)) {
      if (hasAnswered && reply.status === 404) {
        refusals += 1;
        backoff.reset();
        return refusals < MIN_ABSENCES;
      }
      if (!hasAnswered && NO_SUCH_REQUEST.has(reply.status)) return isListedStill(signal);
    }
    deadline.failed(reply.error);
    // After a 429 the service is available but wants a delay, which the limiter applies.
    if (!wasRefused(reply) || reply.status !== 429) onServiceFailure();
    return true;
  }

  /** @param hasSecondAnswer the previous answer was empty as well and counts as one of the two */
  async function isListedStill(signal: AbortSignal, hasSecondAnswer = false): Promise<boolean> {
    if (await isInNextList(signal, hasSecondAnswer)) return true;
    const needed = hasSecondAnswer ? MIN_ABSENCES - 1 : MIN_ABSENCES;
    if (isEndPlausible && unlisted < needed && (await isInNextList(signal))) return true;
    const isMissed = unlisted >= MIN_UNLISTED && clock.elapsed() - unlistedSince >= UNLISTED_MS;
    return !isEndPlausible && !isMissed;
  }

  /**
   * Also true if the list is unavailable.
   * @param isInDoubt the details lacked everybody who is shown
   */
  async function isInNextList(signal: AbortSignal, isInDoubt = false): Promise<boolean> {
    if (!isListOffered) {
      noteRefresh(isInDoubt);
      return true;
    }
    let sentAt = 0;
    const reply = await client.listActive(signal, () => {
      sentAt = clock.elapsed();
      deadline.sent();
    });
    if (signal.aborted) return true;
    if (wasRefused(reply)) isListOffered = !NO_SUCH_REQUEST.has(reply.status);
    if (reply.kind !== 'done') {
      if (isListOffered) deadline.failed(reply.error);
      else noteRefresh(isInDoubt);
      return true;
    }
    const isListed = reply.value.includes(conferenceId);
    noteRefresh(isInDoubt || !isListed);
    onList(reply.value, sentAt);
    if (isListed) {
      isEndPlausible = true;
      unlisted = 0;
      return true;
    }
    if (unlisted === 0) unlistedSince = clock.elapsed();
    unlisted += 1;
    return false;
  }

  function noteRefresh(isInDoubt = false): void {
    deadline.met(isInDoubt);
    watchdog.feed();
  }

  function update(named: readonly string[]): void {
    if (named.length > 0) isEndPlausible = true;
    const next = withFetched(talkSpace, named, clock.elapsed(), options.keyOf);
    if (!dequal(next, talkSpace)) {
      talkSpace = next;
      backoff.reset();
    }
    onFetched(talkSpace);
  }

  function refreshSoon(): void {
    backoff.reset();
    repeater.trigger();
  }

  return {
    conferenceId,
    current: () => talkSpace,
    change(change) {
      const next = change(talkSpace);
      const hasChanged = !dequal(next, talkSpace);
      talkSpace = next;
      refreshSoon();
      if (hasChanged) onChange(talkSpace);
    },
    start() {
      watchdog.feed();
      repeater.trigger();
    },
    refresh: refreshSoon,
    verifyClosing() {
      isEndPlausible = true;
      refreshSoon();
    },
    stop() {
      deadline.stop();
      watchdog.rest();
      return repeater.stop();
    },
  };
}

/** In a function, as TypeScript assumes that `aborted` cannot change during an await. */
function hasStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}
