import { toMemberCallId, toPartyNumber } from './mapper';
import type { BandwidthClient } from './client';
import type { Reply } from '../shared/reply';
import type { WireCall, WireMember } from './wire';

/** The telephone numbers of a conference's members, which only their calls contain. */
export interface MemberNumbers {
  readonly byMember: ReadonlyMap<string, string>;
  /**
   * Notes the numbers that are already known, and requests the call of one further active member. Each
   * call is requested only once, even if that fails. There is at most one request for each poll of the
   * members, and none shortly after a command, so that polls stay on time.
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
  const asked = new Set<string>();
  let isAsking = false;

  async function ask(id: string, callId: string, signal: AbortSignal): Promise<void> {
    asked.add(id);
    isAsking = true;
    const reply = await fetchCall(callId, signal).finally(() => {
      isAsking = false;
    });
    const number = reply?.kind === 'done' ? toPartyNumber(reply.value) : undefined;
    if (number === undefined || signal.aborted) return;
    byMember.set(id, number);
    onLearned();
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
      for (const member of members) {
        const { id, state } = member;
        // Only the id is taken from the URL: the credentials go only to the configured host.
        const callId = toMemberCallId(member);
        if (state !== 'active' || callId === undefined || asked.has(id)) continue;
        const called = calledBy(callId);
        if (called !== undefined) {
          asked.add(id);
          byMember.set(id, called);
        } else if (!isAsking && isQuiet()) ask(id, callId, signal).catch(onError);
      }
    },
  };
}
