import type { Clock } from '../../calls/clock';

export interface Repeater {
  /** Runs the task at once, or right after the run that is under way. */
  poke(): void;
  /** Runs the task for the first time in so many ms. */
  begin(afterMs: number): void;
  /** Ends it for good: aborts the run under way and resolves when that has ended. */
  stop(): Promise<void>;
}

/**
 * Runs a task again and again, never twice at a time. The task answers in how many ms it wants to
 * run again, or undefined to rest until the next poke, and must not throw.
 */
export function createRepeater(
  clock: Clock,
  task: (signal: AbortSignal) => Promise<number | undefined>,
): Repeater {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let isPoked = false;
  let cancelTimer: (() => void) | undefined;

  async function run(): Promise<void> {
    let pauseMs: number | undefined;
    do {
      isPoked = false;
      pauseMs = await task(stopping.signal);
    } while (wantsAnotherRun());
    running = undefined;
    if (pauseMs !== undefined && !stopping.signal.aborted) {
      cancelTimer = clock.after(pauseMs, runNow);
    }
  }
  function wantsAnotherRun(): boolean {
    return isPoked && !stopping.signal.aborted;
  }
  function runNow(): void {
    running = run();
  }

  return {
    poke() {
      if (stopping.signal.aborted) return;
      isPoked = true;
      if (running !== undefined) return;
      cancelTimer?.();
      runNow();
    },
    begin(afterMs) {
      cancelTimer = clock.after(afterMs, runNow);
    },
    async stop() {
      stopping.abort();
      cancelTimer?.();
      await running;
    },
  };
}
