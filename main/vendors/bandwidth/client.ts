import type { z } from 'zod';
import { parseEpoch, readRetryMoment } from '../../http/rate-limit-headers';
import type { RateLimiter } from '../../http/rate-limiter';
import type { HttpAnswer, HttpClient } from '../../http/http-client';
import type { Clock } from '../../calls/clock';
import type { BandwidthProfile } from '../../settings/profile';
import { toEndpoint } from '../shared/endpoint';
import { describeProblem, parseJson, toRefusal, toReply } from '../shared/reply';
import type { Reply } from '../shared/reply';
import { createVendorErrors } from '../shared/vendor-errors';
import { anythingSchema, callSchema, conferenceSchema, errorSchema, membersSchema } from './wire';
import type { WireCall, WireConference, WireError, WireMember } from './wire';

const READ_TIMEOUT_MS = 10_000;
/** How long a pause is obeyed at most: a clock that is wrong must not silence the app for a day. */
const LONGEST_PAUSE_MS = 60_000;
/** The pause after a 429 that does not say how long: a little more than its one second. */
const UNTOLD_PAUSE_MS = 2_000;
const RESET_TIME = 'rateLimitResetTime';

/** Bandwidth's read requests (vendor page, section 2). Those below /conferences wait for the limiter. */
export interface BandwidthClient {
  readConference(conferenceId: string, signal: AbortSignal): Promise<Reply<WireConference>>;
  readMembers(conferenceId: string, signal: AbortSignal): Promise<Reply<readonly WireMember[]>>;
  readCall(callId: string, signal: AbortSignal): Promise<Reply<WireCall>>;
  /** Asks for the conferences of the user, whose answer says whether the credentials are accepted. */
  probe(signal: AbortSignal): Promise<Reply<null>>;
}

export function createBandwidthClient(options: {
  readonly profile: BandwidthProfile;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly limiter: RateLimiter;
}): BandwidthClient {
  const { profile, http, clock, limiter } = options;
  const credentials = `${profile.apiToken}:${profile.apiSecret}`;
  const basic = Buffer.from(credentials, 'utf8').toString('base64');
  const errors = createVendorErrors('bandwidth', [profile.apiSecret, profile.apiToken, basic]);

  async function get<Schema extends z.ZodType>(
    path: readonly string[],
    schema: Schema,
    signal: AbortSignal,
    canRepeat: boolean,
  ): Promise<Reply<z.infer<Schema>>> {
    const outcome = await http.request({
      method: 'GET',
      url: toEndpoint(profile.baseUrl, ['v1', 'users', profile.userId, ...path]),
      headers: { accept: 'application/json', authorization: `Basic ${basic}` },
      timeoutMs: READ_TIMEOUT_MS,
      signal,
      canRepeat,
    });
    return toReply(outcome, (answer) => readAnswer(answer, schema));
  }

  /** A request below /conferences, where the limit is one a second. */
  async function getLimited<Schema extends z.ZodType>(
    path: readonly string[],
    schema: Schema,
    signal: AbortSignal,
  ): Promise<Reply<z.infer<Schema>>> {
    if (!(await limiter.acquire(signal))) {
      return { kind: 'not-sent', error: errors.of('no-route', 'aborted') };
    }
    return get(['conferences', ...path], schema, signal, false);
  }

  function readAnswer<Schema extends z.ZodType>(
    answer: HttpAnswer,
    schema: Schema,
  ): Reply<z.infer<Schema>> {
    const body = parseJson(answer.text);
    if (answer.status < 200 || answer.status >= 300) {
      const parsed = errorSchema.safeParse(body);
      const problem = parsed.success ? parsed.data : undefined;
      if (answer.status === 429) pause(answer, problem);
      // A 429 has no message, and a refusal of the credentials may have no body at all.
      const detail = problem?.message ?? problem?.code ?? '';
      return toRefusal(answer.status, errors.ofStatus(answer.status, detail));
    }
    const value = schema.safeParse(body);
    return value.success
      ? { kind: 'ok', value: value.data }
      : { kind: 'unknown', error: errors.of('malformed-answer', describeProblem(value.error)) };
  }

  function pause(answer: HttpAnswer, problem: WireError | undefined): void {
    const now = clock.now();
    const inBody = problem?.details?.find(({ name }) => name === RESET_TIME)?.value ?? '';
    const told = readRetryMoment(answer.headers, now) ?? parseEpoch(inBody);
    limiter.pauseUntil(Math.min(told ?? now + UNTOLD_PAUSE_MS, now + LONGEST_PAUSE_MS));
  }

  return {
    readConference: (conferenceId, signal) => getLimited([conferenceId], conferenceSchema, signal),
    readMembers: (conferenceId, signal) =>
      getLimited([conferenceId, 'members'], membersSchema, signal),
    readCall: (callId, signal) => get(['calls', callId], callSchema, signal, true),
    probe: (signal) => getLimited([], anythingSchema, signal),
  };
}
