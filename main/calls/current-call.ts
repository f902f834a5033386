import { descriptorOf } from '../../contract/descriptor-of';
import type { LineDescriptor } from '../../contract/lines';
import type { Calls, KnownCall } from './known-call';

/** The rank of a telephone call, 0 the highest; undefined if it cannot be the current one. */
const TELEPHONE_RANK = {
  established: 0,
  dialing: 1,
  // The agent may be talking on this call.
  unknown: 1,
  held: 2,
  ringing: 3,
  ended: 4,
  waiting: undefined,
} as const;
const LAST_LIVE_RANK = 1;
const CONFERENCE_RANK = 5;

interface Lines {
  readonly lines: readonly LineDescriptor[];
}

/** The calls of all lines, and the lines' descriptors. */
interface CallState extends Lines {
  readonly calls: Calls;
}

/** The telephone call that the agent is talking on, or else the one that is being dialed. */
export function findLiveCall({ calls, lines }: CallState): KnownCall | undefined {
  return findBest(calls, (call) => {
    const rank =
      isTelephone(call, { lines }) && !call.isHeld ? TELEPHONE_RANK[call.state] : undefined;
    return rank !== undefined && rank <= LAST_LIVE_RANK ? rank : undefined;
  });
}

/**
 * The id of the call that the window shows. A call that the agent begins to talk on becomes the current one.
 * It then stays so while others ring, are held or end, until it ends itself or the agent chooses another. A
 * conference that is only watched never is.
 */
export function followCurrentCall(
  previous: CallState & { readonly currentCallId: string | undefined },
  calls: Calls,
): string | undefined {
  const { lines, currentCallId } = previous;
  const live = findLiveCall({ calls, lines });
  if (live !== undefined && live.id !== findLiveCall(previous)?.id) return live.id;
  const current = currentCallId === undefined ? undefined : calls.known.get(currentCallId);
  const isShowable = current !== undefined && canBeCurrent(current, { lines });
  if (isShowable && current.state !== 'ended') {
    // A conference can be open for hours, so a telephone call that begins to ring takes its place.
    const canStay = isTelephone(current, { lines }) || !hasNewRinging(previous.calls, calls);
    if (canStay) return current.id;
  }
  const best = findBest(calls, (call) => rankOf(call, { lines }));
  // Its end is shown until there is an ongoing call.
  return isShowable && best?.state === 'ended' ? current.id : best?.id;
}

/** Whether the agent can choose to see this call. */
export function canBeCurrent(call: KnownCall, lines: Lines): boolean {
  return rankOf(call, lines) !== undefined;
}

function isTelephone({ line }: KnownCall, lines: Lines): boolean {
  return descriptorOf(lines, line).kind === 'telephone';
}

function hasNewRinging(previous: Calls, next: Calls): boolean {
  return [...next.known.values()].some(
    ({ id, state }) => state === 'ringing' && previous.known.get(id)?.state !== 'ringing',
  );
}

function rankOf(call: KnownCall, lines: Lines): number | undefined {
  if (call.isDismissed === true || call.isWatched === true) return undefined;
  if (isTelephone(call, lines)) return TELEPHONE_RANK[call.state];
  return call.state === 'waiting' || call.state === 'ended' ? undefined : CONFERENCE_RANK;
}

/** Of calls with the same rank the newest, but of ringing ones the oldest. */
function findBest(
  { known }: Calls,
  rank: (call: KnownCall) => number | undefined,
): KnownCall | undefined {
  let best: { readonly call: KnownCall; readonly rank: number } | undefined;
  for (const call of known.values()) {
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
