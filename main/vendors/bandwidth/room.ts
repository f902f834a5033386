import type { VendorCall } from '../../calls/call-events';
import { wasRefused } from '../shared/reply';
import type { Failure } from '../shared/reply';
import type { BandwidthClient, LimitedReadings } from './client';
import type { Invitations } from './invitations';
import { toCallId, toMemberCallId, toVendorCall } from './mapper';
import { createMemberNumbers } from './member-numbers';
import type { WireConference, WireMember } from './wire';

/** If a service never lists the members, the conference is watched without them. */
const MEMBERS_REFUSED = new Set([400, 403, 404, 405]);
/** So many answers in a row have to say that it is over before it is no longer read. */
const MIN_COMPLETED = 2;

type Resource = 'conference' | 'members';

/** What has been read of one conference. */
export interface Room {
  readonly id: string;
  readonly callId: string;
  /** The number that hosts it; nothing before it was read. */
  host(): string | undefined;
  isCompleted(): boolean;
  /** There is nothing more to be read of it, until it is asked for again. */
  isDone(): boolean;
  hasMember(memberId: string): boolean;
  /** Whether a call is that of a member. */
  hasCall(callId: string): boolean;
  /**
   * Reads what was expected first, else the conference or its members in turn; answers the failure if
   * there was one.
   */
  read(signal: AbortSignal): Promise<Failure | undefined>;
  /** Something was changed: this is to be read before what is only its turn. */
  expect(resource: Resource): void;
  /** What has been read by now, or is on its way, is old. */
  expire(): void;
  /** All that is known; nothing while it is too little to be shown. */
  toCall(): VendorCall | undefined;
  /** True where all was read since the last time that this was true. */
  takeRefreshed(): boolean;
}

export function createRoom(options: {
  readonly id: string;
  readonly client: BandwidthClient;
  readonly invitations: Invitations;
  /** Nothing that was asked for waits to be seen. */
  readonly isCalm: () => boolean;
  /** Something became known between two readings. */
  readonly onLearned: () => void;
  /** A bug kept something from becoming known. */
  readonly onError: (error: unknown) => void;
}): Room {
  const { id, client, invitations, isCalm, onLearned, onError } = options;
  const { calledBy } = invitations;
  const numbers = createMemberNumbers({ client, calledBy, isCalm, onLearned, onError });
  let conference: WireConference | undefined;
  let members: readonly WireMember[] = [];
  let wereMembersAsked = false;
  let wereMembersListed = false;
  /** Ids of active members that the last list lacked. Those who have left stay in it, as completed. */
  let missing = new Set<string>();
  let timesCompleted = 0;
  let last: Resource = 'members';
  const expected = new Set<Resource>();
  let fresh = new Set<Resource>();

  async function readConference(
    turn: LimitedReadings,
    signal: AbortSignal,
  ): Promise<Failure | undefined> {
    const reply = await turn.readConference(id, signal);
    if (reply.kind !== 'done') return reply;
    conference = reply.value;
    timesCompleted = isCompleted() ? timesCompleted + 1 : 0;
    return undefined;
  }

  async function readMembers(
    turn: LimitedReadings,
    signal: AbortSignal,
  ): Promise<Failure | undefined> {
    const added = invitations.listAdded();
    const reply = await turn.readMembers(id, signal);
    wereMembersAsked = true;
    const isUntold = !wereMembersListed && wasRefused(reply) && MEMBERS_REFUSED.has(reply.status);
    if (!isUntold && reply.kind !== 'done') return reply;
    wereMembersListed = reply.kind === 'done';
    const read = reply.kind === 'done' ? reply.value : [];
    numbers.learn(read, signal);
    members = [...read, ...keepMissing(read)];
    invitations.settle([...added, ...read.flatMap((member) => toMemberCallId(member) ?? [])]);
    return undefined;
  }

  /** Whoever a list lacks for the first time stays, and the list is read again next. */
  function keepMissing(read: readonly WireMember[]): readonly WireMember[] {
    const listed = new Set(read.map((member) => member.id));
    const kept = members.filter(
      (member) => member.state === 'active' && !listed.has(member.id) && !missing.has(member.id),
    );
    missing = new Set(kept.map((member) => member.id));
    if (kept.length > 0) expected.add('members');
    return kept;
  }

  function isCompleted(): boolean {
    return conference?.state === 'completed';
  }

  function nextResource(): Resource {
    const [longestExpected] = expected;
    if (isCompleted()) return 'conference';
    return longestExpected ?? (last === 'conference' ? 'members' : 'conference');
  }

  return {
    id,
    callId: toCallId(id),
    host: () => conference?.from ?? undefined,
    isCompleted,
    isDone: () => timesCompleted >= MIN_COMPLETED,
    hasMember: (memberId) =>
      members.some((member) => member.id === memberId && member.state === 'active'),
    hasCall: (callId) => members.some((member) => toMemberCallId(member) === callId),
    async read(signal) {
      const turn = await client.awaitTurn(signal);
      if (turn === undefined) return undefined;
      const resource = nextResource();
      const freshNow = fresh;
      expected.delete(resource);
      last = resource;
      const failure = await (resource === 'conference' ? readConference : readMembers)(
        turn,
        signal,
      );
      if (failure === undefined) freshNow.add(resource);
      else expected.add(resource);
      return failure;
    },
    expect: (resource) => void expected.add(resource),
    expire() {
      // A reading that is on its way counts for the set that was before.
      fresh = new Set();
      timesCompleted = 0;
    },
    toCall() {
      if (conference === undefined) return undefined;
      // At first both are awaited, lest everybody who is in it already seems to join.
      if (conference.state === 'active' && !wereMembersAsked) return undefined;
      return toVendorCall({
        conference,
        members,
        numbers: numbers.byMember,
        invitations: invitations.into(id),
      });
    },
    takeRefreshed() {
      if (fresh.size < 2) return false;
      fresh = new Set();
      return true;
    },
  };
}
