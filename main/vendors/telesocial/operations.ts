import type { CallOperation } from '../../../contract/call-operations';
import type { AppError, ErrorCode } from '../../../contract/errors';
import type { Clock } from '../../time/clock';
import { DONE, notDone, type Outcome } from '../../../contract/outcome';
import { withoutDetails, wasRefused } from '../shared/reply';
import type { Failure, Reply } from '../shared/reply';
import type { TelesocialClient } from './client';
import { isAboutService } from './probe';
import type { RosterPoller } from './roster-poller';
import { isKnownIn, isPartOf, withCalled, withMute, without } from './talkspace';
import type { KeyOf, TalkSpace } from './talkspace';

type Addition = Extract<CallOperation, { kind: 'add-participant' }>;
type Move = Extract<CallOperation, { kind: 'move-participant' }>;

/**
 * Performs operations on an open TalkSpace, each with one request (doc:add-to-conference and others). Only a
 * refresh shows who has joined. Only the answers show who is being called, whose call was ended, and
 * who is muted.
 */
export function createTalkSpaceOperations(options: {
  readonly client: TelesocialClient;
  readonly clock: Clock;
  readonly keyOf: KeyOf;
  /** The greeting for those who are added, unless another one is chosen. */
  readonly greetingId: string | undefined;
  readonly find: (callId: string) => RosterPoller | undefined;
  /** The TalkSpace was closed or, if the service did not state that, apparently no longer exists. */
  readonly onEnded: (callId: string, isStated: boolean) => void;
  /** A request failed for a reason that may concern the whole service. */
  readonly onServiceFailure: () => void;
}): (operation: CallOperation) => Promise<Outcome> {
  const { client, clock, keyOf, greetingId, find, onEnded, onServiceFailure } = options;

  async function perform(operation: CallOperation): Promise<Outcome> {
    const space = find(operation.callId);
    if (space === undefined) return refuse('gone');
    switch (operation.kind) {
      case 'close-talkspace':
        return close(space, operation.callId);
      case 'add-participant':
        return add(space, operation);
      case 'remove-participant':
        return remove(space, operation.participantId);
      case 'mute-participant':
      case 'unmute-participant': {
        const { participantId } = operation;
        const isMuted = operation.kind === 'mute-participant';
        const reply = await client.setMute(space.conferenceId, participantId, isMuted);
        return settle(space, participantId, reply, (now) => withMute(now, participantId, isMuted));
      }
      case 'move-participant':
        return move(space, operation);
      default:
        return refuse('not-allowed');
    }
  }

  async function close(space: RosterPoller, callId: string): Promise<Outcome> {
    const reply = await client.close(space.conferenceId);
    if (reply.kind === 'done') {
      onEnded(callId, true);
      return DONE;
    }
    if (statusOf(reply) === 404) {
      // The ID is invalid (doc:close-conference). For other requests, this status means an invalid key.
      onEnded(callId, false);
      return notDone({ ...reply.error, code: 'gone' });
    }
    if (reply.kind === 'unknown') space.verifyClosing();
    return withoutDetails(reply);
  }

  async function add(space: RosterPoller, { address, ...rest }: Addition): Promise<Outcome> {
    if (isKnownIn(space.current(), address, keyOf)) {
      // Nothing would show that it was done. If the person has left in the meantime, the refresh shows it.
      space.refresh();
      return refuse('already-there', address);
    }
    const isMuted = rest.isMuted === true;
    const reply = await client.add(space.conferenceId, {
      networkId: address,
      isMuted,
      greetingId: rest.greetingId ?? greetingId,
    });
    return settle(space, address, reply, (now) =>
      withCalled(now, address, isMuted, clock.elapsed()),
    );
  }

  async function remove(space: RosterPoller, participantId: string): Promise<Outcome> {
    const reply = await client.hangUp(space.conferenceId, participantId);
    const outcome = settle(space, participantId, reply, (now) => without(now, participantId));
    if (reply.kind === 'done' || !isNotThere(reply)) return outcome;
    if (!space.current().calling.has(participantId)) return outcome;
    // They declined, which only this refusal shows.
    space.change((now) => without(now, participantId));
    return notDone({ ...reply.error, code: 'gone' });
  }

  async function move(space: RosterPoller, { participantId, toCallId }: Move): Promise<Outcome> {
    const target = find(toCallId);
    if (target === undefined) return refuse('gone');
    if (target === space) return refuse('already-there');
    const isMuted = space.current().muted.has(participantId);
    const reply = await client.move(space.conferenceId, participantId, target.conferenceId);
    if (reply.kind === 'done') {
      // Not documented: assumed to keep the mute state.
      target.change((now) =>
        isMuted
          ? withCalled(now, participantId, true, clock.elapsed())
          : withMute(now, participantId, false),
      );
    }
    // The target is refreshed first, so that the person does not disappear for a moment.
    target.refresh();
    return settle(space, participantId, reply, (now) => now);
  }

  function settle(
    space: RosterPoller,
    networkId: string,
    reply: Reply<null>,
    change: (talkSpace: TalkSpace) => TalkSpace,
  ): Outcome {
    if (reply.kind === 'done') {
      space.change(change);
      return DONE;
    }
    if (isAboutService(reply)) onServiceFailure();
    if (!wasRefused(reply)) return withoutDetails(reply);
    // The state may be outdated: the person has left, or the TalkSpace has ended.
    switch (statusOf(reply)) {
      case 401:
        if (isPartOf(space.current(), networkId)) {
          space.refresh();
          return notDone({ ...reply.error, code: 'gone' });
        }
        // Here 401 does not concern the key: the network ID does not belong to the application.
        return refuse('unknown-person', networkId);
      case 404:
        space.verifyClosing();
        return notDone({ ...reply.error, code: 'gone' });
      default:
        space.refresh();
        return withoutDetails(reply);
    }
  }

  return perform;
}

/** The status with which the service itself refused. A proxy's status says nothing about the TalkSpace. */
function statusOf(reply: Failure): number | undefined {
  return wasRefused(reply) && reply.isOfService === true ? reply.status : undefined;
}

/** Whether the service itself refused because there is no such call (doc:hang-up). */
function isNotThere(reply: Failure): boolean {
  return [400, 401, 404].includes(statusOf(reply) ?? 0);
}

function refuse(code: ErrorCode, detail?: string): Outcome {
  const error: AppError = { code, vendor: 'telesocial' };
  return notDone(detail === undefined ? error : { ...error, detail });
}
