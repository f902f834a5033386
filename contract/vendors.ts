import { z } from 'zod';

/** The id of a vendor's service: the name of its section in the profile, and in the trace. */
export const vendorSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
export type Vendor = z.infer<typeof vendorSchema>;
