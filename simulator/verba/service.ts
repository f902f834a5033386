import {
  basicCredentials,
  type Reply,
  type VendorRequest,
  type VendorService,
} from '../http/exchange';
import type { Profile, VerbaOptions } from '../types';
import { element, formatReply, recordElement, type Outcome, type ResponseType } from './format';
import { Recordings } from './recordings';
import { searchRecordings } from './search';
import { ID_OR_EXTENSION, selectRecording } from './selection';
import { Tokens } from './tokens';

interface VerbaParts {
  options: VerbaOptions;
  profile: Profile;
  now: () => number;
}

/** The channels for each value of `mute`; the page only shows 3. */
const MUTED = ['none', 'caller', 'called', 'both'] as const;
const RESPONSE_TYPES: ResponseType[] = ['XML', 'HTML', 'TEXT'];

/** The parameters in the URL and, for a POST, in a form body. */
function parametersOf(request: VendorRequest): URLSearchParams {
  return new URLSearchParams([...request.query, ...request.form]);
}

/** Verba's HTTP Business API: `?action=…` at the path of the profile. */
export class VerbaService implements VendorService {
  readonly vendor = 'verba';
  readonly recordings: Recordings;
  readonly #parts: VerbaParts;
  readonly #tokens: Tokens;
  readonly #endpoint: string;

  constructor(parts: VerbaParts) {
    this.#parts = parts;
    this.#endpoint = new URL(parts.profile.verba.baseUrl).pathname;
    this.recordings = new Recordings(parts.now);
    this.#tokens = new Tokens(parts.options.tokenSeconds, parts.now);
  }

  owns(path: string): boolean {
    return path === this.#endpoint;
  }

  operationOf(request: VendorRequest): string {
    return parametersOf(request).get('action') ?? 'no action';
  }

  handle(request: VendorRequest): Reply {
    if (request.method !== 'GET' && request.method !== 'POST') {
      return { status: 405 };
    }
    const parameters = parametersOf(request);
    const action = parameters.get('action') ?? '';
    const asked = (parameters.get('responseType') ?? 'XML').toUpperCase();
    const type = RESPONSE_TYPES.find((candidate) => candidate === asked);
    if (type === undefined) {
      return formatReply({ action, code: 2, error: `Invalid responseType: ${asked}.` }, 'XML');
    }
    const outcome = this.#perform(action, parameters, request);
    return formatReply({ action, code: outcome.error === undefined ? 0 : 2, ...outcome }, type);
  }

  refuseForRate(): Reply {
    return { status: 429, headers: { 'Retry-After': '1' } };
  }

  /** Invalidates every token issued so far. */
  expireSession(): void {
    this.#tokens.expireAll();
  }

  reset(): void {
    this.recordings.clear();
    this.#tokens.expireAll();
  }

  #perform(
    action: string,
    parameters: URLSearchParams,
    request: VendorRequest,
  ): Omit<Outcome, 'action' | 'code'> {
    if (parameters.get('apiKey') !== this.#parts.profile.verba.apiKey) {
      return { error: 'Invalid API key.' };
    }
    if (action === 'RequestToken') {
      return this.#requestToken(parameters, request);
    }
    if (this.#parts.options.hasAuthentication) {
      const token = parameters.get('token');
      if (token === null) {
        return { error: 'The token parameter is mandatory.' };
      }
      if (!this.#tokens.isGood(token)) {
        return { error: 'The token is invalid or expired.' };
      }
    }
    switch (action) {
      case 'DeleteCall':
        return this.#deleteCall(parameters);
      case 'GetCallID':
        return this.#getCallId(parameters);
      case 'GetCallInformation':
        return this.#getCallInformation(parameters);
      case 'SearchCalls':
        return this.#searchCalls(parameters);
      case 'KeepCall':
        return this.#keepCall(parameters);
      case 'MuteRecording':
        return this.#muteRecording(parameters);
      default:
        return { error: `Unknown action: ${action}.` };
    }
  }

  #requestToken(
    parameters: URLSearchParams,
    request: VendorRequest,
  ): Omit<Outcome, 'action' | 'code'> {
    const { login, password } = this.#parts.profile.verba;
    const given = basicCredentials(request.headers.authorization) ?? {
      login: parameters.get('userName'),
      password: parameters.get('password'),
    };
    if (given.login !== login || given.password !== password) {
      return { error: 'Invalid user name or password.' };
    }
    const token = this.#tokens.issue();
    return { attributes: { token }, text: token };
  }

  #deleteCall(parameters: URLSearchParams): Omit<Outcome, 'action' | 'code'> {
    const selection = selectRecording(this.recordings.all(), parameters);
    if ('error' in selection) {
      return { error: `Unable to delete the call. ${selection.error}` };
    }
    if (selection.recording.isKept) {
      return { error: 'Unable to delete the call. It is kept from being deleted.' };
    }
    this.recordings.delete(selection.recording);
    return {};
  }

  #keepCall(parameters: URLSearchParams): Omit<Outcome, 'action' | 'code'> {
    const selection = selectRecording(this.recordings.all(), parameters, ID_OR_EXTENSION);
    if ('error' in selection) {
      return { error: `Unable to keep the call. ${selection.error}` };
    }
    selection.recording.isKept = parameters.get('unmark') !== '1';
    return {};
  }

  #muteRecording(parameters: URLSearchParams): Omit<Outcome, 'action' | 'code'> {
    const selection = selectRecording(this.recordings.all(), parameters, ID_OR_EXTENSION);
    if ('error' in selection) {
      return { error: `Unable to mute the recording. ${selection.error}` };
    }
    const muted = MUTED[Number(parameters.get('mute') ?? Number.NaN)];
    if (muted === undefined) {
      return { error: 'Invalid mute: one of 0, 1, 2 and 3 is mandatory.' };
    }
    if (selection.recording.endTime !== undefined) {
      return { error: 'Unable to mute the recording. The call is not ongoing.' };
    }
    selection.recording.muted = muted;
    return {};
  }

  #searchCalls(parameters: URLSearchParams): Omit<Outcome, 'action' | 'code'> {
    const finding = searchRecordings(this.recordings.all(), parameters);
    if ('error' in finding) {
      return { error: `Unable to search the calls. ${finding.error}` };
    }
    return {
      child: `<verbacdrlist>${finding.recordings.map(recordElement).join('')}</verbacdrlist>`,
      text: finding.recordings.map(({ callId }) => callId).join('\n'),
    };
  }

  #getCallId(parameters: URLSearchParams): Omit<Outcome, 'action' | 'code'> {
    const selection = selectRecording(this.recordings.all(), parameters);
    if ('error' in selection) {
      return { error: `Unable to retrieve the call identifier. ${selection.error}` };
    }
    const { callId } = selection.recording;
    return { sibling: element('CallID', callId), text: callId };
  }

  #getCallInformation(parameters: URLSearchParams): Omit<Outcome, 'action' | 'code'> {
    const selection = selectRecording(this.recordings.all(), parameters);
    if ('error' in selection) {
      return { error: `Unable to retrieve the call information. ${selection.error}` };
    }
    const { callId, caller, called } = selection.recording;
    return { child: recordElement(selection.recording), text: `${callId} ${caller} ${called}` };
  }
}
