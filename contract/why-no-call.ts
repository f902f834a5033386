import { lostConnectionOf } from './actions/dialing';
import type { Snapshot } from './snapshot';

/**
 * Why no call is shown: there is none, or calls cannot be seen, because nothing is set up, the
 * profile has no line in use, or the telephone service is not connected.
 */
export type WhyNoCall = 'no-call' | 'not-set-up' | 'no-line' | 'no-connection';

export function whyNoCall(
  snapshot: Pick<Snapshot, 'hasProfile' | 'lines' | 'connections'>,
): WhyNoCall {
  if (!snapshot.hasProfile) return 'not-set-up';
  if (snapshot.lines.length === 0) return 'no-line';
  return lostConnectionOf(snapshot) === undefined ? 'no-call' : 'no-connection';
}
