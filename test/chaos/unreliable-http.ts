import type { Clock } from '../../main/time/clock';
import type { Vendor } from '../../contract/vendors';
import type { HttpClient, HttpOutcome, HttpRequest } from '../../main/http/http-client';
import { createHttpClient } from '../../main/http/undici-client';
import type { HttpClientOptions } from '../../main/http/undici-client';
import { breakAnswer } from './broken-parts';
import type { BrokenParts } from './broken-parts';
import { isAbout, without, type Omission } from './incomplete-answers';

/** Requests for the calls and their participants. */
const REFRESH_PATH = /\/me\/calls$|\/conferences?(\/|$)|\/Conferences\//;
const CSRF_HEADER = 'X-CSRF-TOKEN';
/** Far longer than any timeout in the app's time, which applies instead. */
const NO_DEADLINE_MS = 600_000;

/** The app's own HTTP clients, with faults of cookies, tokens and answers. */
export interface UnreliableHttp {
  create(options: HttpClientOptions): HttpClient;
  /** All cookies are lost. */
  loseCookies(): void;
  /** Answers the next request for a call of this vendor only after `release` is called. */
  hangNextRefresh(vendor: Vendor): void;
  release(): void;
  /** The server expects a different CSRF token than the one it sent, until it sends a new one. */
  changeCsrfToken(): void;
  /** The next few answers to a fetch lack an item that exists. */
  lack(what: Omission, times: number): void;
  /** Makes answers complete again. */
  lackNothing(): void;
}

/** Timeouts use the given clock. */
export function createUnreliableHttp(
  clock: Clock,
  parts: BrokenParts,
  onRefresh: (vendor: Vendor) => void,
): UnreliableHttp {
  let jarAge = 0;
  let isTokenStale = false;
  let lacking: { readonly what: Omission; times: number }[] = [];

  function strip({ method, url }: HttpRequest, outcome: HttpOutcome): HttpOutcome {
    if (outcome.kind !== 'done' || method !== 'GET') return outcome;
    const lack = lacking.find(({ what, times }) => times > 0 && isAbout(what, url));
    if (lack === undefined) return outcome;
    const text = without(lack.what, outcome.value.text);
    if (text === undefined) return outcome;
    lack.times -= 1;
    return { ...outcome, value: { ...outcome.value, text } };
  }

  const toHang = new Set<Vendor>();
  let releases: (() => void)[] = [];

  /** Never ends, whatever its timeout, unless it is aborted. */
  function hang(request: HttpRequest): Promise<void> {
    return new Promise((resolve) => {
      releases.push(resolve);
      request.signal?.addEventListener('abort', () => resolve());
    });
  }

  function releaseAll(): void {
    for (const release of releases) release();
    releases = [];
  }

  function create(options: HttpClientOptions): HttpClient {
    let inner = createHttpClient(options);
    let age = jarAge;
    let isClosed = false;
    const old: Promise<void>[] = [];

    function refreshJar(): HttpClient {
      if (options.withCookies === true && age < jarAge) {
        old.push(inner.close());
        inner = createHttpClient(options);
        age = jarAge;
      }
      return inner;
    }

    return {
      async request(request) {
        const { vendor } = options;
        parts.meet({ kind: 'request', vendor });
        const isRefresh = request.method === 'GET' && REFRESH_PATH.test(request.url.pathname);
        if (isRefresh && toHang.delete(vendor)) {
          await hang(request);
          if (isClosed || request.signal?.aborted === true) {
            return { kind: 'unknown', error: { code: 'no-answer', vendor } };
          }
        }
        const deadline = new AbortController();
        const cancel = clock.after(request.timeoutMs, () => deadline.abort());
        const giveUp = (): void => deadline.abort();
        request.signal?.addEventListener('abort', giveUp);
        if (request.signal?.aborted === true) deadline.abort();
        const headers = { ...request.headers };
        if (isTokenStale && headers[CSRF_HEADER] !== undefined) headers[CSRF_HEADER] = 'stale';
        const outcome = await refreshJar()
          .request({ ...request, headers, timeoutMs: NO_DEADLINE_MS, signal: deadline.signal })
          .finally(() => {
            cancel();
            request.signal?.removeEventListener('abort', giveUp);
          });
        const hasToken = outcome.kind === 'done' && 'x-csrf-header' in outcome.value.headers;
        if (hasToken) isTokenStale = false;
        if (isRefresh && outcome.kind === 'done') onRefresh(vendor);
        return breakAnswer(strip(request, outcome), vendor, parts);
      },
      async close() {
        isClosed = true;
        releaseAll();
        await Promise.all([inner.close(), ...old]);
      },
    };
  }

  return {
    create,
    hangNextRefresh: (vendor) => void toHang.add(vendor),
    release() {
      toHang.clear();
      releaseAll();
    },
    loseCookies: () => {
      jarAge += 1;
    },
    changeCsrfToken: () => {
      isTokenStale = true;
    },
    lack: (what, times) => void lacking.push({ what, times }),
    lackNothing: () => {
      lacking = [];
    },
  };
}
