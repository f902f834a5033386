import {
  basicCredentials,
  jsonReply,
  segmentsAfter,
  type Reply,
  type VendorRequest,
  type VendorService,
} from '../http/exchange';
import type { Timers } from '../timers';
import type { TwilioOptions, TwilioProfile } from '../types';
import { TwilioBook } from './book';
import { listCalls, updateCall } from './calls';
import { listConferences, updateConference, type TwilioContext } from './conferences';
import { errorReply } from './errors';
import {
  createParticipant,
  findParticipant,
  listParticipants,
  removeParticipant,
  updateParticipant,
} from './participants';
import { deleteRecording, findRecording, listRecordings, updateRecording } from './recordings';
import {
  accountResource,
  API,
  callResource,
  conferenceResource,
  participantResource,
  recordingResource,
} from './resources';

interface TwilioParts {
  options: TwilioOptions;
  profile: TwilioProfile;
  timers: Timers;
  now: () => number;
}

const PREFIX = `${API}/Accounts`;
const NOT_FOUND = errorReply(20404);
const NOT_ALLOWED = errorReply(20004);
const CONFERENCE_SID = /^CF[0-9a-f]{32}$/i;

/** The nouns in the names of operations. */
const RESOURCES: Readonly<Record<string, string>> = {
  Conferences: 'Conference',
  Calls: 'Call',
  Recordings: 'Recording',
  'Conferences/Participants': 'Participant',
  'Conferences/Recordings': 'ConferenceRecording',
  'Calls/Recordings': 'CallRecording',
};

/** Matches a path: the account, and the resource below it. Every path ends in `.json`. */
function toSegments(path: string): string[] {
  const segments = segmentsAfter(PREFIX, path) ?? [];
  const last = segments.at(-1);
  return last?.endsWith('.json') === true
    ? [...segments.slice(0, -1), last.slice(0, -'.json'.length)]
    : [];
}

/** Twilio's conferences, participants, calls and recordings: `/2010-04-01/Accounts/{AccountSid}`. */
export class TwilioService implements VendorService {
  readonly vendor = 'twilio';
  readonly book: TwilioBook;
  readonly #parts: TwilioParts;

  constructor(parts: TwilioParts) {
    this.#parts = parts;
    const { timers, options, now } = parts;
    this.book = new TwilioBook(now, (recording) => {
      timers.after(options.recordingDelay, () => {
        if (recording.status !== 'deleted') {
          this.book.setRecordingStatus(recording, 'completed');
        }
      });
    });
  }

  reset(): void {
    this.book.clear();
  }

  owns(path: string): boolean {
    return path.startsWith(`${PREFIX}/`);
  }

  /** The operation's name in the vendor's OpenAPI document. */
  operationOf({ method, path }: VendorRequest): string {
    const [, kind, id, sub, subId] = toSegments(path);
    if (kind === undefined) {
      return method === 'GET' ? 'FetchAccount' : 'UpdateAccount';
    }
    const resource = RESOURCES[sub === undefined ? kind : `${kind}/${sub}`] ?? kind;
    const isList = sub === undefined ? id === undefined : subId === undefined;
    const verbs: Readonly<Record<string, string>> = isList
      ? { GET: 'List', POST: 'Create' }
      : { GET: 'Fetch', POST: 'Update', DELETE: 'Delete' };
    return `${verbs[method] ?? method}${resource}`;
  }

  handle(request: VendorRequest): Reply {
    const { accountSid } = this.#parts.profile;
    const [account, kind, ...rest] = toSegments(request.path);
    if (!this.#isAuthenticated(request) || account !== accountSid) {
      return errorReply(20003);
    }
    switch (kind) {
      case undefined:
        return request.method === 'GET' ? jsonReply(200, accountResource(accountSid)) : NOT_ALLOWED;
      case 'Conferences':
        return this.#handleConferences(request, rest);
      case 'Calls':
        return this.#handleCalls(request, rest);
      case 'Recordings':
        return this.#handleRecordings(request, rest);
      default:
        return NOT_FOUND;
    }
  }

  refuseForRate(): Reply {
    return errorReply(20429);
  }

  expireSession(): void {
    // There are no sessions: every request has the credentials.
  }

  #isAuthenticated({ headers }: VendorRequest): boolean {
    const { accountSid, authToken, apiKeySid, apiKeySecret } = this.#parts.profile;
    const given = basicCredentials(headers.authorization);
    const accepted = [
      [accountSid, authToken],
      [apiKeySid, apiKeySecret],
    ];
    return accepted.some(
      ([login, password]) =>
        password !== undefined && given?.login === login && given?.password === password,
    );
  }

  get #context(): TwilioContext {
    const { accountSid, number } = this.#parts.profile;
    return {
      book: this.book,
      account: accountSid,
      numbers: [number],
      onPlaced: (callSid) => this.#takeCourse(callSid),
    };
  }

  /** Lets the telephone ring and then answers it, each after the delay. */
  #takeCourse(callSid: string): void {
    const { options, timers } = this.#parts;
    const call = this.book.calls.get(callSid);
    if (call === undefined || options.answerDelay === null) {
      return;
    }
    timers.after(options.answerDelay, () => this.book.ring(call));
    timers.after(options.answerDelay * 2, () => this.book.answer(call));
  }

  #handleConferences(request: VendorRequest, [sid, sub, subId]: string[]): Reply {
    const context = this.#context;
    const isRead = request.method === 'GET';
    if (sid === undefined) {
      return isRead ? listConferences(request, context) : NOT_ALLOWED;
    }
    if (sub === 'Participants' && subId === undefined && request.method === 'POST') {
      return createParticipant(request, sid, context);
    }
    if (!CONFERENCE_SID.test(sid)) {
      return NOT_ALLOWED;
    }
    const conference = this.book.conferences.get(sid);
    if (conference === undefined) {
      return NOT_FOUND;
    }
    switch (sub) {
      case undefined:
        if (request.method === 'POST') {
          return updateConference(request, conference, context);
        }
        return isRead
          ? jsonReply(200, conferenceResource(conference, context.account))
          : NOT_ALLOWED;
      case 'Participants': {
        if (subId === undefined) {
          return isRead ? listParticipants(request, conference, context) : NOT_ALLOWED;
        }
        const participant = findParticipant(conference, subId);
        if (participant === undefined) {
          return NOT_FOUND;
        }
        if (request.method === 'POST') {
          return updateParticipant(request, participant, context);
        }
        return isRead
          ? jsonReply(200, participantResource(participant, context.account))
          : removeParticipant(participant, context);
      }
      case 'Recordings': {
        if (subId === undefined) {
          return isRead ? listRecordings(request, context, conference) : NOT_ALLOWED;
        }
        const recording = findRecording(context, subId, conference);
        if (recording === undefined) {
          return NOT_FOUND;
        }
        if (request.method === 'POST') {
          return updateRecording(request, recording, context);
        }
        return isRead
          ? jsonReply(200, recordingResource(recording, context.account, 'conference'))
          : deleteRecording(recording, context);
      }
      default:
        return NOT_FOUND;
    }
  }

  #handleCalls(request: VendorRequest, [sid, sub]: string[]): Reply {
    const context = this.#context;
    const isRead = request.method === 'GET';
    if (sid === undefined) {
      return isRead ? listCalls(request, context) : NOT_ALLOWED;
    }
    const call = this.book.calls.get(sid);
    if (call === undefined || sub !== undefined) {
      return NOT_FOUND;
    }
    if (request.method === 'POST') {
      return updateCall(request, call, context);
    }
    return isRead ? jsonReply(200, callResource(call, context.account)) : NOT_ALLOWED;
  }

  #handleRecordings(request: VendorRequest, [sid]: string[]): Reply {
    const context = this.#context;
    const isRead = request.method === 'GET';
    if (sid === undefined) {
      return isRead ? listRecordings(request, context) : NOT_ALLOWED;
    }
    const recording = findRecording(context, sid);
    if (recording === undefined) {
      return NOT_FOUND;
    }
    if (request.method === 'DELETE') {
      return deleteRecording(recording, context);
    }
    return isRead
      ? jsonReply(200, recordingResource(recording, context.account, 'account'))
      : NOT_ALLOWED;
  }
}
