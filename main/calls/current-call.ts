import type { KnownCall } from './reducer';

/** A call that the agent asked to see, and how many calls had been seen by then. */
export interface Pin {
  readonly callId: string;
  readonly nextSequence: number;
}

const TELEPHONE_RANK = {
  ringing: 0,
  established: 1,
  dialing: 2,
  unknown: 2,
  held: 3,
  ended: 4,
  waiting: undefined,
} as const;
const TALKSPACE_RANK = 5;
const CONFERENCE_RANK = 6;

/** How much a call wants to be the current one, 0 most; undefined when it cannot be. */
function rankOf(call: KnownCall): number | undefined {
  if (call.isPutAway === true) return undefined;
  if (call.line === 'genesys') return TELEPHONE_RANK[call.state];
  // A conference that nobody is in, or that is over, is nothing that the agent takes part in.
  if (call.state === 'waiting' || call.state === 'ended') return undefined;
  return call.line === 'talkspace' ? TALKSPACE_RANK : CONFERENCE_RANK;
}

/**
 * The call that the window is about: the one that the agent chose, until it ends or a new call
 * rings or is dialled; else ringing, established, dialing, held, one that has just ended, then
 * TalkSpace and conference; the newest first.
 */
export function chooseCurrentCall(
  calls: Iterable<KnownCall>,
  pin: Pin | undefined,
): KnownCall | undefined {
  let best: { readonly call: KnownCall; readonly rank: number } | undefined;
  let pinned: KnownCall | undefined;
  let hasNewcomer = false;
  for (const call of calls) {
    const rank = rankOf(call);
    if (rank === undefined) continue;
    if (call.id === pin?.callId && call.state !== 'ended') pinned = call;
    if (pin !== undefined && call.sequence >= pin.nextSequence && isAppearing(call)) {
      hasNewcomer = true;
    }
    const isBetter =
      best === undefined ||
      rank < best.rank ||
      (rank === best.rank && call.sequence > best.call.sequence);
    if (isBetter) best = { call, rank };
  }
  return pinned !== undefined && !hasNewcomer ? pinned : best?.call;
}

function isAppearing(call: KnownCall): boolean {
  return call.state === 'ringing' || call.state === 'dialing';
}
