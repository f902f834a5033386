import type { Clock } from '../../time/clock';

export interface Repeater {
  /** Runs the task immediately, or right after the current run. */
  trigger(): void;
  /** Runs the task for the first time after this many ms. */
  begin(afterMs: number): void;
  /** Aborts the current run, which may never end, and starts another. */
  restart(): void;
  /** Stops permanently: aborts the current run and resolves when it has ended. */
  stop(): Promise<void>;
}

const FIRST_BACKOFF_MS = 1_000;
const MAX_BACKOFF_MS = 60_000;

/**
 * Runs a task repeatedly, never twice at a time. The task returns the delay before its next run in ms, or
 * undefined to wait for a trigger. A task that throws has a bug: it is reported to `onError`, and the task
 * runs again after increasing delays.
 */
export function createRepeater(
  clock: Clock,
  task: (signal: AbortSignal) => Promise<number | undefined>,
  onError: (error: unknown) => void,
): Repeater {
  /** For the current run and anything it started; replaced after a restart. */
  let life = new AbortController();
  let running: Promise<void> | undefined;
  let isStopped = false;
  let isTriggered = false;
  let failures = 0;
  let cancelTimer: (() => void) | undefined;

  async function runTask(signal: AbortSignal): Promise<number | undefined> {
    try {
      const delayMs = await task(signal);
      failures = 0;
      return delayMs;
    } catch (error) {
      if (!signal.aborted) reportSafely(error);
      const delayMs = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** failures);
      failures += 1;
      return delayMs;
    }
  }

  /** The task has to run again even if the report fails. */
  function reportSafely(error: unknown): void {
    try {
      onError(error);
    } catch {
      // Most likely caused by the same bug.
    }
  }

  async function repeat(signal: AbortSignal): Promise<void> {
    let delayMs: number | undefined;
    do {
      isTriggered = false;
      delayMs = await runTask(signal);
    } while (wantsAnotherRun(signal));
    if (signal.aborted) return;
    running = undefined;
    if (delayMs !== undefined) cancelTimer = clock.after(delayMs, runNow);
  }
  function wantsAnotherRun(signal: AbortSignal): boolean {
    return isTriggered && !signal.aborted;
  }
  function runNow(): void {
    running = repeat(life.signal);
  }

  return {
    trigger() {
      if (isStopped) return;
      isTriggered = true;
      if (running !== undefined) return;
      cancelTimer?.();
      runNow();
    },
    begin(afterMs) {
      if (isStopped) return;
      cancelTimer = clock.after(afterMs, runNow);
    },
    restart() {
      if (isStopped) return;
      life.abort();
      life = new AbortController();
      cancelTimer?.();
      runNow();
    },
    async stop() {
      isStopped = true;
      life.abort();
      cancelTimer?.();
      await running;
    },
  };
}
