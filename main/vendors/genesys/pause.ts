import type { Clock } from '../../calls/clock';

/** A wait that can be cut short from outside. */
export interface Pause {
  /** Waits so many milliseconds, or for `undefined` until `end`. Resolves to whether `end` ended it. */
  wait(milliseconds: number | undefined): Promise<boolean>;
  /** Ends the wait, if there is one. */
  end(): void;
}

export function createPause(clock: Clock): Pause {
  let endWait: () => void = () => undefined;
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const cancel =
          milliseconds === undefined ? undefined : clock.after(milliseconds, () => resolve(false));
        endWait = () => {
          cancel?.();
          resolve(true);
        };
      }),
    end: () => endWait(),
  };
}
