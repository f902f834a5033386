import type { Clock } from '../../time/clock';
import type { TalkSpace } from './talkspace';

/** A TalkSpace has ended for certain if it is missing for this long and from this many lists in a row. */
export const UNLISTED_MS = 12_000;
export const MIN_UNLISTED = 3;
/** How soon the list is fetched again while it is not certain. */
const RECHECK_DELAY_MS = 3_000;

export interface EndedTalkSpace {
  readonly talkSpace: TalkSpace;
  /** Where it is recorded, if known. */
  readonly recordingId?: string | undefined;
  /** The service said so. Otherwise it was inferred from answers that lacked the TalkSpace. */
  readonly isStated: boolean;
}

/** TalkSpaces that have ended as far as is known. A later list may show that one has not. */
export interface EndedTalkSpaces {
  /** `endedAt`: no list that was requested before it counts, on `clock.elapsed`. */
  add(ended: EndedTalkSpace, endedAt: number): void;
  /** A list was fetched; `sentAt` is when it was requested, on `clock.elapsed`. */
  readonly handleList: (active: readonly string[], sentAt: number) => void;
  /** Stops setting timers. */
  stop(): void;
}

interface Entry extends EndedTalkSpace {
  readonly endedAt: number;
  /** How many lists in a row have lacked it since. */
  unlisted: number;
  isCertain: boolean;
}

/**
 * Nothing is polled while no TalkSpace is open, so a wrongly inferred end would never be discovered.
 * Therefore the list is fetched until enough lists in a row have lacked the TalkSpace.
 */
export function createEndedTalkSpaces(options: {
  readonly clock: Clock;
  /** Fetches the list, with retries until it is answered. */
  readonly fetchList: () => void;
  /** It has not ended. */
  readonly onOpen: (talkSpace: EndedTalkSpace) => void;
}): EndedTalkSpaces {
  const { clock, fetchList, onOpen } = options;
  const entries = new Map<string, Entry>();
  let cancelRecheck: () => void = () => undefined;
  let isStopped = false;

  function recheckLater(): void {
    cancelRecheck();
    const isInDoubt = [...entries.values()].some(({ isCertain }) => !isCertain);
    if (isInDoubt && !isStopped) cancelRecheck = clock.after(RECHECK_DELAY_MS, fetchList);
  }

  function noteAbsence(entry: Entry, sentAt: number): void {
    entry.unlisted += 1;
    entry.isCertain ||= entry.unlisted >= MIN_UNLISTED && sentAt - entry.endedAt >= UNLISTED_MS;
  }

  return {
    add(ended, endedAt) {
      entries.set(ended.talkSpace.conferenceId, {
        ...ended,
        endedAt,
        unlisted: 0,
        isCertain: ended.isStated,
      });
      recheckLater();
    },
    handleList(active, sentAt) {
      const listed = new Set(active);
      for (const [conferenceId, entry] of entries) {
        // An answer to an earlier request must not bring back one that has ended.
        if (sentAt <= entry.endedAt) continue;
        if (!listed.has(conferenceId)) noteAbsence(entry, sentAt);
        else {
          entries.delete(conferenceId);
          onOpen(entry);
        }
      }
      recheckLater();
    },
    stop() {
      isStopped = true;
      cancelRecheck();
    },
  };
}
