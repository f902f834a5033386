/** A function that can be called as often as one likes and acts at most once in an interval. */
export interface Coalesced {
  request(): void;
  dispose(): void;
}

/** `act` runs `milliseconds` after the first request of a burst, with what is true by then. */
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
