import type { Calls, KnownCall } from './reducer';

/** How much a telephone call wants to be the current one, 0 most; undefined when it cannot be. */
const TELEPHONE_RANK = {
  established: 0,
  dialing: 1,
  // It may be one that somebody talks on.
  unknown: 1,
  held: 2,
  ringing: 3,
  ended: 4,
  waiting: undefined,
} as const;
const LAST_LIVE_RANK = 1;
const TALKSPACE_RANK = 5;

/** The telephone call that the agent is talking on, else one that they are calling. */
export function findLiveCall(calls: Iterable<KnownCall>): KnownCall | undefined {
  return findBest(calls, (call) => {
    const rank = call.line === 'genesys' && !call.isHeld ? TELEPHONE_RANK[call.state] : undefined;
    return rank !== undefined && rank <= LAST_LIVE_RANK ? rank : undefined;
  });
}

/**
 * The id of the call that the window is about. A call that the agent begins to talk on becomes the
 * current one. It then stays so while others ring, are held or end, until it ends itself or the agent
 * chooses another. A conference that is only watched never is.
 */
export function followCurrentCall(
  currentId: string | undefined,
  previous: Calls,
  next: Calls,
): string | undefined {
  const live = findLiveCall(next.known.values());
  if (live !== undefined && live.id !== findLiveCall(previous.known.values())?.id) return live.id;
  const current = currentId === undefined ? undefined : next.known.get(currentId);
  if (current !== undefined && canStay(current, previous, next)) return current.id;
  const best = findBest(next.known.values(), rankOf);
  // Its end is shown until there is a call that goes on.
  if (best?.state === 'ended' && current !== undefined && canBeCurrent(current)) return current.id;
  return best?.id;
}

/** Whether the agent can choose to see this call. */
export function canBeCurrent(call: KnownCall): boolean {
  return rankOf(call) !== undefined;
}

/** A TalkSpace can be open for hours, so a telephone call that begins to ring takes its place. */
function canStay(call: KnownCall, previous: Calls, next: Calls): boolean {
  if (!canBeCurrent(call) || call.state === 'ended') return false;
  return call.line === 'genesys' || !hasNewRinging(previous, next);
}

function hasNewRinging(previous: Calls, next: Calls): boolean {
  return [...next.known.values()].some(
    ({ id, state }) => state === 'ringing' && previous.known.get(id)?.state !== 'ringing',
  );
}

function rankOf(call: KnownCall): number | undefined {
  if (call.isPutAway === true) return undefined;
  if (call.line === 'genesys') return TELEPHONE_RANK[call.state];
  const isOpen = call.line === 'talkspace' && call.state !== 'waiting' && call.state !== 'ended';
  return isOpen ? TALKSPACE_RANK : undefined;
}

/** Of calls that rank alike the newest, but the one that has rung the longest. */
function findBest(
  calls: Iterable<KnownCall>,
  rank: (call: KnownCall) => number | undefined,
): KnownCall | undefined {
  let best: { readonly call: KnownCall; readonly rank: number } | undefined;
  for (const call of calls) {
    const own = rank(call);
    if (own === undefined) continue;
    const isNewer = best === undefined || call.sequence > best.call.sequence;
    const isBefore = call.state === 'ringing' ? !isNewer : isNewer;
    if (best === undefined || own < best.rank || (own === best.rank && isBefore)) {
      best = { call, rank: own };
    }
  }
  return best?.call;
}
