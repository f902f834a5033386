import { z } from 'zod';

const desktopsSchema = z.array(z.record(z.string(), z.string())).min(1);

/**
 * The desktops that `npm test` has started for end-to-end tests, each as what a program needs in its
 * environment to be on it. Without any, the tests share the one that they were started on.
 */
export const DESKTOPS = desktopsSchema.parse(JSON.parse(process.env.SIDETONE_DESKTOPS ?? '[{}]'));
