import type { Vendor } from '../../contract/vendors';
import type { Logger } from '../log/logger';
import type { HttpOutcome, HttpRequest } from './http-client';

/** An answer that took this long is always logged, in ms. */
const SLOW_MS = 2_000;
/** How many resources are remembered. A deployment has a few at a time; the ids of calls come and go. */
const MAX_ROUTES = 50;

/** Logs a request that ended, after `durationMs`. */
export type RequestLog = (request: HttpRequest, outcome: HttpOutcome, durationMs: number) => void;

interface Route {
  readonly status: number;
  /** The number of requests that ended like the previous one and were not logged. */
  repeats: number;
}

/**
 * Logs what one vendor's client sends. A poll that is answered with the same status as the one before is
 * only counted, in the next line about the same resource: during a call there are dozens a minute, which
 * would fill the log within hours and take more processor time than the polls themselves.
 *
 * Query, headers and body may contain secrets, so they are not logged.
 */
export function createRequestLog(vendor: Vendor, logger: Logger): RequestLog {
  const routes = new Map<string, Route>();

  /** Returns how many requests were left out before this one; undefined if this one is left out. */
  function countRepeats(
    key: string,
    status: number | undefined,
    isSlow: boolean,
  ): number | undefined {
    const last = routes.get(key);
    if (last !== undefined && last.status === status && !isSlow) {
      last.repeats += 1;
      return undefined;
    }
    routes.delete(key);
    if (status !== undefined) routes.set(key, { status, repeats: 0 });
    const [oldest] = routes.keys();
    if (oldest !== undefined && routes.size > MAX_ROUTES) routes.delete(oldest);
    return last?.repeats ?? 0;
  }

  return ({ method, url }, outcome, durationMs) => {
    const { host, pathname: path } = url;
    const status = outcome.kind === 'done' ? outcome.value.status : undefined;
    const repeats = method === 'GET' ? countRepeats(host + path, status, durationMs >= SLOW_MS) : 0;
    if (repeats === undefined) return;
    const details = { vendor, method, host, path, durationMs, ...(repeats > 0 && { repeats }) };
    if (outcome.kind === 'done') {
      logger.info('request', { ...details, status });
    } else {
      const { code, detail } = outcome.error;
      logger.warn('request', { ...details, outcome: outcome.kind, code, detail });
    }
  };
}
