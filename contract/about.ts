import { z } from 'zod';

/** A library or runtime that the package holds, with its license. */
export const thirdPartySchema = z.object({
  name: z.string(),
  /** Empty where it goes without saying. */
  version: z.string(),
  /** By its SPDX identifier. */
  license: z.string(),
  text: z.string(),
});
export type ThirdParty = z.infer<typeof thirdPartySchema>;

export interface About {
  readonly version: string;
  /** The text of Sidetone's own license. */
  readonly license: string;
  readonly thirdParties: readonly ThirdParty[];
}
