import { z } from 'zod';

export const VENDORS = ['genesys', 'telesocial', 'bandwidth', 'verba'] as const;
export const vendorSchema = z.enum(VENDORS);
export type Vendor = z.infer<typeof vendorSchema>;
