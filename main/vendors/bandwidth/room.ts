import type { VendorCall } from '../../calls/call-events';
import { wasRefused } from '../shared/reply';
import type { Failure } from '../shared/reply';
import type { BandwidthClient, LimitedRequests } from './client';
import type { Invitations } from './invitations';
import { toCallId, toMemberCallId, toVendorCall } from './mapper';
import { createMemberNumbers } from './member-numbers';
import type { WireConference, WireMember } from './wire';

/** If the service rejects the list of members, the conference is watched without it. */
const MEMBERS_REFUSED = new Set([400, 403, 404, 405]);
/** How many answers in a row must say `completed` before polling ends. */
const MIN_COMPLETED = 2;

type Resource = 'conference' | 'members';

/** The state of one conference, as fetched so far. */
export interface Room {
  readonly id: string;
  readonly callId: string;
  /** The number that hosts it; undefined until it is fetched. */
  host(): string | undefined;
  isCompleted(): boolean;
  /** It has ended, so it is not polled any more. */
  isDone(): boolean;
  hasMember(memberId: string): boolean;
  /** Whether a call belongs to a member. */
  hasCall(callId: string): boolean;
  /**
   * Fetches the expected resource, or else the conference and its members in turn. Returns the failure,
   * if any.
   */
  refresh(signal: AbortSignal): Promise<Failure | undefined>;
  /** A command changed this resource, so it is fetched out of turn. */
  expect(resource: Resource): void;
  /** Everything fetched so far is outdated, and so is the answer to a pending request. */
  expire(): void;
  /** The conference as a call; undefined until enough is known to show it. */
  toCall(): VendorCall | undefined;
  /** Whether both resources were fetched since this last returned true, and no member is in doubt. */
  takeRefreshed(): boolean;
}

export function createRoom(options: {
  readonly id: string;
  readonly client: BandwidthClient;
  readonly invitations: Invitations;
  /** Converts a time of the service to this computer's clock. */
  readonly toLocal: (moment: number) => number;
  /** No command is waiting for its effect to show. */
  readonly isQuiet: () => boolean;
  /** A member's number was learned between two polls. */
  readonly onLearned: () => void;
  /** A member's number could not be learned because of a bug. */
  readonly onError: (error: unknown) => void;
}): Room {
  const { id, client, invitations, toLocal, isQuiet, onLearned, onError } = options;
  const { calledBy } = invitations;
  const numbers = createMemberNumbers({
    client,
    calledBy,
    // Looking up a number takes a request, which must not delay other data that may be outdated.
    isQuiet: () => isQuiet() && isConferenceNew,
    onLearned,
    onError,
  });
  let conference: WireConference | undefined;
  let members: readonly WireMember[] = [];
  let wereMembersRequested = false;
  let wereMembersListed = false;
  /** The conference was fetched since the members were, and not outdated since. */
  let isConferenceNew = false;
  /** Ids of active members that the last list lacked: members who left are still listed, as completed. */
  let missing = new Set<string>();
  let timesCompleted = 0;
  let last: Resource = 'members';
  const expected = new Set<Resource>();
  let fresh = new Set<Resource>();

  async function fetchConference(
    turn: LimitedRequests,
    signal: AbortSignal,
  ): Promise<Failure | undefined> {
    const reply = await turn.fetchConference(id, signal);
    if (reply.kind !== 'done') return reply;
    conference = reply.value;
    isConferenceNew = true;
    timesCompleted = isCompleted() ? timesCompleted + 1 : 0;
    return undefined;
  }

  async function fetchMembers(
    turn: LimitedRequests,
    signal: AbortSignal,
  ): Promise<Failure | undefined> {
    const added = invitations.listAdded();
    const reply = await turn.fetchMembers(id, signal);
    wereMembersRequested = true;
    const isNotOffered =
      !wereMembersListed && wasRefused(reply) && MEMBERS_REFUSED.has(reply.status);
    if (!isNotOffered && reply.kind !== 'done') return reply;
    wereMembersListed = reply.kind === 'done';
    const listed = reply.kind === 'done' ? reply.value : [];
    // Nobody is shown twice, however often they are listed.
    const read = [...new Map(listed.map((member) => [member.id, member])).values()];
    numbers.learn(read, signal);
    isConferenceNew = false;
    members = [...read, ...keepMissing(read)];
    invitations.settle([...added, ...read.flatMap((member) => toMemberCallId(member) ?? [])]);
    return undefined;
  }

  /** Keeps members that a list lacks for the first time, and fetches the list again next. */
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
    const [firstExpected] = expected;
    if (isCompleted()) return 'conference';
    return firstExpected ?? (last === 'conference' ? 'members' : 'conference');
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
    async refresh(signal) {
      const turn = await client.awaitTurn(signal);
      if (turn === undefined) return undefined;
      const resource = nextResource();
      const freshNow = fresh;
      expected.delete(resource);
      last = resource;
      const failure = await (resource === 'conference' ? fetchConference : fetchMembers)(
        turn,
        signal,
      );
      if (failure === undefined) freshNow.add(resource);
      else expected.add(resource);
      return failure;
    },
    expect: (resource) => void expected.add(resource),
    expire() {
      // A pending request still adds to the old set.
      fresh = new Set();
      isConferenceNew = false;
      timesCompleted = 0;
    },
    toCall() {
      if (conference === undefined) return undefined;
      // Wait for both at first. Otherwise everybody who is already present would appear to join.
      if (conference.state === 'active' && !wereMembersRequested) return undefined;
      return toVendorCall({
        conference,
        members,
        numbers: numbers.byMember,
        invitations: invitations.into(id),
        toLocal,
      });
    },
    takeRefreshed() {
      if (fresh.size < 2 || missing.size > 0) return false;
      fresh = new Set();
      return true;
    },
  };
}
