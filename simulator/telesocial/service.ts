import {
  segmentsAfter,
  type Reply,
  type VendorRequest,
  type VendorService,
} from '../http/exchange';
import type { Timers } from '../timers';
import type { Profile, TelesocialOptions } from '../types';
import { MediaStore } from './media-store';
import { conferenceReply, mediaReply, noContentReply, quirkyList, wrapped } from './replies';
import { TalkSpaces, type TalkSpace } from './talk-spaces';

interface TelesocialParts {
  options: TelesocialOptions;
  profile: Profile;
  timers: Timers;
}

const PREFIX = '/api/rest';
const CONFERENCES = `${PREFIX}/conference`;
const CONFERENCE_ID = /^[0-9a-f]{32}$/;
const MEDIA_STATUS = `${PREFIX}/media/status`;
/** Operations that document 404 for an unknown conference ID; the others only have 400. */
const HAS_NOT_FOUND = new Set(['close', 'hangup']);

/** The page about closing has an example without `/conference`: a conference's ID is enough. */
function conferenceSegments(path: string): string[] | undefined {
  const [first, ...rest] = segmentsAfter(PREFIX, path) ?? [];
  if (first === 'conference') return rest;
  return first !== undefined && CONFERENCE_ID.test(first) ? [first, ...rest] : undefined;
}

function uriOf(space: TalkSpace, networkId?: string): string {
  const uri = `${CONFERENCES}/${space.id}`;
  return networkId === undefined ? uri : `${uri}/${networkId}`;
}

function echo(space: TalkSpace, networkId?: string): { conferenceId: string; uri: string } {
  return { conferenceId: space.id, uri: uriOf(space, networkId) };
}

/** Telesocial's TalkSpaces, `/api/rest/conference`, and the status of their recordings. */
export class TelesocialService implements VendorService {
  readonly vendor = 'telesocial';
  readonly talkSpaces: TalkSpaces;
  readonly #media: MediaStore;
  readonly #parts: TelesocialParts;

  constructor(parts: TelesocialParts) {
    this.#parts = parts;
    this.#media = new MediaStore(parts.profile.telesocial.baseUrl);
    this.talkSpaces = new TalkSpaces({ ...parts, media: this.#media });
  }

  /** Forgets all conferences and recordings. */
  reset(): void {
    this.talkSpaces.clear();
    this.#media.clear();
  }

  owns(path: string): boolean {
    return path === PREFIX || path.startsWith(`${PREFIX}/`);
  }

  operationOf(request: VendorRequest): string {
    if (request.path.startsWith(`${MEDIA_STATUS}/`)) {
      return 'media-status';
    }
    const depth = conferenceSegments(request.path)?.length ?? 0;
    if (request.method === 'GET') {
      return depth === 0 ? 'list' : 'details';
    }
    return depth === 0 ? 'create' : (request.form.get('action') ?? 'no action');
  }

  handle(request: VendorRequest): Reply {
    if (request.path.startsWith(`${MEDIA_STATUS}/`)) {
      return this.#mediaStatus(request);
    }
    const segments = conferenceSegments(request.path);
    if (segments === undefined && !request.path.startsWith(CONFERENCES)) {
      return wrapped('ErrorResponse', 404, {});
    }
    const appKey = (request.method === 'GET' ? request.query : request.form).get('appkey');
    // The answer to a wrong key is documented for registration (400), and contradicted for media.
    if (segments === undefined || appKey !== this.#parts.profile.telesocial.appKey) {
      return conferenceReply(400);
    }
    const [id, networkId] = segments;
    if (request.method === 'GET') {
      return id === undefined
        ? this.#list(request.query.get('active') === 'true')
        : this.#details(id);
    }
    if (request.method !== 'POST') {
      return conferenceReply(400);
    }
    if (id === undefined) {
      return this.#create(request.form);
    }
    const space = this.talkSpaces.find(id);
    if (space === undefined) {
      return conferenceReply(HAS_NOT_FOUND.has(request.form.get('action') ?? '') ? 404 : 400);
    }
    return networkId === undefined
      ? this.#changeSpace(space, request.form)
      : this.#changeParticipant(space, networkId, request.form);
  }

  /** No limit is documented, so this is the plain answer of a gateway. */
  refuseForRate(): Reply {
    return conferenceReply(502);
  }

  expireSession(): void {
    // There are no sessions: the key in each request is the only credential.
  }

  #isRelated(networkId: string): boolean {
    return (
      networkId === this.#parts.profile.agent.networkId ||
      this.#parts.options.networkIds.includes(networkId)
    );
  }

  #hasMedia(id: string | null): boolean {
    const { greetings, recordings, greetingId, recordingId } = this.#parts.profile.telesocial;
    const ids = [...greetings, ...recordings].map((media) => media.id);
    return id === null || [greetingId, recordingId, ...ids].includes(id);
  }

  /** SDKs also use GET. The answer to a wrong key differs from the conferences': 404. */
  #mediaStatus(request: VendorRequest): Reply {
    const appKey = (request.method === 'GET' ? request.query : request.form).get('appkey');
    const [id, ...rest] = segmentsAfter(MEDIA_STATUS, request.path) ?? [];
    if (appKey !== this.#parts.profile.telesocial.appKey || id === undefined || rest.length > 0) {
      return mediaReply(404);
    }
    if (!this.#hasMedia(id)) {
      return mediaReply(401);
    }
    const content = this.#media.find(id);
    if (content !== undefined) {
      return mediaReply(200, content);
    }
    return noContentReply(this.#parts.options.isNoContentInBody);
  }

  #create(form: URLSearchParams): Reply {
    const leader = form.get('networkid');
    const [greetingId, recordingId] = [form.get('greetingid'), form.get('recordingid')];
    if (!this.#hasMedia(greetingId)) {
      return conferenceReply(400, 'Missing or invalid greetingid parameter');
    }
    // The page has no status for an unrelated leader: 400, an invalid parameter.
    if (leader === null || !this.#isRelated(leader) || !this.#hasMedia(recordingId)) {
      return conferenceReply(400);
    }
    const space = this.talkSpaces.create(leader, {
      ...(recordingId === null ? {} : { recordingId }),
      ...(greetingId === null ? {} : { greetingId }),
    });
    return conferenceReply(201, `Created, leader is ${leader}`, echo(space));
  }

  #changeSpace(space: TalkSpace, form: URLSearchParams): Reply {
    switch (form.get('action') ?? '') {
      case 'close':
        // A second close is not documented: strictly, the conference no longer exists.
        if (!space.isActive && !this.#parts.options.isSecondCloseAllowed) {
          return conferenceReply(404);
        }
        this.talkSpaces.end(space);
        return conferenceReply(200, '', { conferenceId: space.id });
      case 'add':
        return this.#add(space, form);
      default:
        return conferenceReply(400);
    }
  }

  #add(space: TalkSpace, form: URLSearchParams): Reply {
    const networkIds = form.getAll('networkid');
    const last = networkIds.at(-1);
    if (last === undefined || !space.isActive || !this.#hasMedia(form.get('greetingid'))) {
      return conferenceReply(400);
    }
    if (!networkIds.every((networkId) => this.#isRelated(networkId))) {
      return conferenceReply(401);
    }
    for (const networkId of networkIds) {
      this.talkSpaces.invite(space, networkId, form.get('muted') === 'true');
    }
    // The vendor's sample has an empty conferenceId here.
    return conferenceReply(202, 'Added', { uri: uriOf(space, last) });
  }

  #changeParticipant(space: TalkSpace, networkId: string, form: URLSearchParams): Reply {
    if (!this.#isRelated(networkId)) {
      return conferenceReply(401);
    }
    const participant = space.participants.find(
      (candidate) => candidate.networkId === networkId && candidate.state !== 'left',
    );
    if (participant === undefined) {
      return conferenceReply(400);
    }
    const action = form.get('action') ?? '';
    if (action === 'hangup') {
      this.talkSpaces.leave(space, participant);
      return conferenceReply(200, 'terminated', echo(space));
    }
    // Before the telephone is answered, the vendor refused the other actions with 400.
    if (participant.state !== 'joined') {
      return conferenceReply(400);
    }
    switch (action) {
      case 'mute':
      case 'unmute':
        participant.isMuted = action === 'mute';
        return conferenceReply(200, '', echo(space, networkId));
      case 'move': {
        const target = this.talkSpaces.find(form.get('toconferenceid') ?? '');
        if (target?.isActive !== true || target === space) {
          return conferenceReply(400);
        }
        this.talkSpaces.move(space, participant, target);
        return conferenceReply(200, '', echo(space, networkId));
      }
      default:
        return conferenceReply(400);
    }
  }

  #list(isActiveOnly: boolean): Reply {
    const spaces = this.talkSpaces.all();
    const ids = (isActive: boolean): string[] =>
      spaces.filter((space) => space.isActive === isActive).map(({ id }) => id);
    return wrapped('ConferenceListResponse', 200, {
      ...quirkyList('active', ids(true)),
      ...(isActiveOnly ? {} : quirkyList('inactive', ids(false))),
    });
  }

  /** Participants are those who answered; being called is not enough. */
  #details(id: string): Reply {
    const space = this.talkSpaces.find(id);
    if (space === undefined) {
      return wrapped('ConferenceDetailsResponse', 404, {});
    }
    const joined = space.participants.filter(({ state }) => state === 'joined');
    return wrapped(
      'ConferenceDetailsResponse',
      200,
      quirkyList(
        'participants',
        joined.map(({ networkId }) => networkId),
      ),
    );
  }
}
