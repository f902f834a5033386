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

/** The notes and outcomes of calls, kept in the journal. */
export interface WrapUps {
  /**
   * Saves the note and outcome of a call. `at` is when the call began, in ms since the epoch, from
   * its entry in the history. It is needed for a call that is only in the history.
   */
  save(callId: string, wrapUp: WrapUp, at?: number): void;
  /** Removes the notes and outcomes of ended calls, after the history was cleared. */
  forgetEnded(): void;
  /** Writes pending changes to the journal. */
  dispose(): void;
}

export interface WrapUpsOptions {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly journal: Pick<Trace, 'wrapUp'>;
  /** Notes and outcomes of the calls in progress when the app was last quit, by call id. */
  readonly leftOpen: ReadonlyMap<string, WrapUp>;
}

/**
 * How long changes are collected before they are written, in ms, because the window saves while the
 * agent types. A crash can lose the changes of this time.
 */
const WRITE_DELAY_MS = 3_000;
/** The start of a call can shift slightly during the call. In ms. */
const START_TOLERANCE_MS = 5_000;

export function createWrapUps({ store, clock, journal, leftOpen }: WrapUpsOptions): WrapUps {
  /** The timers that write pending changes, by call id. */
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

/**
 * A conference can be opened again under its id, so an earlier entry is about a different call.
 */
function isEarlier(at: number | undefined, { startedAt }: KnownCall): boolean {
  return at !== undefined && at < startedAt - START_TOLERANCE_MS;
}

/** Notes and outcomes of the calls that are open after these lines, by call id. */
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
