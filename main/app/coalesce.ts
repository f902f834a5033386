/** Combines many requests into at most one action per interval. */
export interface Coalesced {
  request(): void;
  dispose(): void;
}

/** `act` runs `milliseconds` after the first request of a burst. */
export function coalesce(milliseconds: number, act: () => void): Coalesced {
  let timer: NodeJS.Timeout | undefined;
  return {
    request: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        act();
      }, milliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}
