import { randomUUID } from 'node:crypto';
import type { AppError } from '../../../contract/errors';
import { DONE, notDone, type Outcome } from '../../../contract/outcome';
import type { ServerClock } from '../../http/server-clock';
import type { Clock } from '../../time/clock';
import { withoutDetails, type Reply } from '../shared/reply';
import type { Invitee, TwilioClient } from './client';
import { findUnique } from './finder';
import { isBeingCalled, LABEL_PREFIX } from './mapper';
import type { People } from './people';
import type { Room } from './room';
import { isFinalRefusal } from './transport';
import type { Wait } from './wait';
import { parseTime, type WireParticipant } from './wire';

/** Delays before each check of the outcome of an unanswered request. */
const LOST_ANSWER_DELAYS_MS = [1_000, 2_000, 4_000];
/** A call that was created this long before the request is a different call, in ms. */
const CLOCK_TOLERANCE_MS = 5_000;
const NOT_PLACED: ReadonlySet<string> = new Set(['queued', 'initiated', 'ringing']);
const NEVER_JOINED: ReadonlySet<string> = new Set(['busy', 'no-answer', 'failed', 'canceled']);

const NOT_DONE: AppError = { code: 'not-done', vendor: 'twilio' };

/**
 * Calls people into conferences (doc:conference-participant-resource). Each request is sent once. If its
 * answer is lost, fetching shows the outcome.
 */
export interface Invitations {
  /** Starts a conference by calling the agent; returns its SID. */
  start(choice: { readonly isRecorded: boolean }): Promise<Reply<string>>;
  /** Resolves when the person has joined or the attempt has failed, which can take a minute. */
  invite(room: Room, address: string, isMuted: boolean): Promise<Outcome>;
  /** Ends the call of somebody who is being called. */
  withdraw(callSid: string): Promise<Outcome>;
  /** Whether the outcome of somebody's call is not known yet. */
  readonly isAwaited: (callSid: string) => boolean;
  /**
   * Must be called after the participants of the watched room were fetched. Returns false if somebody's call
   * could not be fetched, so that what is shown of them may be out of date.
   */
  follow(room: Room, signal: AbortSignal): Promise<boolean>;
  /** The room is no longer watched. People who are being called are still called. */
  abandon(): void;
}

interface Calling {
  readonly callSid: string;
  readonly resolve: (outcome: Outcome) => void;
  isWithdrawn: boolean;
  /** While their call is being fetched. The calls of others do not wait for it. */
  concluding?: Promise<boolean> | undefined;
}

export function createInvitations(options: {
  readonly client: TwilioClient;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly serverClock: ServerClock;
  readonly people: People;
  readonly agentNumber: string;
  readonly stopping: AbortSignal;
  /** A person who is being called. */
  readonly onChange: () => void;
}): Invitations {
  const { client, clock, wait, serverClock, people, agentNumber, stopping, onChange } = options;
  const callings = new Map<string, Calling>();
  stopping.addEventListener('abort', () => {
    settleAll({ kind: 'unknown', error: { code: 'no-answer' } });
  });

  function settleAll(outcome: Outcome): void {
    for (const { resolve } of callings.values()) resolve(outcome);
    callings.clear();
  }

  async function start({ isRecorded }: { readonly isRecorded: boolean }): Promise<Reply<string>> {
    const name = `${LABEL_PREFIX}${randomUUID()}`;
    const invitee = { to: agentNumber, label: `${name}-agent`, isRecorded };
    const reply = await client.createParticipant(name, invitee);
    if (reply.kind === 'done') {
      people.note(reply.value.call_sid, { number: agentNumber });
      const { conference_sid: sid } = reply.value;
      if (typeof sid === 'string') return { kind: 'done', value: sid };
    }
    return reply.kind === 'failed' ? reply : findStarted(name, reply);
  }

  /** The name is unique, so a conference with this name is the one that was started. */
  async function findStarted(name: string, reply: Reply<unknown>): Promise<Reply<string>> {
    const find = findUnique(client, name);
    for (const delay of LOST_ANSWER_DELAYS_MS) {
      await wait(delay);
      if (stopping.aborted) break;
      const found = await find(stopping);
      if (found.kind === 'done' && found.value !== undefined) {
        return { kind: 'done', value: found.value };
      }
    }
    const error: AppError = { code: 'no-answer', vendor: 'twilio' };
    return { kind: 'unknown', error: reply.kind === 'done' ? error : reply.error };
  }

  async function invite(room: Room, address: string, isMuted: boolean): Promise<Outcome> {
    const invitee: Invitee = { to: address, label: `${LABEL_PREFIX}${randomUUID()}`, isMuted };
    const before = { at: clock.now(), calls: new Set(people.byCall.keys()) };
    const reply = await client.createParticipant(room.sid, invitee);
    if (reply.kind === 'failed') return withoutDetails(reply);
    const participant = reply.kind === 'done' ? reply.value : await findInvited(room, invitee);
    if (participant === undefined) {
      return reply.kind === 'unknown' ? findCalled(address, before, reply.error) : DONE;
    }
    people.note(participant.call_sid, { number: address });
    room.noteInvited(participant);
    onChange();
    return new Promise((resolve) => {
      const calling = { callSid: participant.call_sid, resolve, isWithdrawn: false };
      callings.set(participant.call_sid, calling);
    });
  }

  /** Without an answer, the person may still be called. The label shows whether they are. */
  async function findInvited(room: Room, { label }: Invitee): Promise<WireParticipant | undefined> {
    for (const delay of LOST_ANSWER_DELAYS_MS) {
      await wait(delay);
      if (stopping.aborted) return undefined;
      const found = await client.fetchParticipant(room.sid, label, stopping);
      if (found.kind === 'done') return found.value;
    }
    return undefined;
  }

  /** Somebody who did not answer is no longer a participant; only their call remains. */
  async function findCalled(
    address: string,
    before: { readonly at: number; readonly calls: ReadonlySet<string> },
    error: AppError,
  ): Promise<Outcome> {
    const reply = await client.listCalls({ to: address }, stopping);
    if (reply.kind !== 'done') return { kind: 'unknown', error };
    const called = reply.value.find(({ sid, date_created: created }) => {
      const createdAt = serverClock.toLocal(parseTime(created) ?? -Infinity);
      return createdAt >= before.at - CLOCK_TOLERANCE_MS && !before.calls.has(sid);
    });
    if (called === undefined) return notDone(NOT_DONE);
    const { status } = called;
    return typeof status === 'string' && NEVER_JOINED.has(status) ? notReached(status) : DONE;
  }

  /**
   * Somebody who is not listed has left, did not join, or is waiting for their call to be placed. Returns
   * false if the call could not be fetched. The next refresh tries again.
   */
  async function conclude(calling: Calling, room: Room, signal: AbortSignal): Promise<boolean> {
    const { callSid, resolve } = calling;
    const reply = await client.fetchCall(callSid, signal);
    if (signal.aborted || (reply.kind !== 'done' && !isFinalRefusal(reply))) return false;
    // If the agent withdrew the invitation in the meantime, it has not failed.
    const { isWithdrawn } = calling;
    const status = reply.kind === 'done' ? (reply.value.status ?? '') : undefined;
    if (status !== undefined && NOT_PLACED.has(status) && !isWithdrawn) return true;
    if (!callings.delete(callSid)) return true;
    if (status !== 'in-progress') {
      room.drop(callSid);
      onChange();
    }
    const hasJoined = status !== undefined && !NEVER_JOINED.has(status);
    resolve(hasJoined || isWithdrawn ? DONE : notReached(status));
    return true;
  }

  return {
    start,
    invite,
    async withdraw(callSid) {
      const reply = await client.cancelCall(callSid);
      if (reply.kind !== 'done') return withoutDetails(reply);
      const calling = callings.get(callSid);
      if (calling !== undefined) calling.isWithdrawn = true;
      return DONE;
    },
    isAwaited: (callSid) => callings.has(callSid),
    async follow(room, signal) {
      const unlisted: Promise<boolean>[] = [];
      for (const calling of [...callings.values()]) {
        const participant = room.find(calling.callSid);
        if (participant === undefined || !room.isListed(calling.callSid)) {
          calling.concluding ??= conclude(calling, room, signal).finally(
            () => (calling.concluding = undefined),
          );
          unlisted.push(calling.concluding);
        } else if (!isBeingCalled(participant)) {
          callings.delete(calling.callSid);
          calling.resolve(DONE);
        }
      }
      return (await Promise.all(unlisted)).every(Boolean);
    },
    abandon: () => settleAll(DONE),
  };
}

function notReached(status: string | undefined): Outcome {
  const error: AppError = { code: 'not-reached', vendor: 'twilio' };
  return notDone(status === undefined ? error : { ...error, detail: status });
}
