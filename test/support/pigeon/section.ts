import { z } from 'zod';
import { profileSchema } from '../../../main/settings/profile';

/** The profile of an installation that also has the fictional vendor. */
export const pigeonProfileSchema = profileSchema.safeExtend({
  pigeon: z.strictObject({ loft: z.string() }).optional(),
});
export type PigeonProfile = z.infer<typeof pigeonProfileSchema>;
export type PigeonSection = NonNullable<PigeonProfile['pigeon']>;
