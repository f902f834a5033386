import { dequal } from 'dequal';
import type { Clock } from '../../calls/clock';
import { createGrowingPause, FRESH_PAUSE_MS } from '../shared/growing-pause';
import { createRepeater } from '../shared/repeater';
import type { TelesocialClient } from './client';
import type { TalkSpace } from './mapper';

const FIRST_PAUSE_MS = 1_000;
const PAUSE_FACTOR = 2;
/** So many lists in a row, over some ten seconds, that do not name what details never told. */
const MOST_UNLISTED = 4;
/** Statuses of a service that does not offer the list. */
const NO_SUCH_REQUEST = new Set([404, 405, 501]);

export interface RosterPollerOptions {
  readonly client: TelesocialClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly isWatched: () => boolean;
  readonly talkSpace: TalkSpace;
  readonly onChange: (talkSpace: TalkSpace) => void;
  readonly onEnded: () => void;
  /** A reading failed for a reason that may concern the whole service. */
  readonly onTrouble: () => void;
}

/** Watches one open TalkSpace by reading it again and again. */
export interface RosterPoller {
  /** Reads soon, for the first time a second from now. */
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
 * or has gone on for a while without naming it.
 */
export function createRosterPoller(options: RosterPollerOptions): RosterPoller {
  const { client, clock, random, isWatched, onChange, onEnded, onTrouble } = options;
  let talkSpace = options.talkSpace;
  const { conferenceId } = talkSpace;
  const pause = createGrowingPause({
    firstMs: FIRST_PAUSE_MS,
    longestMs: FRESH_PAUSE_MS,
    factor: PAUSE_FACTOR,
    random,
    isWatched,
  });
  let hasAnswered = false;
  let isEndPlausible = false;
  let unlisted = 0;
  let isListOffered = true;

  const repeater = createRepeater(clock, async (signal) => {
    const isOpen = await read(signal);
    if (signal.aborted) return undefined;
    if (!isOpen) {
      onEnded();
      return undefined;
    }
    return pause.next();
  });

  async function read(signal: AbortSignal): Promise<boolean> {
    const reply = await client.readParticipants(conferenceId, signal);
    if (signal.aborted) return true;
    if (reply.kind === 'ok') {
      hasAnswered = true;
      // First whether it has ended: with its end everybody leaves, which is no news of its own.
      if (reply.value.length === 0 && !(await isListedStill(signal))) return false;
      update(reply.value);
      return true;
    }
    if (reply.kind === 'refused' && reply.status === 404) {
      return hasAnswered ? false : isListedStill(signal);
    }
    onTrouble();
    return true;
  }

  async function isListedStill(signal: AbortSignal): Promise<boolean> {
    if (!isListOffered) return true;
    const reply = await client.listActive(signal);
    if (reply.kind === 'refused') isListOffered = !NO_SUCH_REQUEST.has(reply.status);
    if (reply.kind !== 'ok') return true;
    if (reply.value.includes(conferenceId)) {
      isEndPlausible = true;
      unlisted = 0;
      return true;
    }
    unlisted += 1;
    return !isEndPlausible && unlisted < MOST_UNLISTED;
  }

  function update(joined: readonly string[]): void {
    if (joined.length > 0) isEndPlausible = true;
    const { calling } = talkSpace;
    const isStillCalling = calling !== undefined && !joined.includes(calling);
    const next = { conferenceId, joined, calling: isStillCalling ? calling : undefined };
    if (dequal(next, talkSpace)) return;
    talkSpace = next;
    pause.reset();
    onChange(talkSpace);
  }

  return {
    start: () => repeater.begin(pause.next()),
    refresh: () => repeater.poke(),
    verifyClosing() {
      isEndPlausible = true;
      pause.reset();
      repeater.poke();
    },
    stop: () => repeater.stop(),
  };
}
