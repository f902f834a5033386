import { randomBytes } from 'node:crypto';
import { InputError } from '../input';
import type { CallState, ConferenceState, MemberState } from './types';

/** The part of a call leg that conferences need. Times are milliseconds since the epoch. */
export interface BandwidthCall {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly conferenceId: string | undefined;
  readonly startTime: number;
  /** Started by a request, so it counts toward the rate limit. */
  readonly isRequested: boolean;
  state: CallState;
  activeTime: number | undefined;
  endTime: number | undefined;
}

export interface Member {
  readonly id: string;
  readonly call: BandwidthCall;
  readonly addedTime: number;
  state: MemberState;
  removedTime: number | undefined;
  hold: boolean;
  mute: boolean;
  joinTone: boolean;
  leavingTone: boolean;
}

/** What a client can set on a member. */
export interface MemberSettings {
  hold?: boolean | undefined;
  mute?: boolean | undefined;
  joinTone?: boolean | undefined;
  leavingTone?: boolean | undefined;
}

/** What a client can set when it creates or updates a conference. */
export interface ConferenceSettings {
  callbackUrl?: string | undefined;
  callbackHttpMethod?: string | undefined;
  callbackTimeout?: number | undefined;
  fallbackUrl?: string | undefined;
  tag?: string | undefined;
  hold?: boolean | undefined;
  mute?: boolean | undefined;
}

export interface Conference {
  readonly id: string;
  readonly from: string;
  readonly profile: string;
  readonly createdTime: number;
  state: ConferenceState;
  completedTime: number | undefined;
  settings: ConferenceSettings;
  /** Departed members stay, as `completed`. */
  members: Member[];
}

/** The vendor's limit. */
export const MEMBER_LIMIT = 20;

function makeId(prefix: string): string {
  return `${prefix}-${[...randomBytes(17)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join('')}`;
}

export function activeMembers(conference: Conference): Member[] {
  return conference.members.filter(({ state }) => state === 'active');
}

/** The user's conferences, members and calls. */
export class Conferences {
  readonly #now: () => number;
  readonly #conferences = new Map<string, Conference>();
  readonly #calls = new Map<string, BandwidthCall>();

  constructor(now: () => number) {
    this.#now = now;
  }

  create(parts: {
    from: string;
    profile?: string | undefined;
    settings?: ConferenceSettings;
    id?: string;
  }): Conference {
    const conference: Conference = {
      id: parts.id ?? makeId('conf'),
      from: parts.from,
      profile: parts.profile ?? 'interpret_digits',
      createdTime: this.#now(),
      state: 'created',
      completedTime: undefined,
      settings: parts.settings ?? {},
      members: [],
    };
    this.#conferences.set(conference.id, conference);
    return conference;
  }

  find(id: string): Conference | undefined {
    return this.#conferences.get(id);
  }

  /** @throws InputError when the conference does not exist */
  get(id: string): Conference {
    const conference = this.#conferences.get(id);
    if (conference === undefined) {
      throw new InputError(`conferenceId: there is no conference "${id}"`);
    }
    return conference;
  }

  startCall(
    parts: Pick<BandwidthCall, 'from' | 'to' | 'conferenceId' | 'isRequested'>,
  ): BandwidthCall {
    const call: BandwidthCall = {
      ...parts,
      id: makeId('c'),
      startTime: this.#now(),
      state: 'started',
      activeTime: undefined,
      endTime: undefined,
    };
    this.#calls.set(call.id, call);
    return call;
  }

  findCall(id: string): BandwidthCall | undefined {
    return this.#calls.get(id);
  }

  /** All calls, oldest first. */
  calls(): BandwidthCall[] {
    return [...this.#calls.values()];
  }

  answerCall(call: BandwidthCall): void {
    if (call.state === 'started') {
      call.state = 'active';
      call.activeTime = this.#now();
    }
  }

  /** The party declines the call. */
  rejectCall(call: BandwidthCall): void {
    if (call.state === 'started') {
      call.state = 'rejected';
      call.endTime = this.#now();
    }
  }

  /** Nobody answered in time. */
  giveCallUp(call: BandwidthCall): void {
    if (call.state === 'started') {
      this.endCall(call);
    }
  }

  /** Hangs up a call; its member leaves the conference. */
  endCall(call: BandwidthCall): void {
    call.state = 'completed';
    call.endTime = this.#now();
    for (const conference of this.#conferences.values()) {
      const member = activeMembers(conference).find((candidate) => candidate.call === call);
      if (member !== undefined) {
        this.removeMember(conference, member);
      }
    }
  }

  /** The first member makes the conference active. */
  addMember(conference: Conference, call: BandwidthCall, settings: MemberSettings): Member {
    const member: Member = {
      id: makeId('member'),
      call,
      addedTime: this.#now(),
      state: 'active',
      removedTime: undefined,
      hold: settings.hold ?? false,
      mute: settings.mute ?? false,
      joinTone: settings.joinTone ?? false,
      leavingTone: settings.leavingTone ?? false,
    };
    conference.members.push(member);
    conference.state = 'active';
    return member;
  }

  /**
   * Removes a member; removing the last one completes the conference. The vendor does not document whether
   * the leg is hung up too; here it continues.
   */
  removeMember(conference: Conference, member: Member): void {
    member.state = 'completed';
    member.removedTime = this.#now();
    if (activeMembers(conference).length === 0) {
      this.complete(conference);
    }
  }

  complete(conference: Conference): void {
    conference.state = 'completed';
    conference.completedTime = this.#now();
    for (const member of activeMembers(conference)) {
      member.state = 'completed';
      member.removedTime = this.#now();
    }
  }

  clear(): void {
    this.#conferences.clear();
    this.#calls.clear();
  }
}
