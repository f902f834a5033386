import type { z } from 'zod';
import type { AppError, ErrorCode } from '../../../contract/errors';
import { toBasicCredentials } from '../../settings/basic-credentials';
import type { HttpClient, HttpOutcome, HttpRequest } from '../../http/http-client';
import type { Logger } from '../../log/logger';
import type { GenesysProfile } from '../../settings/sections/genesys';
import { readCsrfHeader } from './csrf-header';
import { reportBug } from '../shared/report-bug';
import { readReply, toError, wasUnauthorized } from './reply';
import type { Reply } from './reply';
import type { SessionSecrets } from './session-secrets';
import { callListSchema, describeIssues, deviceListSchema, userSchema } from './wire';
import type { WireDevice } from './wire';

const API_PATH = '/api/v2';
const REQUEST_TIMEOUT_MS = 10_000;

/** The list of calls is not found: the server says so itself, or answers with a 404. */
const NO_SUCH_LIST: ReadonlySet<ErrorCode> = new Set(['not-found', 'wrong-address']);

export type SignIn =
  | { readonly kind: 'signed-in' }
  /** The user name or password is wrong: a retry could lock the account. */
  | { readonly kind: 'refused'; readonly error: AppError }
  | { readonly kind: 'failed'; readonly error: AppError };

interface NotFetched {
  readonly kind: 'unauthorized' | 'failed';
  readonly error: AppError;
}

/** Calls in the vendor's format. `isComplete`: calls that are missing have ended. */
export interface CallList {
  readonly calls: readonly unknown[];
  readonly isComplete: boolean;
}

export type CallsResult = ({ readonly kind: 'fetched' } & CallList) | NotFetched;
export type DevicesResult =
  { readonly kind: 'fetched'; readonly devices: readonly WireDevice[] } | NotFetched;

/** One HTTP session of the agent, with its cookies and CSRF token. */
export interface Session {
  signIn(): Promise<SignIn>;
  /**
   * All calls of the agent: from the list of calls or, if the server or its answer has none, from the user
   * (doc:RecoveringExistingState has both). An answer without a list is not an empty list.
   */
  fetchCalls(): Promise<CallsResult>;
  /** The agent's current telephones and other devices. */
  fetchDevices(): Promise<DevicesResult>;
  /** Requests an operation; sent at most once. `path` follows `/api/v2`. */
  operate(path: string, body: Readonly<Record<string, unknown>>): Promise<Reply>;
  /** Sends Bayeux messages with the headers of every POST. */
  exchange(url: string, body: string, timeoutMs: number, signal: AbortSignal): Promise<HttpOutcome>;
  /** The address for notifications. */
  readonly notificationsUrl: string;
  /** Closes its connections; pending requests end without an answer. */
  close(): Promise<void>;
}

/**
 * A session that is not signed in yet. Follows doc:CSRFProtection: only the first request has Basic
 * credentials, later ones are identified by cookies, and every POST carries the latest token from a GET.
 */
export function createSession(
  profile: GenesysProfile,
  http: HttpClient,
  secrets: SessionSecrets,
  logger: Logger,
): Session {
  const base = `${profile.baseUrl.replace(/\/+$/, '')}${API_PATH}`;
  let csrf: Readonly<Record<string, string>> = {};
  /** This server has no list of calls, but includes them in the user resource. */
  let isListMissing = false;

  /** A bug is reported as an outcome too: a request that was already sent may have been carried out. */
  async function send(build: () => HttpRequest): Promise<HttpOutcome> {
    let isBuilt = false;
    try {
      const request = build();
      isBuilt = true;
      const outcome = await http.request(request);
      secrets.learn(outcome);
      return outcome;
    } catch (bug) {
      reportBug(logger, 'genesys request', bug);
      return { kind: isBuilt ? 'unknown' : 'failed', error: toError('internal') };
    }
  }

  function read(outcome: HttpOutcome): Reply {
    try {
      return readReply(outcome);
    } catch (bug) {
      reportBug(logger, 'genesys answer', bug);
      return { kind: 'unknown', error: toError('internal') };
    }
  }

  async function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const outcome = await send(() => ({
      method: 'GET',
      url: new URL(`${base}${path}`),
      headers: { accept: 'application/json', ...headers },
      timeoutMs: REQUEST_TIMEOUT_MS,
    }));
    const header = outcome.kind === 'done' ? readCsrfHeader(outcome.value.headers) : undefined;
    if (header !== undefined) csrf = { [header.name]: header.token };
    return read(outcome);
  }

  async function fetchList<Body>(
    path: string,
    schema: z.ZodType<Body>,
  ): Promise<{ readonly kind: 'fetched'; readonly body: Body } | NotFetched> {
    const reply = await get(path);
    if (wasUnauthorized(reply)) return { kind: 'unauthorized', error: reply.error };
    if (reply.kind !== 'done') return { kind: 'failed', error: reply.error };
    const list = schema.safeParse(reply.value);
    return list.success
      ? { kind: 'fetched', body: list.data }
      : { kind: 'failed', error: toError('malformed-answer', describeIssues(list.error)) };
  }

  function post(
    url: string,
    body: string,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<HttpOutcome> {
    return send(() => ({
      method: 'POST',
      url: new URL(url),
      headers: { accept: 'application/json', 'content-type': 'application/json', ...csrf },
      body,
      timeoutMs,
      ...(signal === undefined ? {} : { signal }),
    }));
  }

  return {
    notificationsUrl: `${base}/notifications`,
    async signIn() {
      const credentials = toBasicCredentials(profile.userName, profile.password);
      const reply = await get('/me', { authorization: `Basic ${credentials}` });
      if (reply.kind === 'done') return { kind: 'signed-in' };
      if (!wasUnauthorized(reply)) return { kind: 'failed', error: reply.error };
      return { kind: 'refused', error: toError('wrong-credentials', reply.error.detail) };
    },
    async fetchCalls() {
      let hasAnswered = false;
      if (!isListMissing) {
        const list = await fetchList('/me/calls?fields=*', callListSchema);
        if (list.kind === 'fetched' && list.body.calls) {
          return { kind: 'fetched', calls: list.body.calls, isComplete: true };
        }
        if (list.kind !== 'fetched' && !NO_SUCH_LIST.has(list.error.code)) return list;
        hasAnswered = list.kind === 'fetched';
      }
      const user = await fetchList('/me?subresources=*', userSchema);
      if (user.kind === 'fetched') {
        isListMissing = !hasAnswered;
        return { kind: 'fetched', calls: user.body.user.calls ?? [], isComplete: true };
      }
      return hasAnswered && user.kind === 'failed'
        ? { kind: 'fetched', calls: [], isComplete: false }
        : user;
    },
    async fetchDevices() {
      const list = await fetchList('/me/devices?fields=*', deviceListSchema);
      return list.kind === 'fetched' ? { kind: 'fetched', devices: list.body.devices } : list;
    },
    async operate(path, body) {
      return read(await post(`${base}${path}`, JSON.stringify(body), REQUEST_TIMEOUT_MS));
    },
    exchange: post,
    close: () => http.close(),
  };
}
