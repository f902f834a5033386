import type { CookieJar } from 'tough-cookie';
import type { AppError } from '../../contract/errors';
import type { Vendor } from '../../contract/vendors';
import type { Logger } from '../log/logger';
import { exchange } from './exchange';
import type { Exchange } from './exchange';
import type { HttpClient, HttpOutcome, HttpRequest } from './http-client';
import { codeAfterSending, codeBeforeSending, codeOfFailure, GivenUpError } from './network-errors';
import type { Dispatcher } from './undici-runtime';

/** How long a connection may take to stand, TLS included, in ms. */
const CONNECT_TIMEOUT = 10_000;

export interface HttpClientOptions {
  readonly vendor: Vendor;
  readonly logger: Logger;
  /** Keep the cookies that the vendor sets, in a jar of this client's own. */
  readonly withCookies?: boolean;
  /** How many connections to a host at most; as many as are needed when absent. */
  readonly connections?: number;
  /** The HTTP proxy that every connection goes through; credentials, if any, in the URL. */
  readonly proxy?: URL;
}

interface Connections {
  readonly agent: Dispatcher;
  readonly jar: CookieJar | undefined;
}

/** Loads the libraries with the first request: they are large, and the window is painted without them. */
async function openConnections({
  withCookies = false,
  connections,
  proxy,
}: HttpClientOptions): Promise<Connections> {
  const { Agent, ProxyAgent } = await import('./undici-runtime');
  const settings = {
    ...(connections === undefined ? {} : { connections }),
    connect: { timeout: CONNECT_TIMEOUT },
  };
  const agent =
    proxy === undefined ? new Agent(settings) : new ProxyAgent({ ...settings, uri: proxy.href });
  const jar = withCookies ? new (await import('tough-cookie')).CookieJar() : undefined;
  return { agent, jar };
}

/**
 * A way to one vendor's service, with connections of its own that are kept alive between requests.
 *
 * A GET that was not sent or was cut is tried a second time within its deadline; anything else is
 * sent once at most. Redirects are not followed: they are answers like any other.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { vendor, logger, proxy } = options;
  let opened: Promise<Connections> | undefined;
  let isClosed = false;

  function open(): Promise<Connections> {
    opened ??= openConnections(options);
    return opened;
  }

  function describe(result: Exchange): HttpOutcome {
    if (result.kind === 'answered') return result;
    const detail = codeOfFailure(result.error);
    const error = (code: AppError['code']): AppError => ({ code, vendor, detail });
    return result.wasSent
      ? { kind: 'no-answer', error: error(codeAfterSending(detail)) }
      : { kind: 'not-sent', error: error(codeBeforeSending(detail, proxy !== undefined)) };
  }

  async function attempt(request: HttpRequest, timeoutMs: number): Promise<Exchange> {
    const { agent, jar } = await open();
    const cookies = jar?.getCookieStringSync(request.url.href) ?? '';
    const headers = cookies === '' ? request.headers : { ...request.headers, cookie: cookies };
    const result = await exchange(agent, { ...request, headers: headers ?? {} }, timeoutMs);
    if (jar !== undefined && result.kind === 'answered') {
      for (const line of [result.answer.headers['set-cookie'] ?? []].flat()) {
        jar.setCookieSync(line, request.url.href, { ignoreError: true });
      }
    }
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
    const { agent } = await open();
    await agent.destroy();
  }

  return { request, close };
}
