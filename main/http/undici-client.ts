import type { AppError } from '../../contract/errors';
import type { Vendor } from '../../contract/vendors';
import type { Logger } from '../log/logger';
import { openCookies, type Cookies } from './cookies';
import { exchange } from './exchange';
import type { Exchange } from './exchange';
import type { HttpClient, HttpOutcome, HttpRequest } from './http-client';
import { codeAfterSending, codeBeforeSending, codeOfFailure, GivenUpError } from './network-errors';
import { createWays, type WaysOptions } from './ways';

export interface HttpClientOptions extends WaysOptions {
  readonly vendor: Vendor;
  readonly logger: Logger;
  /** Keep the cookies that the vendor sets, in a jar of this client's own. */
  readonly withCookies?: boolean;
}

/**
 * A way to one vendor's service, with connections of its own that are kept alive between requests.
 *
 * A GET that was not sent or was cut is tried a second time within its deadline; anything else is
 * sent once at most. Redirects are not followed: they are answers like any other.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { vendor, logger, withCookies = false, routes } = options;
  const ways = createWays(options);
  let jar: Promise<Cookies> | undefined;
  let isClosed = false;

  function describe(result: Exchange): HttpOutcome {
    if (result.kind === 'answered') return result;
    const detail = codeOfFailure(result.error);
    const error = (code: AppError['code']): AppError => ({ code, vendor, detail });
    if (!result.wasSent) {
      return { kind: 'not-sent', error: error(codeBeforeSending(detail, result.hasProxy)) };
    }
    const code = codeAfterSending(detail);
    const wasCut = code === 'no-answer' && !(result.error instanceof GivenUpError);
    return { kind: 'no-answer', error: error(code), wasCut };
  }

  async function attempt(request: HttpRequest, timeoutMs: number): Promise<Exchange> {
    if (withCookies) jar ??= openCookies();
    const cookies = await jar;
    const cookie = cookies?.header(request.url) ?? '';
    const headers = cookie === '' ? request.headers : { ...request.headers, cookie };
    const way = ways.find(request.url);
    const result = await exchange(way, { ...request, headers: headers ?? {} }, timeoutMs);
    // The network may be another by now, with another proxy or none.
    if (result.kind === 'failed') routes?.forget();
    if (result.kind === 'answered') cookies?.keep(request.url, result.answer.headers);
    return result;
  }

  function mayRepeat(request: HttpRequest, result: Exchange): boolean {
    if (request.method !== 'GET' || request.canRepeat === false || isClosed) return false;
    if (result.kind === 'answered' || result.error instanceof GivenUpError) return false;
    return codeAfterSending(codeOfFailure(result.error)) === 'no-answer';
  }

  async function request(request: HttpRequest): Promise<HttpOutcome> {
    const startedAt = performance.now();
    let result = await attempt(request, request.timeoutMs);
    const remainingMs = request.timeoutMs - (performance.now() - startedAt);
    if (remainingMs > 0 && mayRepeat(request, result)) {
      result = await attempt(request, remainingMs);
    }
    const outcome = describe(result);
    log(request, outcome, Math.round(performance.now() - startedAt));
    return outcome;
  }

  /** Query, headers and body may hold secrets and stay out of the log. */
  function log({ method, url }: HttpRequest, outcome: HttpOutcome, durationMs: number): void {
    const details = { vendor, method, host: url.host, path: url.pathname, durationMs };
    if (outcome.kind === 'answered') {
      logger.info('request', { ...details, status: outcome.answer.status });
    } else {
      const { code, detail } = outcome.error;
      logger.warn('request', { ...details, outcome: outcome.kind, code, detail });
    }
  }

  async function close(): Promise<void> {
    isClosed = true;
    await ways.destroy();
  }

  return { request, close };
}
