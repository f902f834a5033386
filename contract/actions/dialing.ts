import { en } from '../locale/en';
import { format } from '../locale/format';
import { vendorName } from '../locale/vendor-name';
import type { LineDescriptor } from '../lines';
import type { Snapshot } from '../snapshot';

type Connections = Pick<Snapshot, 'lines' | 'connections'>;

/** Why no number can be dialed now, if the profile has a line that can dial. */
export function whyNoDialing(snapshot: Connections): string | undefined {
  const vendor = findLost(snapshot, ({ canDial }) => canDial);
  return vendor === undefined ? undefined : format(en.window.reasons.noConnection, { vendor });
}

/** The name of the telephone line's service while its calls are not known. */
export function lostConnectionOf(snapshot: Connections): string | undefined {
  return findLost(
    snapshot,
    ({ kind, requiresConnection }) => kind === 'telephone' && requiresConnection,
  );
}

/** The first service of such a line, if none of them is connected. */
function findLost(
  { lines, connections }: Connections,
  isMeant: (line: LineDescriptor) => boolean,
): string | undefined {
  const vendors = lines.filter(isMeant).map(({ vendor }) => vendor);
  const isConnected = connections.some(
    ({ vendor, state }) => state === 'connected' && vendors.includes(vendor),
  );
  const [vendor] = vendors;
  return isConnected || vendor === undefined ? undefined : vendorName(vendor);
}
