import type { z } from 'zod';
import type { AppError, ErrorCode } from '../../../contract/errors';
import type { HttpAnswer, HttpClient, HttpRequest } from '../../http/http-client';
import type { RateLimiter } from '../../http/rate-limiter';
import type { ServerClock } from '../../http/server-clock';
import type { Logger } from '../../log/logger';
import { toBasicCredentials } from '../../settings/basic-credentials';
import type { TwilioProfile } from '../../settings/sections/twilio';
import type { Clock } from '../../time/clock';
import type { RateLimitBackoff } from '../shared/backoff';
import { toEndpoint } from '../shared/endpoint';
import { parseJson } from '../shared/parse-json';
import { createItemReader } from '../shared/read-items';
import {
  describeFormat,
  describeProblem,
  sendRequest,
  toRefusal,
  wasRefused,
} from '../shared/reply';
import type { Reply } from '../shared/reply';
import { awaitUrgentTurn } from '../shared/urgent-turn';
import { createVendorErrors, nameCode } from '../shared/vendor-errors';
import { errorSchema, pageSchema } from './wire';
import type { WireError } from './wire';

const TIMEOUT_MS = 10_000;
/** A read that has not ended by then no longer blocks the others. */
const TURN_MS = TIMEOUT_MS + 1_000;
/** The same for a read whose answer can arrive later than what is fetched after it. */
export const DETAIL_TURN_MS = 500;
/** The maximum number of pages that are fetched of a list. */
const MAX_PAGES = 20;
const VERSION_PATH = '2010-04-01';

/** The meaning of the service's error codes (doc:errors); for other codes the HTTP status decides. */
const CODE_BY_NUMBER: ReadonlyMap<number, ErrorCode> = new Map([
  [20003, 'wrong-credentials'],
  [20004, 'not-allowed'],
  [20404, 'not-found'],
  [20429, 'rate-limited'],
  [21201, 'number-not-valid'],
  [21210, 'caller-not-verified'],
  [21211, 'number-not-valid'],
  [21212, 'caller-not-verified'],
  [21215, 'destination-not-permitted'],
  [21220, 'gone'],
]);

export type Form = Readonly<Record<string, string>>;
/** A fetch shows the change. */
const NOTHING: Reply<null> = { kind: 'done', value: null };

type Path = readonly string[];

/** The options of a list request. */
interface ListRequest<Item> {
  readonly path: Path;
  readonly query: Form;
  /** The name of the list in the answer. */
  readonly name: string;
  readonly schema: z.ZodType<Item>;
  /** Pages can overlap, as when somebody joins between two requests. */
  readonly idOf: (item: Item) => string;
  /** The maximum number of items to fetch. */
  readonly limit: number;
  readonly turnMs?: number;
}

/**
 * Sends requests below the account, `.json` at the end of each path. All wait for the limiter, where commands
 * have priority. Reads also wait for each other's answers, for details only
 * for a moment. A command is sent at most once.
 */
export interface Transport {
  readonly get: <Schema extends z.ZodType>(
    path: Path,
    schema: Schema,
    signal: AbortSignal,
    turnMs?: number,
  ) => Promise<Reply<z.infer<Schema>>>;
  /** Fetches all pages of a list. */
  readonly list: <Item>(
    request: ListRequest<Item>,
    signal: AbortSignal,
  ) => Promise<Reply<readonly Item[]>>;
  /** Creates a resource and returns it. */
  readonly create: <Schema extends z.ZodType>(
    path: Path,
    form: Form,
    schema: Schema,
  ) => Promise<Reply<z.infer<Schema>>>;
  readonly update: (path: Path, form: Form) => Promise<Reply<null>>;
  readonly remove: (path: Path) => Promise<Reply<null>>;
}

export interface TransportOptions {
  readonly profile: TwilioProfile;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  /** Aborts commands that wait for the limiter. */
  readonly stopping: AbortSignal;
  readonly rateLimit: RateLimitBackoff;
  readonly serverClock: ServerClock;
  readonly logger: Logger;
}

export function createTransport(options: TransportOptions): Transport {
  const { profile, http, clock, limiter, stopping, rateLimit, serverClock, logger } = options;
  const parts = { http, logger, vendor: 'twilio' } as const;
  const readItems = createItemReader(logger);
  const { accountSid, authToken = '', apiKeySid = accountSid } = profile;
  const secret = profile.apiKeySecret ?? authToken;
  const basic = toBasicCredentials(apiKeySid, secret);
  const errors = createVendorErrors('twilio', [secret, authToken, basic].filter(Boolean));
  const authorization = profile.signIn === 'bearer' ? `Bearer ${authToken}` : `Basic ${basic}`;
  const headers = { accept: 'application/json', authorization };
  const hasPath = new URL(profile.baseUrl).pathname !== '/';
  /** Resolves when the last read has ended. */
  let reading: Promise<void> = Promise.resolve();
  const root = [...(hasPath ? [] : [VERSION_PATH]), 'Accounts', accountSid];

  function endpoint(path: readonly string[], query: Form = {}): URL {
    const last = path.at(-1) ?? '';
    return toEndpoint(profile.baseUrl, [...root, ...path.slice(0, -1), `${last}.json`], query);
  }

  /**
   * One read at a time. Commands do not wait for the answer to a read, because the agent would have to wait
   * for both.
   */
  async function getUrl<Schema extends z.ZodType>(
    url: () => URL,
    schema: Schema,
    signal: AbortSignal,
    turnMs = TURN_MS,
  ): Promise<Reply<z.infer<Schema>>> {
    const before = reading;
    let end: () => void = () => undefined;
    reading = new Promise((resolve) => {
      end = resolve;
    });
    let cancel: () => void = () => undefined;
    try {
      await before;
      if (!(await limiter.acquire(signal))) return givenUp();
      cancel = clock.watch(turnMs, end);
      return await send(
        () => ({
          method: 'GET',
          url: url(),
          headers,
          timeoutMs: TIMEOUT_MS,
          signal,
          canRepeat: false,
        }),
        (answer) => readBody(answer, schema),
      );
    } finally {
      cancel();
      end();
    }
  }

  async function list<Item>(
    { path, query, name, schema, idOf, limit, turnMs }: ListRequest<Item>,
    signal: AbortSignal,
  ): Promise<Reply<readonly Item[]>> {
    const items = new Map<string, Item>();
    const pages = new Set<string>();
    let next: URL | undefined = endpoint(path, query);
    while (next !== undefined && pages.size < MAX_PAGES && items.size < limit) {
      const url = next;
      pages.add(url.href);
      const reply: Reply<Record<string, unknown>> = await getUrl(
        () => url,
        pageSchema(name),
        signal,
        turnMs,
      );
      if (reply.kind !== 'done') return reply;
      for (const item of readItems(name, schema, listOf(reply.value[name]))) {
        items.set(idOf(item), item);
      }
      next = toNextPage(reply.value.next_page_uri);
      if (next !== undefined && pages.has(next.href)) next = undefined;
    }
    return { kind: 'done', value: [...items.values()].slice(0, limit) };
  }

  /** The credentials are sent only to the configured host. */
  function toNextPage(uri: unknown): URL | undefined {
    if (typeof uri !== 'string' || uri === '' || !URL.canParse(uri, profile.baseUrl)) {
      return undefined;
    }
    const url = new URL(uri, profile.baseUrl);
    return url.origin === new URL(profile.baseUrl).origin ? url : undefined;
  }

  /** Sends a request that changes a resource. */
  async function change<Value>(
    method: 'POST' | 'DELETE',
    path: readonly string[],
    form: Form | undefined,
    read: (answer: HttpAnswer) => Reply<Value>,
  ): Promise<Reply<Value>> {
    if (!(await awaitUrgentTurn({ clock, limiter, stopping }))) {
      return stopping.aborted ? givenUp() : { kind: 'failed', error: errors.of('rate-limited') };
    }
    return send(
      () => ({
        method,
        url: endpoint(path),
        headers: {
          ...headers,
          ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(form && { body: new URLSearchParams(form).toString() }),
        timeoutMs: TIMEOUT_MS,
      }),
      read,
    );
  }

  async function send<Value>(
    build: () => HttpRequest,
    read: (answer: HttpAnswer) => Reply<Value>,
  ): Promise<Reply<Value>> {
    return sendRequest(parts, build, (answer) => {
      if (answer.status >= 200 && answer.status < 300) {
        serverClock.noteAnswer(answer.headers);
        rateLimit.reset();
        return read(answer);
      }
      const parsed = errorSchema.safeParse(parseJson(answer.text));
      const problem = parsed.success ? parsed.data : {};
      if (answer.status === 429) rateLimit.start(answer.headers);
      const error = toError(answer.status, problem);
      return toRefusal(answer.status, error, isOfService(problem));
    });
  }

  function toError(status: number, problem: WireError): AppError {
    const { code, errors: [first] = [] } = problem;
    const message = problem.message ?? first?.detail ?? first?.title;
    // A valid key without permission for this gets the same code.
    const meaning = status === 403 ? undefined : CODE_BY_NUMBER.get(code ?? 0);
    const detail = [message, code && nameCode(code)].filter(Boolean).join(' · ');
    // The service's 404 says what was not found; any other 404 comes from a different server.
    if (meaning === undefined && status === 404 && !isOfService(problem)) {
      return errors.of('wrong-address', detail);
    }
    return meaning === undefined ? errors.ofStatus(status, detail) : errors.of(meaning, detail);
  }

  function readBody<Schema extends z.ZodType>(
    answer: HttpAnswer,
    schema: Schema,
  ): Reply<z.infer<Schema>> {
    const body = parseJson(answer.text);
    const value = schema.safeParse(body);
    if (value.success) return { kind: 'done', value: value.data };
    const detail =
      body === undefined ? describeFormat(answer.text, 'JSON') : describeProblem(value.error);
    return { kind: 'unknown', error: errors.of('malformed-answer', detail) };
  }

  function givenUp(): Reply<never> {
    return { kind: 'failed', error: errors.of('no-route', 'aborted') };
  }

  return {
    get: (path, schema, signal, turnMs) => getUrl(() => endpoint(path), schema, signal, turnMs),
    list,
    create: (path, form, schema) =>
      change('POST', path, form, (answer) => readBody(answer, schema)),
    update: (path, form) => change('POST', path, form, () => NOTHING),
    remove: (path) => change('DELETE', path, undefined, () => NOTHING),
  };
}

/** Whether the service itself refuses a read for a reason that will not change soon. */
export function isFinalRefusal(reply: Reply<unknown>): boolean {
  if (!wasRefused(reply) || reply.isOfService !== true) return false;
  const { status } = reply;
  return status < 500 && status !== 401 && status !== 429;
}

/** Whether the service itself can have sent this. */
function isOfService({ code, errors }: WireError): boolean {
  return code !== undefined || errors !== undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
