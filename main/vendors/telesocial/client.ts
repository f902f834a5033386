import type { z } from 'zod';
import type { AgentProfile, TelesocialProfile } from '../../settings/profile';
import type { HttpAnswer, HttpClient } from '../../http/http-client';
import { toEndpoint } from '../shared/endpoint';
import { describeProblem, parseJson, toRefusal, toReply } from '../shared/reply';
import type { Reply } from '../shared/reply';
import { createVendorErrors } from '../shared/vendor-errors';
import {
  bodySchema,
  closedSchema,
  conferenceDetailsSchema,
  conferenceListSchema,
  conferenceSchema,
  ERROR_WRAPPER,
  wrapperSchema,
} from './wire';

const READ_TIMEOUT_MS = 10_000;
const COMMAND_TIMEOUT_MS = 15_000;

/** Telesocial's TalkSpace requests (vendor page, section 3), each sent once. */
export interface TelesocialClient {
  /** Asks for a TalkSpace with the agent as its leader. */
  create(): Promise<Reply<{ readonly conferenceId: string }>>;
  close(conferenceId: string): Promise<Reply<null>>;
  /** The ids of the active TalkSpaces of the application. */
  listActive(signal: AbortSignal): Promise<Reply<readonly string[]>>;
  /** The network IDs of those who are in a TalkSpace. */
  readParticipants(conferenceId: string, signal: AbortSignal): Promise<Reply<readonly string[]>>;
}

export function createTelesocialClient(options: {
  readonly profile: TelesocialProfile;
  readonly agent: AgentProfile;
  readonly http: HttpClient;
}): TelesocialClient {
  const { profile, agent, http } = options;
  const errors = createVendorErrors('telesocial', [profile.appKey]);

  function endpoint(conferenceId?: string, query: Record<string, string> = {}): URL {
    const segments = ['api', 'rest', 'conference', ...(conferenceId ? [conferenceId] : [])];
    return toEndpoint(profile.baseUrl, segments, query);
  }

  async function post<Value>(
    url: URL,
    form: Record<string, string | undefined>,
    schema: z.ZodType<Value>,
  ): Promise<Reply<Value>> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form)) {
      if (value !== undefined) body.set(name, value);
    }
    const outcome = await http.request({
      method: 'POST',
      url,
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      },
      body: body.toString(),
      timeoutMs: COMMAND_TIMEOUT_MS,
    });
    return toReply(outcome, (answer) => readAnswer(answer, 'ConferenceResponse', schema));
  }

  async function get<Value>(
    url: URL,
    wrapper: string,
    schema: z.ZodType<Value>,
    signal: AbortSignal,
  ): Promise<Reply<Value>> {
    const outcome = await http.request({
      method: 'GET',
      url,
      headers: { accept: 'application/json' },
      timeoutMs: READ_TIMEOUT_MS,
      signal,
    });
    return toReply(outcome, (answer) => readAnswer(answer, wrapper, schema));
  }

  /** The status in the body should equal HTTP's; where they differ, either one can say no. */
  function readAnswer<Value>(
    { status: httpStatus, text }: HttpAnswer,
    wrapper: string,
    schema: z.ZodType<Value>,
  ): Reply<Value> {
    const body = bodySchema.safeParse(parseJson(text));
    const content = body.success ? (body.data[wrapper] ?? body.data[ERROR_WRAPPER]) : undefined;
    const head = wrapperSchema.safeParse(content);
    const bodyStatus = head.success ? head.data.status : undefined;
    const failed = [bodyStatus, httpStatus].find((status) => status !== undefined && status >= 400);
    if (failed !== undefined) {
      const message = (head.success ? head.data.message : undefined) ?? '';
      return toRefusal(failed, errors.ofStatus(failed, message));
    }
    if (httpStatus < 200 || httpStatus >= 300) {
      return { kind: 'unknown', error: errors.of('malformed-answer', `HTTP ${httpStatus}`) };
    }
    if (!head.success) {
      return { kind: 'unknown', error: errors.of('malformed-answer', `no ${wrapper}`) };
    }
    const value = schema.safeParse(content);
    return value.success
      ? { kind: 'ok', value: value.data }
      : { kind: 'unknown', error: errors.of('malformed-answer', describeProblem(value.error)) };
  }

  return {
    async create() {
      const reply = await post(
        endpoint(),
        {
          networkid: agent.networkId,
          appkey: profile.appKey,
          recordingid: profile.recordingId,
          greetingid: profile.greetingId,
        },
        conferenceSchema,
      );
      if (reply.kind !== 'ok') return reply;
      const { conferenceId } = reply.value;
      return conferenceId === undefined
        ? { kind: 'unknown', error: errors.of('malformed-answer', 'conferenceId: missing') }
        : { kind: 'ok', value: { conferenceId } };
    },
    close: (conferenceId) =>
      post(endpoint(conferenceId), { appkey: profile.appKey, action: 'close' }, closedSchema),
    listActive: (signal) =>
      get(
        endpoint(undefined, { appkey: profile.appKey, active: 'true' }),
        'ConferenceListResponse',
        conferenceListSchema,
        signal,
      ),
    readParticipants: (conferenceId, signal) =>
      get(
        endpoint(conferenceId, { appkey: profile.appKey }),
        'ConferenceDetailsResponse',
        conferenceDetailsSchema,
        signal,
      ),
  };
}
