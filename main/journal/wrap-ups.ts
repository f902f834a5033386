import type { WrapUp } from '../../contract/wrap-up';
import { isEmptyWrapUp } from '../../contract/wrap-up-data';
import { cleanLines, cleanText } from '../../contract/text';
import type { PastCall } from '../calls/earlier-calls';
import type { CallStore } from '../calls/store';
import type { Clock } from '../time/clock';
import type { Trace } from './trace';

/** The notes and outcomes of calls, kept in the journal. */
export interface WrapUps {
  /** Saves the note and outcome of a call. */
  save(callId: string, wrapUp: WrapUp, which?: WhichCall): void;
  /** Removes ended calls, and their notes and outcomes, after the history was cleared. */
  forgetEnded(): void;
  /** Writes pending changes to the journal. */
  dispose(): void;
}

/** Which of the calls with one id. Without this it is the last one. */
export interface WhichCall {
  /** The call's, if it is from this run. */
  readonly sequence?: number | undefined;
  /** When it began, in ms since the epoch, for a call that is only in the history. */
  readonly at?: number | undefined;
}

export interface WrapUpsOptions {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly journal: Pick<Trace, 'wrapUp'>;
  /** Notes and outcomes of calls from before the app was started, by call id. */
  readonly earlier: ReadonlyMap<string, WrapUp>;
}

/**
 * How long changes are collected before they are written, in ms, because the window saves while the
 * agent types. A crash can lose the changes of this time.
 */
const WRITE_DELAY_MS = 3_000;
/** The start of a call can shift slightly during the call. In ms. */
const START_TOLERANCE_MS = 5_000;

export function createWrapUps({ store, clock, journal, earlier }: WrapUpsOptions): WrapUps {
  /** The timers that write pending changes, by call id. */
  const waiting = new Map<string, () => void>();
  for (const [callId, wrapUp] of earlier) store.setWrapUp(callId, wrapUp);

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

  function save(callId: string, written: WrapUp, { sequence, at }: WhichCall = {}): void {
    const wrapUp = { note: cleanLines(written.note), outcome: cleanText(written.outcome) };
    const { calls, earlier } = store.getState();
    const call = calls.known.get(callId) ?? earlier.ended.find(({ id }) => id === callId);
    if (call === undefined || isEarlier(at, call)) {
      journal.wrapUp(callId, wrapUp, at);
      return;
    }
    if (sequence !== undefined && sequence !== call.sequence) {
      // The agent was still writing when the call came back, which is another one under the same id.
      journal.wrapUp(callId, wrapUp, call.startedAt - 1);
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
      const { calls, earlier, wrapUps } = store.getState();
      const earlierIds = new Set(earlier.ended.map(({ id }) => id));
      for (const callId of wrapUps.keys()) {
        const call = calls.known.get(callId);
        const isOver = call === undefined ? earlierIds.has(callId) : call.endedAt !== undefined;
        if (isOver) store.setWrapUp(callId, undefined);
      }
      store.forgetEnded();
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
function isEarlier(at: number | undefined, { startedAt }: PastCall): boolean {
  return at !== undefined && at < startedAt - START_TOLERANCE_MS;
}
