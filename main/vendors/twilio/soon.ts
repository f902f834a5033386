import type { Clock } from '../../time/clock';
import { createDelay } from '../shared/backoff';

/** In ms. Together with the delay between two polls it is less than what is shown may be old. */
const SOON_MS = 1_000;

/**
 * Waits for something that a poll can do without. Returns undefined if it takes longer; its value is then passed to
 * `onLate`.
 */
export async function awaitSoon<Value>(
  promise: Promise<Value>,
  {
    clock,
    signal,
    onLate,
    onBug,
  }: {
    readonly clock: Clock;
    readonly signal: AbortSignal;
    readonly onLate?: (value: Value) => void;
    readonly onBug: (error: unknown) => void;
  },
): Promise<Value | undefined> {
  const delay = createDelay(clock, signal);
  const end = (): void => delay.end();
  void promise.then(end, end);
  if (await delay.wait(SOON_MS)) return promise;
  void promise.then(onLate).catch(onBug);
  return undefined;
}
