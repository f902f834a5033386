import { setMaxListeners } from 'node:events';
import type { AppError } from '../../contract/errors';
import type { Vendor } from '../../contract/vendors';
import type { Logger } from '../log/logger';
import { openCookies, type Cookies } from './cookies';
import { exchange } from './exchange';
import type { Exchange } from './exchange';
import type { HttpClient, HttpOutcome, HttpRequest } from './http-client';
import {
  codeAfterSending,
  codeBeforeSending,
  codeOfFailure,
  AbandonedRequestError,
} from './network-errors';
import { createConnectionPool, type ConnectionPoolOptions } from './connection-pool';
import { createRequestLog } from './request-log';

export interface HttpClientOptions extends ConnectionPoolOptions {
  readonly vendor: Vendor;
  readonly logger: Logger;
  /** Keeps the cookies that the vendor sets, for this client only. */
  readonly withCookies?: boolean;
}

/**
 * The HTTP client for one vendor's service. Its connections are kept alive between requests.
 *
 * A GET that was not sent or was cut off is tried once more within its deadline; anything else is sent
 * at most once. Redirects are not followed: they are answers like any other.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { vendor, withCookies = false, routes } = options;
  const log = createRequestLog(vendor, options.logger);
  const pool = createConnectionPool(options);
  let jar: Promise<Cookies> | undefined;
  /**
   * Aborts all requests. Destroying the pool is not enough: undici's Agent loses sight of a host's
   * requests when the count of its connections falls to zero, as when they are cut while another
   * one is being opened.
   */
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);

  function describe(result: Exchange): HttpOutcome {
    if (result.kind === 'answered') return { kind: 'done', value: result.answer };
    const detail = codeOfFailure(result.error);
    const error = (code: AppError['code']): AppError => ({ code, vendor, detail });
    if (!result.wasSent) {
      return { kind: 'failed', error: error(codeBeforeSending(detail, result.hasProxy)) };
    }
    const code = codeAfterSending(detail);
    const wasCut = code === 'no-answer' && !(result.error instanceof AbandonedRequestError);
    return { kind: 'unknown', error: error(code), wasCut };
  }

  async function attempt(request: HttpRequest, timeoutMs: number): Promise<Exchange> {
    if (withCookies) jar ??= openCookies();
    const cookies = await jar;
    const cookie = cookies?.header(request.url) ?? '';
    const headers = cookie === '' ? request.headers : { ...request.headers, cookie };
    const target = pool.find(request.url);
    const withHeaders = { ...request, headers: headers ?? {} };
    const result = await exchange(target, withHeaders, timeoutMs, closing.signal);
    // The network may have changed, and with it the proxy.
    if (result.kind === 'failed') routes?.forget();
    if (result.kind === 'answered') cookies?.keep(request.url, result.answer.headers);
    return result;
  }

  function mayRepeat(request: HttpRequest, result: Exchange): boolean {
    if (request.method !== 'GET' || request.canRepeat === false) return false;
    if (result.kind === 'answered' || result.error instanceof AbandonedRequestError) return false;
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

  async function close(): Promise<void> {
    closing.abort();
    await pool.destroy();
  }

  return { request, close };
}
