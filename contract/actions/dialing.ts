import { en } from '../locale/en';
import { format } from '../locale/format';
import { vendorName } from '../locale/vendor-name';
import type { Snapshot } from '../snapshot';

/** Why no number can be dialed now, where numbers can be dialed at all. */
export function whyNoDialing({
  lines,
  connections,
}: Pick<Snapshot, 'lines' | 'connections'>): string | undefined {
  const vendors = lines.filter(({ canDial }) => canDial).map(({ vendor }) => vendor);
  const isConnected = connections.some(
    ({ vendor, state }) => state === 'connected' && vendors.includes(vendor),
  );
  const [vendor = ''] = vendors;
  return isConnected
    ? undefined
    : format(en.window.reasons.noConnection, { vendor: vendorName(vendor) });
}
