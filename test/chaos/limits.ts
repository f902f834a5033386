import type { Call, Line } from '../../contract/call-model';
import type { Snapshot } from '../../contract/snapshot';
import type { Vendor } from '../../contract/vendors';

/** The conditions of the exceptions in docs/reliability.md. */
export interface Circumstances {
  /** Notifications were lost unnoticed, or sent after newer ones. */
  readonly hasUnseen: boolean;
  /** The agent changed something on the line in the last few seconds. */
  readonly hasActed: boolean;
  /** How many TalkSpaces have shared the requests since the last fault. */
  readonly mostTalkSpaces: number;
}

/** State that is shown as known must be correct within this time after the last fault. */
export const LIMIT_MS = 5_000;
/** While no call is shown, calls are fetched at least every 30 s. */
const NO_CALL_LIMIT_MS = 31_500;
/** While no Twilio conference is shown, one is searched for at least every 15 s. */
const SEARCH_LIMIT_MS = 15_000 + 2_000;
/** How long lists are fetched before a TalkSpace in which nobody was ever seen counts as ended. */
const NEVER_SEEN_LIMIT_MS = 20_000;
/** They share one request per second, and it takes three to detect that one has ended. */
const SHARED_LIMIT_MS = 3_000;
/** A command is sent before the next poll, and what it changed is fetched first. */
const COMMAND_LIMIT_MS = 2_000;
/** Twice the longest delay of any part that is not notified when the faults end. */
export const EVENTUAL_LIMIT_MS = 120_000;

const VENDOR_OF: Readonly<Record<Line, Vendor>> = {
  genesys: 'genesys',
  talkspace: 'telesocial',
  conference: 'bandwidth',
  twilio: 'twilio',
};

/** Whether the window marks the state of a line as possibly wrong. */
export function isInDoubt(line: Line, { connections, commands }: Snapshot): boolean {
  const connection = connections.find(({ vendor }) => vendor === VENDOR_OF[line]);
  return connection?.state !== 'connected' || (line === 'talkspace' && commands.some(isOpenStart));
}

/** Whether a TalkSpace may have been started that is not known yet. */
function isOpenStart({ action, outcome }: Snapshot['commands'][number]): boolean {
  return action === 'start-talkspace' && (outcome === 'sent' || outcome === 'unknown');
}

/**
 * How long after the last fault a line may show wrong state: five seconds, or as long as the window marks it
 * as unknown, apart from the exceptions in docs/reliability.md.
 */
export function limitOf(
  line: Line,
  snapshot: Snapshot | undefined,
  { hasUnseen, hasActed, mostTalkSpaces }: Circumstances,
): number {
  if (snapshot === undefined) return LIMIT_MS;
  // It has to become correct eventually.
  if (isInDoubt(line, snapshot)) return EVENTUAL_LIMIT_MS;
  const calls = snapshot.calls.filter((call) => call.line === line && call.state !== 'ended');
  const others = Math.max(0, mostTalkSpaces - 1);
  switch (line) {
    case 'genesys':
      return hasUnseen && calls.length === 0 ? NO_CALL_LIMIT_MS : LIMIT_MS;
    case 'talkspace':
      return calls.some(isNeverSeen)
        ? NEVER_SEEN_LIMIT_MS + others * 2 * SHARED_LIMIT_MS
        : LIMIT_MS + others * SHARED_LIMIT_MS;
    case 'twilio':
      if (calls.length === 0) return SEARCH_LIMIT_MS;
      return hasActed ? LIMIT_MS + COMMAND_LIMIT_MS : LIMIT_MS;
    default:
      return hasActed ? LIMIT_MS + COMMAND_LIMIT_MS : LIMIT_MS;
  }
}

function isNeverSeen({ participants }: Call): boolean {
  return participants.every(({ presence }) => presence !== 'joined');
}
