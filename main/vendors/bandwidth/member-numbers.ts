import { toMemberCallId, toPartyNumber } from './mapper';
import type { BandwidthClient } from './client';
import type { WireMember } from './wire';

const MOST_AT_ONCE = 5;

/** The telephone numbers of a conference's members, which their calls tell and they do not. */
export interface MemberNumbers {
  readonly byMember: ReadonlyMap<string, string>;
  /** Asks once for the call of each active member that was not asked for; a failure leaves none. */
  learn(members: readonly WireMember[], signal: AbortSignal): Promise<void>;
}

export function createMemberNumbers(client: BandwidthClient): MemberNumbers {
  const byMember = new Map<string, string>();
  const asked = new Set<string>();

  async function ask(member: WireMember, signal: AbortSignal): Promise<void> {
    // Only the id is taken from the URL: the credentials go to the configured host alone.
    const callId = toMemberCallId(member);
    if (callId === undefined) return;
    const reply = await client.readCall(callId, signal);
    const number = reply.kind === 'ok' ? toPartyNumber(reply.value) : undefined;
    if (number !== undefined) byMember.set(member.id, number);
  }

  return {
    byMember,
    async learn(members, signal) {
      const unknown = members.filter(({ id, state }) => state === 'active' && !asked.has(id));
      for (const member of unknown) asked.add(member.id);
      for (let first = 0; first < unknown.length; first += MOST_AT_ONCE) {
        const some = unknown.slice(first, first + MOST_AT_ONCE);
        await Promise.all(some.map((member) => ask(member, signal)));
      }
    },
  };
}
