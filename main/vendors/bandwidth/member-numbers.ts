import { toMemberCallId, toPartyNumber } from './mapper';
import type { BandwidthClient } from './client';
import { wasRefused, type Reply } from '../shared/reply';
import type { WireCall, WireMember } from './wire';

/** How often a call is requested if the service cannot answer. */
const MAX_TRIES = 3;

/** The telephone numbers of a conference's members, which only their calls contain. */
export interface MemberNumbers {
  readonly byMember: ReadonlyMap<string, string>;
  /**
   * Notes the numbers that are already known, and requests the call of one further active member. A call is
   * requested again, a few times at most, if the service could not answer. There is at most one request for each
   * poll of the members, and none shortly after a command, so that polls stay on time.
   */
  learn(members: readonly WireMember[], signal: AbortSignal): void;
}

export function createMemberNumbers(options: {
  readonly client: BandwidthClient;
  /** The number called by a call that was started here. */
  readonly calledBy: (callId: string) => string | undefined;
  readonly isQuiet: () => boolean;
  /** Called when a number was learned. */
  readonly onLearned: () => void;
  /** Called when a bug prevented a number from being learned or shown. */
  readonly onError: (error: unknown) => void;
}): MemberNumbers {
  const { client, calledBy, isQuiet, onLearned, onError } = options;
  const byMember = new Map<string, string>();
  /** How often each member's call was requested; `MAX_TRIES` once it will not be requested again. */
  const tries = new Map<string, number>();
  let isAsking = false;

  async function ask(id: string, callId: string, signal: AbortSignal): Promise<void> {
    isAsking = true;
    const reply = await fetchCall(callId, signal).finally(() => {
      isAsking = false;
    });
    if (signal.aborted || reply === undefined) return;
    tries.set(id, isFinal(reply) ? MAX_TRIES : triesOf(id) + 1);
    const number = reply.kind === 'done' ? toPartyNumber(reply.value) : undefined;
    if (number === undefined) return;
    byMember.set(id, number);
    onLearned();
  }

  function triesOf(id: string): number {
    return tries.get(id) ?? 0;
  }

  async function fetchCall(
    callId: string,
    signal: AbortSignal,
  ): Promise<Reply<WireCall> | undefined> {
    const turn = await client.awaitTurn(signal);
    return turn?.fetchMemberCall(callId, signal);
  }

  return {
    byMember,
    learn(members, signal) {
      let next: { readonly id: string; readonly callId: string } | undefined;
      for (const member of members) {
        const { id, state } = member;
        // Only the id is taken from the URL: the credentials go only to the configured host.
        const callId = toMemberCallId(member);
        if (state !== 'active' || callId === undefined || triesOf(id) >= MAX_TRIES) continue;
        const called = calledBy(callId);
        if (called !== undefined) {
          tries.set(id, MAX_TRIES);
          byMember.set(id, called);
        } else if (next === undefined || triesOf(id) < triesOf(next.id)) next = { id, callId };
      }
      if (next !== undefined && !isAsking && isQuiet()) {
        ask(next.id, next.callId, signal).catch(onError);
      }
    },
  };
}

/** Whether the same request would get the same answer. */
function isFinal(reply: Reply<WireCall>): boolean {
  if (!wasRefused(reply)) return reply.kind === 'done';
  return reply.status < 500 && reply.status !== 401 && reply.status !== 429;
}
