import type { LineDescriptor } from '../../contract/lines';
import type { Profile } from '../settings/profile';
import { bandwidth } from '../vendors/bandwidth/vendor';
import { genesys } from '../vendors/genesys/vendor';
import type { VendorModule } from '../vendors/shared/vendor-module';
import { telesocial } from '../vendors/telesocial/vendor';
import { twilio } from '../vendors/twilio/vendor';
import { verba } from '../vendors/verba/vendor';

/** Every vendor, in the order in which the window lists their connections. */
export const VENDORS: readonly VendorModule[] = [genesys, telesocial, bandwidth, twilio, verba];

/** The lines of a profile, in the order of the vendors. */
export function describeLines<AnyProfile extends Profile>(
  profile: AnyProfile,
  vendors: readonly VendorModule<AnyProfile>[] = VENDORS,
): LineDescriptor[] {
  return vendors.flatMap((vendor) => vendor.describeLine(profile) ?? []);
}
