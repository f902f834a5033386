import { z } from 'zod';
import type { SealedSecret } from '../secrets/secret-box';

const fileSchema = z.object({
  version: z.literal(1),
  /** What the agent calls the profile. */
  name: z.string().optional(),
  profile: z.record(z.string(), z.unknown()),
  secrets: z.object({
    keeper: z.string(),
    /** Empty where no secrets are stored. */
    ciphertext: z.string(),
    /** The names of the encrypted fields, by section. Early versions did not write them. */
    fields: z.record(z.string(), z.array(z.string())).optional(),
    /** Those of them that the agent has not entered yet. */
    missing: z.record(z.string(), z.array(z.string())).optional(),
  }),
});

/** A stored profile as it is in its file. */
export type StoredFile = z.infer<typeof fileSchema>;

/** In the place of encrypted secrets. */
export const NO_CIPHERTEXT: SealedSecret = { keeper: 'none', ciphertext: '' };

export function hasCiphertext({ secrets }: StoredFile): boolean {
  return secrets.ciphertext !== '';
}

/** Undefined for a damaged file. */
export function parseStored(text: string): StoredFile | undefined {
  const parsed = fileSchema.safeParse(tryParseJson(text));
  return parsed.success ? parsed.data : undefined;
}

export function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
