import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../time/clock';
import { DONE, notDone, type Outcome } from '../../../contract/outcome';
import { createBackoff, createDelay } from '../shared/backoff';
import type { Delay } from '../shared/backoff';
import { toOutcome, withoutDetails, type Reply } from '../shared/reply';
import type { BandwidthClient } from './client';
import { toInvitedId, toMemberCallId } from './mapper';
import type { Invitation } from './mapper';

/** How long a telephone may ring: the vendor's own limit is 60 s. */
const RINGING_TIMEOUT_MS = 90_000;
/** Delays before the calls are fetched if a request to start one was not answered. */
const LOST_CALL_DELAYS_MS = [1_000, 2_000, 4_000];
/** How many answers in a row must lack a call or a member before it counts as missing. */
const MIN_ABSENCES = 2;
/** Delays before the members are fetched if a request to add one was not answered. */
const LOST_MEMBER_DELAYS_MS = [8_000, 4_000, 8_000];

const NOT_REACHED: AppError = { code: 'not-reached', vendor: 'bandwidth' };
const NOT_DONE: AppError = { code: 'not-done', vendor: 'bandwidth' };

/** Who to call, from which number, and into which conference. */
export interface Invitee {
  readonly conferenceId: string;
  readonly from: string;
  readonly address: string;
  readonly isMuted: boolean;
}

/**
 * Adds people to conferences (doc:postConferencesConferenceIdMembers): they are called first and become members when
 * they answer. Each of the two requests is sent once.
 */
export interface Invitations {
  /** The people who are being called into a conference, in the order of their calls. */
  into(conferenceId: string): readonly Invitation[];
  /** Resolves when the person has become a member or the attempt has failed, up to a minute later. */
  invite(invitee: Invitee): Promise<Outcome>;
  /** Ends the call of somebody who is being called; undefined if the id is unknown. */
  withdraw(participantId: string): Promise<Outcome> | undefined;
  /**
   * The calls of people who have become members. Get these before fetching the members, then pass them to
   * `settle` together with the calls in the answer.
   */
  listAdded(): readonly string[];
  settle(callIds: Iterable<string>): void;
  /** The number called by a call that was started here. */
  readonly calledBy: (callId: string) => string | undefined;
}

interface Calling extends Invitation {
  readonly conferenceId: string;
  isAdded: boolean;
  isWithdrawn: boolean;
  /** The delay before the next poll of the call. */
  readonly delay: Delay;
}

export function createInvitations(options: {
  readonly client: BandwidthClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly stopping: AbortSignal;
  /** Gives the same key for all notations of a number. */
  readonly keyOf: (notation: string) => string;
  /** The people being called have changed. */
  readonly onChange: () => void;
  /** Somebody has become a member. */
  readonly onAdded: () => void;
  /** Whether a call belongs to a member. */
  readonly isMember: (callId: string) => boolean;
}): Invitations {
  const { client, clock, random, stopping, keyOf, onChange, onAdded, isMember } = options;
  const byCall = new Map<string, Calling>();
  /** The number called by each call that was started here, except lost ones. */
  const started = new Map<string, string>();

  async function invite(invitee: Invitee): Promise<Outcome> {
    const call = await startCall(invitee);
    if (call.kind !== 'done') return withoutDetails(call);
    const { conferenceId, address, isMuted } = invitee;
    const calling: Calling = {
      callId: call.value,
      conferenceId,
      address,
      isMuted,
      isAdded: false,
      isWithdrawn: false,
      delay: createDelay(clock, stopping),
    };
    started.set(calling.callId, address);
    byCall.set(calling.callId, calling);
    onChange();
    const answer = await bringIn(calling);
    if (answer.kind === 'done') return answer;
    if (byCall.delete(calling.callId)) onChange();
    // The agent withdrew the invitation, so it has not failed.
    return calling.isWithdrawn ? DONE : answer;
  }

  async function startCall({ conferenceId, from, address }: Invitee): Promise<Reply<string>> {
    const reply = await client.startCall({ from, to: address, conferenceId });
    if (reply.kind !== 'unknown') return reply;
    const lost = await findLostCall(conferenceId, address);
    return lost === undefined ? reply : { kind: 'done', value: lost };
  }

  /** Without an answer, the call may still exist. The list of calls shows whether it does. */
  async function findLostCall(conferenceId: string, address: string): Promise<string | undefined> {
    const delay = createDelay(clock, stopping);
    for (const delayMs of LOST_CALL_DELAYS_MS) {
      await delay.wait(delayMs);
      if (stopping.aborted) return undefined;
      const reply = await client.listCalls(conferenceId, stopping);
      const calls = reply.kind === 'done' ? reply.value : [];
      const lost = calls.find(
        ({ id, to, state }) =>
          keyOf(to ?? '') === keyOf(address) &&
          (state === 'started' || state === 'active') &&
          typeof id === 'string' &&
          !started.has(id) &&
          !isMember(id),
      );
      if (typeof lost?.id === 'string') return lost.id;
    }
    return undefined;
  }

  async function bringIn(calling: Calling): Promise<Outcome> {
    const outcome = await awaitOutcome(calling);
    if (stopping.aborted) return { kind: 'unknown', error: { code: 'no-answer' } };
    switch (outcome) {
      case 'over':
        return notDone(NOT_REACHED);
      case 'silent':
        await client.endCall(calling.callId);
        return notDone(NOT_REACHED);
      case 'answered':
        return addMember(calling);
    }
  }

  async function awaitOutcome(calling: Calling): Promise<'answered' | 'over' | 'silent'> {
    const until = clock.elapsed() + RINGING_TIMEOUT_MS;
    const backoff = createBackoff({ minMs: 1_000, maxMs: 4_000, factor: 1.25, random });
    let absences = 0;
    while (clock.elapsed() < until) {
      await calling.delay.wait(backoff.next());
      if (stopping.aborted) break;
      const reply = await client.fetchCall(calling.callId, stopping);
      if (reply.kind === 'failed' && reply.status === 404) {
        absences += 1;
        if (absences >= MIN_ABSENCES) return 'over';
      }
      if (reply.kind !== 'done') continue;
      const { state } = reply.value;
      if (state === 'active') return 'answered';
      if (state === 'completed' || state === 'rejected') return 'over';
    }
    return 'silent';
  }

  async function addMember(calling: Calling): Promise<Outcome> {
    const { conferenceId, callId, isMuted } = calling;
    const reply = await client.addMember(conferenceId, { callId, ...(isMuted && { mute: true }) });
    const answer =
      reply.kind === 'unknown' ? await findOut(calling, reply.error) : toOutcome(reply);
    if (answer.kind === 'done') {
      calling.isAdded = true;
      onAdded();
    }
    // The person who answered is alone on the line now.
    if (answer.kind === 'failed' && !stopping.aborted) await client.endCall(callId);
    return answer;
  }

  /** Without an answer, the list of members shows, after a while, whether the person was added. */
  async function findOut(calling: Calling, error: AppError): Promise<Outcome> {
    const { conferenceId, callId, delay } = calling;
    let absences = 0;
    for (const delayMs of LOST_MEMBER_DELAYS_MS) {
      await delay.wait(delayMs);
      const turn = await client.awaitTurn(stopping);
      if (turn === undefined) break;
      const reply = await turn.fetchMembers(conferenceId, stopping);
      if (reply.kind !== 'done') continue;
      if (reply.value.some((member) => toMemberCallId(member) === callId)) return DONE;
      absences += 1;
      if (absences >= MIN_ABSENCES) return notDone(NOT_DONE);
    }
    return { kind: 'unknown', error };
  }

  async function endCallOf(calling: Calling): Promise<Outcome> {
    const answer = toOutcome(await client.endCall(calling.callId));
    if (answer.kind === 'done') {
      calling.isWithdrawn = true;
      calling.delay.end();
    }
    return answer;
  }

  return {
    into: (conferenceId) =>
      [...byCall.values()].filter((calling) => calling.conferenceId === conferenceId),
    invite,
    withdraw: (participantId) => {
      const calling = [...byCall.values()].find(
        ({ callId }) => toInvitedId(callId) === participantId,
      );
      return calling && endCallOf(calling);
    },
    listAdded: () => [...byCall.values()].flatMap(({ callId, isAdded }) => (isAdded ? callId : [])),
    settle: (callIds) => {
      for (const callId of callIds) byCall.delete(callId);
    },
    calledBy: (callId) => started.get(callId),
  };
}
