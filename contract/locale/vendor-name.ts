import type { Vendor } from '../vendors';
import { en } from './en';

const NAMES: Readonly<Partial<Record<Vendor, string>>> = en.vendors;

/** The displayed name of a vendor; its id if the locale has no name for it. */
export function vendorName(vendor: Vendor): string {
  return NAMES[vendor] ?? vendor;
}
