import type { WrapUp } from '../../contract/wrap-up';
import { isEmptyWrapUp } from '../../contract/wrap-up-data';
import { cleanLines, cleanText } from '../../contract/text';
import type { KnownCall } from '../calls/known-call';
import type { CallStore } from '../calls/store';
import type { Clock } from '../time/clock';
import type { JournalLine } from './journal-lines';
import { readState } from './journal-lines';
import { readWrapUp } from './read-wrap-up';
import type { Trace } from './trace';

/** What the agent writes down about calls, kept in the journal. */
export interface WrapUps {
  /**
   * Keeps what is written about a call. `at` is when the call began, as its entry of the history says,
   * in ms since the epoch: for a call of which only the history knows.
   */
  save(callId: string, wrapUp: WrapUp, at?: number): void;
  /** What was written about calls that are over is gone from the history, so it is from the window. */
  forgetEnded(): void;
  /** Writes down what waits. */
  dispose(): void;
}

export interface WrapUpsOptions {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly journal: Pick<Trace, 'wrapUp'>;
  /** What was written about calls that went on when the app was last quit, by their ids. */
  readonly leftOpen: ReadonlyMap<string, WrapUp>;
}

/**
 * The window saves while somebody types, and a line of the journal for every word would be too many. This
 * is the most that a crash can cost.
 */
const WRITE_DELAY_MS = 3_000;
/** The start of a call can move by a little while it goes on. */
const START_TOLERANCE_MS = 5_000;

export function createWrapUps({ store, clock, journal, leftOpen }: WrapUpsOptions): WrapUps {
  /** What is not in the journal yet: the timers that write it, by the call's id. */
  const waiting = new Map<string, () => void>();
  for (const [callId, wrapUp] of leftOpen) store.setWrapUp(callId, wrapUp);

  const unsubscribe = store.subscribe(({ calls }, previous) => {
    if (calls === previous.calls) return;
    for (const callId of waiting.keys()) {
      if (calls.known.get(callId)?.endedAt !== undefined) write(callId);
    }
  });

  function write(callId: string): void {
    waiting.get(callId)?.();
    waiting.delete(callId);
    const wrapUp = store.getState().wrapUps.get(callId);
    if (wrapUp !== undefined) journal.wrapUp(callId, wrapUp);
  }

  function save(callId: string, written: WrapUp, at?: number): void {
    const wrapUp = { note: cleanLines(written.note), outcome: cleanText(written.outcome) };
    const call = store.getState().calls.known.get(callId);
    if (call === undefined || isEarlier(at, call)) {
      journal.wrapUp(callId, wrapUp, at);
      return;
    }
    const isNew = !store.getState().wrapUps.has(callId);
    if (isNew && isEmptyWrapUp(wrapUp)) return;
    store.setWrapUp(callId, wrapUp);
    if (call.endedAt !== undefined) write(callId);
    else if (!waiting.has(callId)) {
      waiting.set(
        callId,
        clock.after(WRITE_DELAY_MS, () => write(callId)),
      );
    }
  }

  return {
    save,
    forgetEnded: () => {
      const { calls, wrapUps } = store.getState();
      for (const callId of wrapUps.keys()) {
        const isOver = calls.known.get(callId)?.endedAt !== undefined;
        if (isOver) store.setWrapUp(callId, undefined);
      }
    },
    dispose: () => {
      unsubscribe();
      for (const callId of [...waiting.keys()]) write(callId);
    },
  };
}

/** A room can be opened again under its id: an entry from before is about another call. */
function isEarlier(at: number | undefined, { startedAt }: KnownCall): boolean {
  return at !== undefined && at < startedAt - START_TOLERANCE_MS;
}

/** What was written about calls that the lines leave open, by their ids. */
export function findOpenWrapUps(lines: readonly JournalLine[]): Map<string, WrapUp> {
  const written = new Map<string, WrapUp>();
  const live = new Set<string>();
  for (const line of lines) {
    const found = readWrapUp(line);
    if (found !== undefined) written.set(found.call, found.wrapUp);
    const { kind, id, state } = line;
    if (kind !== 'call' || typeof id !== 'string') continue;
    if (readState(state) === 'ended') live.delete(id);
    else live.add(id);
  }
  return new Map([...written].filter(([callId]) => live.has(callId)));
}
