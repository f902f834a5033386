import type { RateLimiter } from '../../http/rate-limiter';
import type { Clock } from '../../time/clock';

/**
 * How long a command may wait for the rate limit, in ms: if it took effect later, it would surprise the
 * agent.
 */
const TURN_TIMEOUT_MS = 5_000;

/**
 * Waits until the limiter allows a command, which has priority over polls. False if that takes too long or
 * `stopping` was aborted.
 */
export async function awaitUrgentTurn(options: {
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  readonly stopping: AbortSignal;
}): Promise<boolean> {
  const { clock, limiter, stopping } = options;
  const waiting = new AbortController();
  const giveUp = (): void => waiting.abort();
  const cancel = clock.after(TURN_TIMEOUT_MS, giveUp);
  stopping.addEventListener('abort', giveUp);
  const hasTurn = !stopping.aborted && (await limiter.acquire(waiting.signal, true));
  stopping.removeEventListener('abort', giveUp);
  cancel();
  return hasTurn;
}
