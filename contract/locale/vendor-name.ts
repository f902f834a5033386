import type { Vendor } from '../vendors';
import { en } from './en';

const NAMES: Readonly<Partial<Record<Vendor, string>>> = en.vendors;

/** What the agent reads for a vendor; its id where the locale has no name for it. */
export function vendorName(vendor: Vendor): string {
  return NAMES[vendor] ?? vendor;
}
