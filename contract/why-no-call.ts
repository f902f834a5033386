import { lostConnectionOf } from './actions/dialing';
import { vendorName } from './locale/vendor-name';
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
  if (nameLostService(snapshot) !== undefined) return 'no-connection';
  return snapshot.lines.length === 0 ? 'no-line' : 'no-call';
}

/** The name of the service without which no call is shown. */
export function nameLostService(
  snapshot: Pick<Snapshot, 'lines' | 'connections'>,
): string | undefined {
  if (snapshot.lines.length > 0) return lostConnectionOf(snapshot);
  // A service has no line while its password is not known.
  const lost = snapshot.connections.find(({ state }) => state === 'signed-out');
  return lost && vendorName(lost.vendor);
}
