import type { z } from 'zod';
import { notDone } from '../../../contract/outcome';
import type { StartChoice } from '../../calls/ports';
import type { HttpAnswer, HttpClient } from '../../http/http-client';
import type { RateLimiter } from '../../http/rate-limiter';
import type { Logger } from '../../log/logger';
import type { AgentProfile } from '../../settings/profile';
import type { TelesocialProfile } from '../../settings/sections/telesocial';
import type { RateLimitBackoff } from '../shared/backoff';
import { toEndpoint } from '../shared/endpoint';
import { parseJson } from '../shared/parse-json';
import { createItemReader } from '../shared/read-items';
import { describeFormat, describeProblem, sendRequest, toRefusal } from '../shared/reply';
import type { Reply } from '../shared/reply';
import { createVendorErrors } from '../shared/vendor-errors';
import {
  bodySchema,
  conferenceDetailsSchema,
  conferenceListSchema,
  conferenceSchema,
  doneSchema,
  ERROR_WRAPPER,
  idSchema,
  mediaSchema,
  wrapperSchema,
} from './wire';
import type { WireMedia } from './wire';

const READ_TIMEOUT_MS = 10_000;
const COMMAND_TIMEOUT_MS = 15_000;
const NOT_FOUND = 404;
const TOO_MANY_REQUESTS = 429;

/** Who to call into a TalkSpace, and how. */
export interface Invitee {
  readonly networkId: string;
  readonly isMuted: boolean;
  /** What they hear when they answer; the service's default greeting when absent. */
  readonly greetingId: string | undefined;
}

/**
 * Telesocial's TalkSpace requests (`docs/conformance/telesocial.md`). Those that change something are
 * sent immediately and once; the others wait for the limiter.
 */
export interface TelesocialClient {
  /** Creates a TalkSpace with the agent as its leader. */
  create(media: StartChoice): Promise<Reply<{ readonly conferenceId: string }>>;
  close(conferenceId: string): Promise<Reply<null>>;
  add(conferenceId: string, invitation: Invitee): Promise<Reply<null>>;
  /** Ends the call of somebody who is in it or is being called. */
  hangUp(conferenceId: string, networkId: string): Promise<Reply<null>>;
  setMute(conferenceId: string, networkId: string, isMuted: boolean): Promise<Reply<null>>;
  move(conferenceId: string, networkId: string, toConferenceId: string): Promise<Reply<null>>;
  /** The ids of the application's active TalkSpaces. Calls `onSent` when the limiter lets the request go. */
  listActive(signal: AbortSignal, onSent?: () => void): Promise<Reply<readonly string[]>>;
  /** The network IDs of those who are in a TalkSpace. */
  fetchParticipants(
    conferenceId: string,
    signal: AbortSignal,
    onSent?: () => void,
  ): Promise<Reply<readonly string[]>>;
  /** The content of a media ID; undefined while there is none. */
  fetchMedia(mediaId: string, signal: AbortSignal): Promise<Reply<WireMedia | undefined>>;
}

export function createTelesocialClient(options: {
  readonly profile: TelesocialProfile;
  readonly agent: AgentProfile;
  readonly http: HttpClient;
  readonly limiter: RateLimiter;
  readonly rateLimit: RateLimitBackoff;
  readonly logger: Logger;
}): TelesocialClient {
  const { profile, agent, limiter, rateLimit } = options;
  const parts = { http: options.http, logger: options.logger, vendor: 'telesocial' } as const;
  const readItems = createItemReader(options.logger);
  const { appKey } = profile;
  const errors = createVendorErrors('telesocial', [appKey]);

  function endpoint(segments: readonly string[], query: Record<string, string> = {}): URL {
    return toEndpoint(profile.baseUrl, ['api', 'rest', ...segments], query);
  }

  function post<Value>(
    segments: readonly string[],
    form: Record<string, string | undefined>,
    timeoutMs: number,
    read: (answer: HttpAnswer) => Reply<Value>,
    signal?: AbortSignal,
  ): Promise<Reply<Value>> {
    const body = new URLSearchParams({ appkey: appKey });
    for (const [name, value] of Object.entries(form)) {
      if (value !== undefined) body.set(name, value);
    }
    return sendRequest(
      parts,
      () => ({
        method: 'POST',
        url: endpoint(segments),
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        },
        body: body.toString(),
        timeoutMs,
        ...(signal && { signal }),
      }),
      read,
    );
  }

  /** Changes a TalkSpace, or one participant of it. */
  function change<Value>(
    segments: readonly string[],
    form: Record<string, string | undefined>,
    schema: z.ZodType<Value>,
  ): Promise<Reply<Value>> {
    return post(['conference', ...segments], form, COMMAND_TIMEOUT_MS, (answer) =>
      readAnswer(answer, 'ConferenceResponse', schema),
    );
  }

  async function get<Value>(
    segments: readonly string[],
    query: Record<string, string>,
    wrapper: string,
    schema: z.ZodType<Value>,
    signal: AbortSignal,
    onSent?: () => void,
  ): Promise<Reply<Value>> {
    if (!(await limiter.acquire(signal))) return givenUp();
    onSent?.();
    return sendRequest(
      parts,
      () => ({
        method: 'GET',
        url: endpoint(['conference', ...segments], { appkey: appKey, ...query }),
        headers: { accept: 'application/json' },
        timeoutMs: READ_TIMEOUT_MS,
        signal,
      }),
      (answer) => readAnswer(answer, wrapper, schema),
    );
  }

  /** A POST that changes nothing. "None yet" may come as HTTP's 204, which has no body. */
  async function fetchMedia(
    mediaId: string,
    signal: AbortSignal,
  ): Promise<Reply<WireMedia | undefined>> {
    if (!(await limiter.acquire(signal))) return givenUp();
    const read = (answer: HttpAnswer): Reply<WireMedia | undefined> =>
      answer.status === 204
        ? { kind: 'done', value: undefined }
        : readAnswer(answer, 'MediaResponse', mediaSchema);
    return post(['media', 'status', mediaId], {}, READ_TIMEOUT_MS, read, signal);
  }

  function toIds(what: string, reply: Reply<readonly unknown[]>): Reply<readonly string[]> {
    return reply.kind === 'done'
      ? { kind: 'done', value: readItems(what, idSchema, reply.value) }
      : reply;
  }

  function givenUp(): Reply<never> {
    return notDone(errors.of('no-route', 'aborted'));
  }

  /** The status in the body should equal HTTP's. If they differ, either one can refuse. */
  function readAnswer<Value>(
    { status: httpStatus, text, headers }: HttpAnswer,
    wrapper: string,
    schema: z.ZodType<Value>,
  ): Reply<Value> {
    const body = bodySchema.safeParse(parseJson(text));
    const content = body.success ? (body.data[wrapper] ?? body.data[ERROR_WRAPPER]) : undefined;
    const head = wrapperSchema.safeParse(content);
    const bodyStatus = head.success ? head.data.status : undefined;
    const failed = [bodyStatus, httpStatus].find((status) => status !== undefined && status >= 400);
    if (failed !== undefined) {
      if (failed === TOO_MANY_REQUESTS) rateLimit.start(headers);
      const message = (head.success ? head.data.message : undefined) ?? '';
      const error =
        failed === NOT_FOUND && !head.success
          ? errors.of('wrong-address', `HTTP ${failed}`)
          : errors.ofStatus(failed, message);
      return toRefusal(failed, error, head.success);
    }
    if (httpStatus < 200 || httpStatus >= 300) {
      return { kind: 'unknown', error: errors.of('malformed-answer', `HTTP ${httpStatus}`) };
    }
    if (!head.success) {
      const detail = body.success ? `no ${wrapper}` : describeFormat(text, 'JSON');
      return { kind: 'unknown', error: errors.of('malformed-answer', detail) };
    }
    rateLimit.reset();
    const value = schema.safeParse(content);
    return value.success
      ? { kind: 'done', value: value.data }
      : { kind: 'unknown', error: errors.of('malformed-answer', describeProblem(value.error)) };
  }

  return {
    async create({ greetingId, recordingId }) {
      const form = {
        networkid: agent.networkId,
        recordingid: recordingId,
        greetingid: greetingId,
      };
      const reply = await change([], form, conferenceSchema);
      if (reply.kind !== 'done') return reply;
      const { conferenceId } = reply.value;
      return conferenceId === undefined
        ? { kind: 'unknown', error: errors.of('malformed-answer', 'conferenceId: missing') }
        : { kind: 'done', value: { conferenceId } };
    },
    close: (conferenceId) => change([conferenceId], { action: 'close' }, doneSchema),
    add: (conferenceId, { networkId, isMuted, greetingId }) =>
      change(
        [conferenceId],
        {
          action: 'add',
          networkid: networkId,
          greetingid: greetingId,
          muted: isMuted ? 'true' : undefined,
        },
        doneSchema,
      ),
    hangUp: (conferenceId, networkId) =>
      change([conferenceId, networkId], { action: 'hangup' }, doneSchema),
    setMute: (conferenceId, networkId, isMuted) =>
      change([conferenceId, networkId], { action: isMuted ? 'mute' : 'unmute' }, doneSchema),
    move: (conferenceId, networkId, toConferenceId) =>
      change(
        [conferenceId, networkId],
        { action: 'move', toconferenceid: toConferenceId },
        doneSchema,
      ),
    async listActive(signal, onSent) {
      const wrapper = 'ConferenceListResponse';
      const schema = conferenceListSchema;
      return toIds('TalkSpace', await get([], { active: 'true' }, wrapper, schema, signal, onSent));
    },
    async fetchParticipants(conferenceId, signal, onSent) {
      const wrapper = 'ConferenceDetailsResponse';
      const schema = conferenceDetailsSchema;
      return toIds('participant', await get([conferenceId], {}, wrapper, schema, signal, onSent));
    },
    fetchMedia,
  };
}
