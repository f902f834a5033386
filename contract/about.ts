import { z } from 'zod';

/** A library or runtime in the package, with its license. */
export const thirdPartySchema = z.object({
  name: z.string(),
  /** Empty if it need not be shown. */
  version: z.string(),
  /** The SPDX identifier. */
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
