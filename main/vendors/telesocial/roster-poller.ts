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
import { createReadingDeadline } from './reading-deadline';
import { withRead } from './talkspace';
import type { KeyOf, TalkSpace } from './talkspace';

const MIN_DELAY_MS = 1_000;
/** Whether an empty one has ended takes two requests, which are a second apart or wait for those of others. */
const MAX_DELAY_MS = MAX_REFRESH_DELAY_MS - 1_800;
/** A TalkSpace without details has ended if it is missing for this long, from this many lists in a row. */
const UNLISTED_MS = 12_000;
const MIN_UNLISTED = 3;
/** So many answers in a row have to lack it, or to refuse to know it, to be believed. */
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
  /** Within how many ms from now it is to be read. */
  readonly promisedMs: () => number;
  readonly talkSpace: TalkSpace;
  readonly keyOf: KeyOf;
  /** Details were fetched, with or without changes. */
  readonly onRead: (talkSpace: TalkSpace) => void;
  /** Something else became known of it. */
  readonly onChange: (talkSpace: TalkSpace) => void;
  readonly onEnded: () => void;
  /** The list of active ones was read; `sentAt` is when it was asked for, on `clock.elapsed`. */
  readonly onList: (conferenceIds: readonly string[], sentAt: number) => void;
  /** A reading failed for a reason that may concern the whole service. */
  readonly onTrouble: () => void;
  /** What is known of it gets older than is promised. */
  readonly onBehind: (reason: AppError) => void;
  /** It was read in time again. */
  readonly onCaughtUp: () => void;
}

/** Watches one open TalkSpace by reading it again and again. */
export interface RosterPoller {
  readonly conferenceId: string;
  /** What is known of it now. */
  current(): TalkSpace;
  /** Applies the answer to a request, and fetches soon. */
  change(change: (talkSpace: TalkSpace) => TalkSpace): void;
  /** Reads at once whether it is listed, and who is in it soon after. */
  start(): void;
  /** Reads as soon as possible. */
  refresh(): void;
  /** The TalkSpace was asked to close and nobody knows whether it did: find out. */
  verifyClosing(): void;
  stop(): Promise<void>;
}

/**
 * Details are known from an SDK alone, so a service may not offer them: a failure is no proof that
 * the TalkSpace has ended unless details answered before. Details may also go on answering for one
 * that has ended, with nobody in it; the list of active ones then decides, once it has named this one
 * or has gone on for a while without naming it. One answer can lack what is there, and the service leaves
 * an empty list out: nothing ends, and not everybody leaves, before two answers in a row say so.
 */
export function createRosterPoller(options: RosterPollerOptions): RosterPoller {
  const { client, clock, random, logger, isWatched } = options;
  const { onRead, onChange, onEnded, onList, onTrouble, onBehind } = options;
  const deadline = createReadingDeadline({ ...options, onError });
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
  /** Details named nobody the last time, although somebody was in it. */
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
      // It may end before anybody is seen in it: its end is believed at once if the list has named it.
      await isListedStill(signal);
      if (signal.aborted) return true;
    }
    const before = talkSpace;
    const reply = await client.readParticipants(conferenceId, signal, deadline.sent);
    if (signal.aborted) return true;
    if (reply.kind === 'done') {
      hasAnswered = true;
      refusals = 0;
      const isEmptied = reply.value.length === 0 && talkSpace.joined.length > 0;
      const isConfirmed = isEmptied && wasEmptied;
      // First whether it has ended: everybody leaves with the end, which is not reported separately.
      if (reply.value.length === 0 && !isConfirmed && !(await isListedStill(signal, isEmptied))) {
        return false;
      }
      if (hasStopped(signal)) return true;
      wasEmptied = isEmptied && !isConfirmed;
      if (wasEmptied) {
        backoff.reset();
        return true;
      }
      // What was fetched may be older than an answer that arrived meanwhile; then it is fetched again at once.
      if (talkSpace === before) update(reply.value);
      noteReading();
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
    // The service is there and wants a pause, which the limiter keeps.
    if (!wasRefused(reply) || reply.status !== 429) onTrouble();
    return true;
  }

  /** @param hasSecondAnswer the answer before said that everybody had left, which is one of the two */
  async function isListedStill(signal: AbortSignal, hasSecondAnswer = false): Promise<boolean> {
    if (await isInNextList(signal)) return true;
    const needed = hasSecondAnswer ? MIN_ABSENCES - 1 : MIN_ABSENCES;
    if (isEndPlausible && unlisted < needed && (await isInNextList(signal))) return true;
    const isMissed = unlisted >= MIN_UNLISTED && clock.elapsed() - unlistedSince >= UNLISTED_MS;
    return !isEndPlausible && !isMissed;
  }

  /** True as well where the list says nothing. */
  async function isInNextList(signal: AbortSignal): Promise<boolean> {
    if (!isListOffered) {
      noteReading();
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
      else noteReading();
      return true;
    }
    noteReading();
    onList(reply.value, sentAt);
    if (reply.value.includes(conferenceId)) {
      isEndPlausible = true;
      unlisted = 0;
      return true;
    }
    if (unlisted === 0) unlistedSince = clock.elapsed();
    unlisted += 1;
    return false;
  }

  function noteReading(): void {
    deadline.met();
    watchdog.feed();
  }

  function update(named: readonly string[]): void {
    if (named.length > 0) isEndPlausible = true;
    const next = withRead(talkSpace, named, clock.elapsed(), options.keyOf);
    if (!dequal(next, talkSpace)) {
      talkSpace = next;
      backoff.reset();
    }
    onRead(talkSpace);
  }

  function readSoon(): void {
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
      readSoon();
      if (hasChanged) onChange(talkSpace);
    },
    start() {
      watchdog.feed();
      repeater.trigger();
    },
    refresh: readSoon,
    verifyClosing() {
      isEndPlausible = true;
      readSoon();
    },
    stop() {
      deadline.cancel();
      watchdog.rest();
      return repeater.stop();
    },
  };
}

/** It can have come while something was awaited. */
function hasStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}
