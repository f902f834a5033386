import type { Line } from '../../contract/call-model';
import type { Snapshot } from '../../contract/snapshot';
import type { Vendor } from '../../contract/vendors';

/** What the exceptions of docs/reliability.md depend on. */
export interface Circumstances {
  /** Notifications were lost without a trace, or sent after newer ones. */
  readonly hasUnseen: boolean;
  /** The computer's clock was set to a wrong time. */
  readonly isClockWrong: boolean;
}

/** After the last fault what is shown as known has to be true within this time. */
export const LIMIT_MS = 5_000;
/** While no call is shown, calls are read every 30 s, a fifth more at most. */
const NO_CALL_LIMIT_MS = 37_000;
/** So long lists are read before a TalkSpace is given up that nobody was ever seen in. */
const NEVER_SEEN_LIMIT_MS = 20_000;
/** The longest pause of any part that is not told that the trouble is over: a minute, and a fifth more. */
export const PATIENCE_MS = 130_000;

const VENDOR_OF: Record<Line, Vendor> = {
  genesys: 'genesys',
  talkspace: 'telesocial',
  conference: 'bandwidth',
};

/**
 * How long after the last fault a line may show what is not true: five seconds, or as long as it says
 * that it is not connected, but for the exceptions that docs/reliability.md names.
 */
export function limitOf(
  line: Line,
  snapshot: Snapshot | undefined,
  { hasUnseen, isClockWrong }: Circumstances,
): number {
  if (snapshot === undefined) return LIMIT_MS;
  const connection = snapshot.connections.find(({ vendor }) => vendor === VENDOR_OF[line]);
  // It says that it does not know; being right again is then a matter of patience alone.
  if (connection?.state !== 'connected') return PATIENCE_MS;
  const calls = snapshot.calls.filter((call) => call.line === line && call.state !== 'ended');
  switch (line) {
    case 'genesys':
      return hasUnseen && calls.length === 0 ? NO_CALL_LIMIT_MS : LIMIT_MS;
    case 'talkspace': {
      // The window says that what came of it is not known.
      if (snapshot.commands.some(isStartInDoubt)) return PATIENCE_MS;
      const isNeverSeen = calls.some(({ participants }) =>
        participants.every(({ presence }) => presence !== 'joined'),
      );
      return isNeverSeen ? NEVER_SEEN_LIMIT_MS : LIMIT_MS;
    }
    case 'conference':
      return isClockWrong ? PATIENCE_MS : LIMIT_MS;
  }
}

function isStartInDoubt({ action, outcome }: Snapshot['commands'][number]): boolean {
  return action === 'start-talkspace' && (outcome === 'sent' || outcome === 'unknown');
}
