import type { Clock } from '../../time/clock';

/** Resolves after so many ms, or at once when everything stops. */
export type Wait = (milliseconds: number) => Promise<void>;

export function createWait(clock: Clock, stopping: AbortSignal): Wait {
  return (milliseconds) =>
    new Promise((resolve) => {
      function end(): void {
        cancel();
        stopping.removeEventListener('abort', end);
        resolve();
      }
      const cancel = clock.after(milliseconds, end);
      stopping.addEventListener('abort', end);
    });
}
