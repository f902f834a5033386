import { z } from 'zod';

const desktopsSchema = z.array(z.record(z.string(), z.string())).min(1);

/**
 * The desktops that `npm test` has started for the end-to-end tests, each as the environment variables
 * that put a program on it. If there are none, the tests share the current desktop.
 */
export const DESKTOPS = desktopsSchema.parse(JSON.parse(process.env.SIDETONE_DESKTOPS ?? '[{}]'));
