import type { z } from 'zod';
import type { AppError, ErrorCode } from '../../../contract/errors';
import { notDone } from '../../../contract/outcome';
import { parseEpoch } from '../../http/rate-limit-headers';
import type { RateLimiter } from '../../http/rate-limiter';
import type { HttpAnswer, HttpClient } from '../../http/http-client';
import type { ServerClock } from '../../http/server-clock';
import type { Clock } from '../../time/clock';
import type { Logger } from '../../log/logger';
import { toBasicCredentials } from '../../settings/basic-credentials';
import type { BandwidthProfile } from '../../settings/sections/bandwidth';
import type { RateLimitBackoff } from '../shared/backoff';
import { toEndpoint } from '../shared/endpoint';
import { parseJson } from '../shared/parse-json';
import { createItemReader } from '../shared/read-items';
import { describeFormat, describeProblem, sendRequest, toRefusal } from '../shared/reply';
import type { Reply } from '../shared/reply';
import { awaitUrgentTurn } from '../shared/urgent-turn';
import { createVendorErrors } from '../shared/vendor-errors';
import { toLastSegment } from './mapper';
import { callSchema, conferenceSchema, errorSchema, listSchema, memberSchema } from './wire';
import type { WireCall, WireConference, WireError, WireMember } from './wire';

const TIMEOUT_MS = 10_000;
const RESET_TIME = 'rateLimitResetTime';

/**
 * Refusals whose status is misleading (section 5): 401 does not always concern the credentials, nor 403
 * the rights of the account.
 */
const CODE_BY_REASON: ReadonlyMap<string, ErrorCode> = new Map([
  ['call-rate-limit', 'rate-limited'],
  ['call-id-not-found', 'not-found'],
  ['call-invalid-state', 'gone'],
  ['conference-error', 'not-allowed'],
  ['conference-max-members', 'full'],
  ['insufficient-available-balance', 'no-credit'],
  ['invalid-call-conference-id', 'refused'],
  ['number-access-denied', 'forbidden'],
  ['user-access-denied', 'forbidden'],
]);

/** A change of a conference or a member; `completed` ends the conference or removes the member. */
export interface Change {
  readonly state?: 'completed';
  readonly hold?: boolean;
  readonly mute?: boolean;
}

/** A sentence to speak or a file to play; an empty string stops it. */
export type WireAudio = { readonly sentence: string } | { readonly fileUrl: string };

/** Requests that share the limit of one a second. */
export interface LimitedRequests {
  fetchConference(conferenceId: string, signal: AbortSignal): Promise<Reply<WireConference>>;
  fetchMembers(conferenceId: string, signal: AbortSignal): Promise<Reply<readonly WireMember[]>>;
  fetchMemberCall(callId: string, signal: AbortSignal): Promise<Reply<WireCall>>;
}

/**
 * Bandwidth's requests (doc:conferences, doc:calls). Those below /conferences, and those for members'
 * calls, wait for the limiter, where commands go first. A command is sent at most once.
 */
export interface BandwidthClient {
  /**
   * Waits for the limiter. The caller then sends one of the requests immediately, and can decide which one
   * after the wait. Undefined if the signal was aborted.
   */
  awaitTurn(signal: AbortSignal): Promise<LimitedRequests | undefined>;
  /** Fetches a ringing call, without waiting for the limiter. */
  fetchCall(callId: string, signal: AbortSignal): Promise<Reply<WireCall>>;
  /** The calls that were made for a conference, including ended ones. */
  listCalls(conferenceId: string, signal: AbortSignal): Promise<Reply<readonly WireCall[]>>;
  /**
   * Requests one of the user's calls, to check that the service is available and accepts the credentials.
   * The vendor documents no list of conferences.
   */
  probe(signal: AbortSignal): Promise<Reply<null>>;
  /** Creates a conference hosted by the number `from`; returns its id. */
  createConference(from: string): Promise<Reply<string>>;
  updateConference(conferenceId: string, change: Change): Promise<Reply<null>>;
  /** Adds somebody by an active call that was made for this conference; returns the member's id. */
  addMember(
    conferenceId: string,
    member: { readonly callId: string; readonly mute?: true },
  ): Promise<Reply<string>>;
  updateMember(conferenceId: string, memberId: string, change: Change): Promise<Reply<null>>;
  /** Plays to one member or, without one, to everybody in the conference. */
  play(conferenceId: string, memberId: string | undefined, audio: WireAudio): Promise<Reply<null>>;
  /** Calls `to`, to add them to a conference when they answer; returns the id of the call. */
  startCall(call: {
    readonly from: string;
    readonly to: string;
    readonly conferenceId: string;
  }): Promise<Reply<string>>;
  endCall(callId: string): Promise<Reply<null>>;
}

type Read<Value> = (answer: HttpAnswer) => Reply<Value>;

export function createBandwidthClient(options: {
  readonly profile: BandwidthProfile;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  /** Aborts commands that wait for the limiter. */
  readonly stopping: AbortSignal;
  readonly rateLimit: RateLimitBackoff;
  readonly serverClock: ServerClock;
  readonly logger: Logger;
}): BandwidthClient {
  const { profile, clock, limiter, stopping, rateLimit, serverClock } = options;
  const parts = { http: options.http, logger: options.logger, vendor: 'bandwidth' } as const;
  const readItems = createItemReader(options.logger);
  const basic = toBasicCredentials(profile.apiToken, profile.apiSecret);
  const errors = createVendorErrors('bandwidth', [profile.apiSecret, profile.apiToken, basic]);

  function endpoint(path: readonly string[], query: Readonly<Record<string, string>> = {}): URL {
    return toEndpoint(profile.baseUrl, ['v1', 'users', profile.userId, ...path], query);
  }

  const headers = { accept: 'application/json', authorization: `Basic ${basic}` };

  async function get<Schema extends z.ZodType>(
    url: () => URL,
    schema: Schema,
    signal: AbortSignal,
    canRepeat: boolean,
  ): Promise<Reply<z.infer<Schema>>> {
    return sendRequest(
      parts,
      () => ({ method: 'GET', url: url(), headers, timeoutMs: TIMEOUT_MS, signal, canRepeat }),
      (answer) => readAnswer(answer, () => readBody(answer, schema)),
    );
  }

  async function post<Value>(
    path: readonly string[],
    body: object,
    read: Read<Value>,
  ): Promise<Reply<Value>> {
    return sendRequest(
      parts,
      () => ({
        method: 'POST',
        url: endpoint(path),
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        timeoutMs: TIMEOUT_MS,
      }),
      (answer) => readAnswer(answer, read),
    );
  }

  /** Sends a GET request that the limiter has allowed. */
  async function getLimited<Schema extends z.ZodType>(
    path: readonly string[],
    schema: Schema,
    signal: AbortSignal,
  ): Promise<Reply<z.infer<Schema>>> {
    const reply = await get(() => endpoint(path), schema, signal, false);
    limiter.noteAnswer();
    return reply;
  }

  async function postLimited<Value>(
    path: readonly string[],
    body: object,
    read: Read<Value>,
  ): Promise<Reply<Value>> {
    if (!(await awaitUrgentTurn({ clock, limiter, stopping })))
      return stopping.aborted ? givenUp() : overdue();
    const reply = await post(['conferences', ...path], body, read);
    limiter.noteAnswer();
    return reply;
  }

  function overdue(): Reply<never> {
    return notDone(errors.of('rate-limited'));
  }

  function givenUp(): Reply<never> {
    return notDone(errors.of('no-route', 'aborted'));
  }

  function readAnswer<Value>(answer: HttpAnswer, read: Read<Value>): Reply<Value> {
    if (answer.status >= 200 && answer.status < 300) {
      serverClock.noteAnswer(answer.headers);
      rateLimit.reset();
      return read(answer);
    }
    const parsed = errorSchema.safeParse(parseJson(answer.text));
    const problem = parsed.success ? parsed.data : undefined;
    if (answer.status === 429) rateLimit.start(answer.headers, readResetTime(problem));
    const isOfService = typeof problem?.code === 'string';
    return toRefusal(answer.status, toError(answer.status, problem), isOfService);
  }

  function toError(status: number, problem: WireError | undefined): AppError {
    // A 429 has no message, and a 401 may have no body.
    const detail = problem?.message ?? problem?.code ?? '';
    const code = CODE_BY_REASON.get(problem?.code ?? '') ?? codeOfMissing(status, problem);
    // A completed conference never changes again.
    if (code === 'not-allowed' && /\bcompleted\b/i.test(detail)) return errors.of('gone', detail);
    return code === undefined ? errors.ofStatus(status, detail) : errors.of(code, detail);
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

  /** The new id is only in the header, at the end of an absolute or relative URL. */
  function readLocation({ headers: { location } }: HttpAnswer): Reply<string> {
    const id = toLastSegment([location ?? ''].flat()[0] ?? '');
    return id === undefined
      ? { kind: 'unknown', error: errors.of('malformed-answer', 'no Location') }
      : { kind: 'done', value: id };
  }

  function toItems<Item>(
    what: string,
    schema: z.ZodType<Item>,
    reply: Reply<readonly unknown[]>,
  ): Reply<readonly Item[]> {
    if (reply.kind !== 'done') return reply;
    return { kind: 'done', value: readItems(what, schema, reply.value) };
  }

  const requests: LimitedRequests = {
    fetchConference: (conferenceId, signal) =>
      getLimited(['conferences', conferenceId], conferenceSchema, signal),
    async fetchMembers(conferenceId, signal) {
      const path = ['conferences', conferenceId, 'members'];
      return toItems('member', memberSchema, await getLimited(path, listSchema, signal));
    },
    fetchMemberCall: (callId, signal) => getLimited(['calls', callId], callSchema, signal),
  };

  return {
    awaitTurn: async (signal) => ((await limiter.acquire(signal)) ? requests : undefined),
    fetchCall: (callId, signal) => get(() => endpoint(['calls', callId]), callSchema, signal, true),
    async listCalls(conferenceId, signal) {
      const url = (): URL => endpoint(['calls'], { conferenceId });
      return toItems('call', callSchema, await get(url, listSchema, signal, true));
    },
    async probe(signal) {
      if (!(await limiter.acquire(signal))) return givenUp();
      const reply = await get(() => endpoint(['calls'], { size: '1' }), listSchema, signal, false);
      limiter.noteAnswer();
      return reply.kind === 'done' ? { kind: 'done', value: null } : reply;
    },
    createConference: (from) => postLimited([], { from }, readLocation),
    updateConference: (conferenceId, change) => postLimited([conferenceId], change, readNothing),
    addMember: (conferenceId, member) =>
      postLimited([conferenceId, 'members'], member, readLocation),
    updateMember: (conferenceId, memberId, change) =>
      postLimited([conferenceId, 'members', memberId], change, readNothing),
    play: (conferenceId, memberId, audio) => {
      const member = memberId === undefined ? [] : ['members', memberId];
      return postLimited([conferenceId, ...member, 'audio'], audio, readNothing);
    },
    startCall: (call) => post(['calls'], call, readLocation),
    endCall: (callId) => post(['calls', callId], { state: 'completed' }, readNothing),
  };
}

function readResetTime(problem: WireError | undefined): number | undefined {
  return parseEpoch(problem?.details?.find(({ name }) => name === RESET_TIME)?.value ?? '');
}

/** Bandwidth's 404 says what was not found; any other 404 comes from a different server. */
function codeOfMissing(status: number, problem: WireError | undefined): ErrorCode | undefined {
  const isNamed = problem?.code?.endsWith('-not-found') === true;
  return status === 404 && !isNamed ? 'wrong-address' : undefined;
}

/** Answers to updates have no content. */
function readNothing(): Reply<null> {
  return { kind: 'done', value: null };
}
