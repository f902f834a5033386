import {
  basicCredentials,
  jsonReply,
  segmentsAfter,
  type Reply,
  type VendorRequest,
  type VendorService,
} from '../http/exchange';
import type { Timers } from '../timers';
import type { BandwidthOptions, Profile } from '../types';
import {
  addMemberSchema,
  audioSchema,
  createConferenceSchema,
  updateConferenceSchema,
  updateMemberSchema,
} from './bodies';
import { handleCall } from './calls';
import {
  activeMembers,
  Conferences,
  MEMBER_LIMIT,
  type Conference,
  type Member,
} from './conferences';
import { errorReply, forbidden, notFound, rateLimitReply, resourceNotFound } from './errors';
import { parseBody } from './parse-body';
import { conferenceResource, memberResource, type ResourceContext } from './resources';

interface BandwidthParts {
  options: BandwidthOptions;
  profile: Profile;
  timers: Timers;
  now: () => number;
}

const PREFIX = '/v1/users';
/** The vendor's default: one request to /conferences in this many milliseconds. */
const RATE_WINDOW = 1000;

/** Updates answer 200 with an empty body. */
const DONE: Reply = { status: 200, headers: { 'Content-Type': 'application/json' } };

/** Bandwidth's Catapult conferences and the calls they need: `/v1/users/{userId}`. */
export class BandwidthService implements VendorService {
  readonly vendor = 'bandwidth';
  readonly conferences: Conferences;
  readonly #parts: BandwidthParts;
  #nextRequestAt = 0;

  constructor(parts: BandwidthParts) {
    this.#parts = parts;
    this.conferences = new Conferences(parts.now);
    this.reset();
  }

  /** Removes everything and creates a new conference for the profile. */
  reset(): void {
    this.#nextRequestAt = 0;
    this.conferences.clear();
    const id = this.#parts.profile.bandwidth.conferenceId;
    this.conferences.create({ id, from: '+19195550100' });
  }

  owns(path: string): boolean {
    return path === PREFIX || path.startsWith(`${PREFIX}/`);
  }

  operationOf(request: VendorRequest): string {
    const [, kind = '', id, sub = '', memberId, audio] = segmentsAfter(PREFIX, request.path) ?? [];
    const isRead = request.method === 'GET';
    if (kind !== 'conferences') {
      const verb = isRead ? 'get' : id === undefined ? 'create' : 'update';
      return `${verb} ${kind}`.trim();
    }
    if (audio !== undefined || sub === 'audio') {
      return memberId === undefined ? 'conference audio' : 'member audio';
    }
    if (sub === 'members') {
      return memberId === undefined
        ? isRead
          ? 'get members'
          : 'add member'
        : `${isRead ? 'get' : 'update'} member`;
    }
    return `${isRead ? 'get' : id === undefined ? 'create' : 'update'} conference`;
  }

  handle(request: VendorRequest): Reply {
    const { bandwidth } = this.#parts.profile;
    const credentials = basicCredentials(request.headers.authorization);
    if (credentials?.login !== bandwidth.apiToken || credentials.password !== bandwidth.apiSecret) {
      return errorReply(request, {
        status: 401,
        category: 'authentication',
        code: 'invalid-credentials',
        message: 'The API token or secret is not valid.',
      });
    }
    const [userId = '', kind, ...rest] = segmentsAfter(PREFIX, request.path) ?? [];
    if (userId !== bandwidth.userId) {
      return errorReply(request, {
        status: 401,
        category: 'authorization',
        code: 'user-access-denied',
        message: `User ${bandwidth.userId} does not have permission to access user ${userId}`,
      });
    }
    if (request.method !== 'GET' && request.method !== 'POST') {
      return resourceNotFound(request);
    }
    if (kind === 'calls') {
      return handleCall(request, rest, {
        ...this.#context(),
        conferences: this.conferences,
        timers: this.#parts.timers,
        now: this.#parts.now,
      });
    }
    return kind === 'conferences'
      ? (this.#limit(request) ?? this.#handleConferences(request, rest))
      : resourceNotFound(request);
  }

  refuseForRate(request: VendorRequest): Reply {
    return rateLimitReply(request, this.#parts.now() + RATE_WINDOW);
  }

  expireSession(): void {
    // There are no sessions: every request has the credentials.
  }

  #context(): ResourceContext {
    const { baseUrl, userId } = this.#parts.profile.bandwidth;
    return { options: this.#parts.options, userUrl: `${baseUrl}${PREFIX}/${userId}` };
  }

  #limit(request: VendorRequest): Reply | undefined {
    const now = this.#parts.now();
    if (!this.#parts.options.hasRateLimit) {
      return undefined;
    }
    if (now < this.#nextRequestAt) {
      return rateLimitReply(request, this.#nextRequestAt);
    }
    this.#nextRequestAt = now + RATE_WINDOW;
    return undefined;
  }

  #created(path: string): Reply {
    return { status: 201, headers: { Location: `${this.#context().userUrl}/${path}` } };
  }

  #handleConferences(request: VendorRequest, [id, sub, memberId, audio]: string[]): Reply {
    const isRead = request.method === 'GET';
    if (id === undefined) {
      return isRead ? resourceNotFound(request) : this.#create(request);
    }
    const conference = this.conferences.find(id);
    if (conference === undefined) {
      return notFound(request, 'conference', id);
    }
    if (!isRead && conference.state === 'completed') {
      return forbidden(
        request,
        'conference-error',
        `Unable to update conference ${id}. Invalid conference state ${conference.state}`,
      );
    }
    if (sub === undefined) {
      return isRead
        ? jsonReply(200, conferenceResource(conference, this.#context()))
        : this.#update(request, conference);
    }
    if (sub === 'audio' && memberId === undefined && !isRead) {
      return this.#play(request);
    }
    if (sub !== 'members') {
      return resourceNotFound(request);
    }
    if (memberId === undefined) {
      const members = conference.members.map((member) => memberResource(member, this.#context()));
      return isRead ? jsonReply(200, members) : this.#addMember(request, conference);
    }
    const member = conference.members.find((candidate) => candidate.id === memberId);
    if (member === undefined) {
      return notFound(request, 'conference-member', memberId);
    }
    if (audio !== undefined) {
      return audio === 'audio' && !isRead ? this.#play(request) : resourceNotFound(request);
    }
    return isRead
      ? jsonReply(200, memberResource(member, this.#context()))
      : this.#updateMember(request, conference, member);
  }

  #create(request: VendorRequest): Reply {
    const parsed = parseBody(request, createConferenceSchema, 'conference');
    if ('reply' in parsed) {
      return parsed.reply;
    }
    const { from, profile, ...settings } = parsed.body;
    const conference = this.conferences.create({ from, profile, settings });
    return this.#created(`conferences/${conference.id}`);
  }

  #update(request: VendorRequest, conference: Conference): Reply {
    const parsed = parseBody(request, updateConferenceSchema, 'conference');
    if ('reply' in parsed) {
      return parsed.reply;
    }
    const { state, ...settings } = parsed.body;
    conference.settings = { ...conference.settings, ...settings };
    if (state === 'completed') {
      this.conferences.complete(conference);
    }
    return DONE;
  }

  #play(request: VendorRequest): Reply {
    const parsed = parseBody(request, audioSchema, 'audio');
    return 'reply' in parsed ? parsed.reply : DONE;
  }

  #addMember(request: VendorRequest, conference: Conference): Reply {
    const parsed = parseBody(request, addMemberSchema, 'conference member');
    if ('reply' in parsed) {
      return parsed.reply;
    }
    const { callId, ...settings } = parsed.body;
    const call = this.conferences.findCall(callId);
    if (call === undefined) {
      return forbidden(request, 'call-id-not-found', `Call Id not found. callId ${callId}`);
    }
    if (call.conferenceId !== conference.id) {
      return forbidden(
        request,
        'invalid-call-conference-id',
        `Invalid conference Id in call. conferenceId ${String(call.conferenceId)}`,
      );
    }
    if (call.state !== 'active') {
      return errorReply(request, {
        status: 503,
        category: 'unavailable',
        code: 'call-unavailable',
        message: `The call ${callId} is being initialized, retry later`,
      });
    }
    if (activeMembers(conference).length >= MEMBER_LIMIT) {
      return forbidden(
        request,
        'conference-max-members',
        `The conference ${conference.id} reached the max number of members`,
      );
    }
    const member = this.conferences.addMember(conference, call, settings);
    return this.#created(`conferences/${conference.id}/members/${member.id}`);
  }

  #updateMember(request: VendorRequest, conference: Conference, member: Member): Reply {
    const parsed = parseBody(request, updateMemberSchema, 'conference member');
    if ('reply' in parsed) {
      return parsed.reply;
    }
    const { state, ...settings } = parsed.body;
    Object.assign(member, settings);
    if (state === 'completed') {
      this.conferences.removeMember(conference, member);
    }
    return DONE;
  }
}
