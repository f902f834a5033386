import type { Clock } from '../../time/clock';
import { toBasicCredentials } from '../../settings/basic-credentials';
import type { HttpAnswer, HttpClient } from '../../http/http-client';
import { readClockSkew } from '../../http/server-clock';
import type { Logger } from '../../log/logger';
import { redactSecrets } from '../../log/redact';
import type { VerbaProfile } from '../../settings/sections/verba';
import { createItemReader } from '../shared/read-items';
import { describeFormat, sendRequest, toRefusal, wasRefused } from '../shared/reply';
import type { Reply } from '../shared/reply';
import { createVendorErrors, nameCode } from '../shared/vendor-errors';
import { guessCode } from './mapper';
import type { AnswerTime } from './recorder-time';
import { asNotSent, createTokenSource } from './token-source';
import { parseAnswer } from './wire';
import type { VerbaAnswer } from './wire';

const READ_TIMEOUT_MS = 10_000;
const COMMAND_TIMEOUT_MS = 15_000;

/** HTTP statuses that concern the credentials. */
const CREDENTIAL_STATUSES = new Set([401, 403]);
const NOT_FOUND = 404;

type Parameters = Readonly<Record<string, string>>;

/** An answer and its time of arrival. */
export type TimedAnswer = VerbaAnswer & AnswerTime;

/** Verba's HTTP Business API (`docs/conformance/verba.md`). */
export interface VerbaClient {
  /** Sends a GET. Repeats it once with a new token if the old one seems to have been rejected. */
  read(action: string, parameters: Parameters): Promise<Reply<TimedAnswer>>;
  /** Sends a POST, at most once. */
  change(action: string, parameters: Parameters): Promise<Reply<TimedAnswer>>;
  /** Signs in with the profile's login; absent if it has none. */
  readonly signIn?: () => Promise<Reply<string>>;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly action: string;
  readonly parameters: Parameters;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function createVerbaClient(options: {
  readonly profile: VerbaProfile;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly logger: Logger;
}): VerbaClient {
  const { profile, http, clock, logger } = options;
  const { login, password } = profile;
  const basic = toBasicCredentials(login ?? '', password ?? '');
  const errors = createVendorErrors('verba', [profile.apiKey, password ?? '', basic]);
  const readItems = createItemReader(logger);
  const tokens =
    login === undefined || password === undefined
      ? undefined
      : createTokenSource({ clock, request: requestToken });

  /** A POST has its parameters in the URL too: doc:DeleteCall calls them URL parameters. */
  function send(call: Call): Promise<Reply<TimedAnswer>> {
    const { method, action, parameters, token, headers } = call;
    return sendRequest(
      { http, logger, vendor: 'verba' },
      () => {
        const url = new URL(profile.baseUrl);
        url.search = new URLSearchParams({
          action,
          apiKey: profile.apiKey,
          ...(token === undefined ? {} : { token }),
          responseType: 'XML',
          ...parameters,
        }).toString();
        return {
          method,
          url,
          headers: { accept: 'text/xml, application/xml', ...headers },
          timeoutMs: method === 'POST' ? COMMAND_TIMEOUT_MS : READ_TIMEOUT_MS,
        };
      },
      (answer) => readAnswer(answer, token ?? ''),
    );
  }

  /** The HTTP status of errors is not documented, so the body decides if possible. */
  function readAnswer({ status, text, headers }: HttpAnswer, token: string): Reply<TimedAnswer> {
    const answer = parseAnswer(text, readItems);
    if (status >= 400 && (answer === undefined || answer.code === 0)) {
      // There is one address for all requests, so a 404 does not mean that a call or recording is gone.
      const error =
        status === NOT_FOUND
          ? errors.of('wrong-address', `HTTP ${status}`)
          : errors.ofStatus(status);
      return toRefusal(status, error, false);
    }
    if (answer === undefined) {
      return { kind: 'unknown', error: errors.of('malformed-answer', describeFormat(text, 'XML')) };
    }
    if (answer.code === 0) {
      const now = clock.now();
      return { kind: 'done', value: { ...answer, now, skew: readClockSkew(headers, now) } };
    }
    const message = redactSecrets(answer.message, [token]);
    const detail = message === '' ? nameCode(answer.code) : message;
    const code = CREDENTIAL_STATUSES.has(status)
      ? errors.ofStatus(status).code
      : guessCode(message);
    return { kind: 'failed', status, error: errors.of(code, detail), isOfService: true };
  }

  async function requestToken(): Promise<Reply<string>> {
    const headers = { authorization: `Basic ${basic}` };
    const reply = await send({ method: 'GET', action: 'RequestToken', parameters: {}, headers });
    // Verba can reject nothing else in this request, so the key or the login is wrong.
    const isRefusedByVerba =
      isAnswerOfVerba(reply) && wasRefused(reply) && reply.error.code !== 'vendor-unavailable';
    if (wasRefused(reply) && (isRefusedByVerba || CREDENTIAL_STATUSES.has(reply.status))) {
      return { ...reply, error: { ...reply.error, code: 'wrong-credentials' } };
    }
    if (reply.kind !== 'done') return reply;
    const { token } = reply.value;
    return token === ''
      ? { kind: 'unknown', error: errors.of('malformed-answer', 'token: missing') }
      : { kind: 'done', value: token };
  }

  async function withToken(call: Call): Promise<Reply<TimedAnswer>> {
    if (tokens === undefined) return send(call);
    const token = await tokens.get();
    if (token.kind !== 'done') return asNotSent(token);
    const reply = await send({ ...call, token: token.value });
    if (isAboutSignIn(reply)) tokens.forget(token.value);
    return reply;
  }

  return {
    async read(action, parameters) {
      const call: Call = { method: 'GET', action, parameters };
      const reply = await withToken(call);
      return tokens !== undefined && isAboutSignIn(reply) ? withToken(call) : reply;
    },
    change: (action, parameters) => withToken({ method: 'POST', action, parameters }),
    ...(tokens === undefined ? {} : { signIn: () => tokens.renew() }),
  };
}

/** Whether a refusal concerns the credentials, not the request. */
export function isAboutSignIn(reply: Reply<unknown>): boolean {
  if (!wasRefused(reply)) return false;
  return ['wrong-credentials', 'session-expired', 'forbidden'].includes(reply.error.code);
}

/** Whether the answer came from Verba itself, even if it was a refusal, and not from a proxy. */
export function isAnswerOfVerba(reply: Reply<unknown>): boolean {
  return reply.kind === 'done' || (wasRefused(reply) && reply.isOfService === true);
}
