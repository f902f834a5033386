import { z } from 'zod';
import type { SealedSecret } from '../secrets/secret-box';
import { tryParseJson } from './try-parse-json';

const fileSchema = z.object({
  version: z.literal(1),
  /** The agent's name for the profile. */
  name: z.string().optional(),
  profile: z.record(z.string(), z.unknown()),
  secrets: z.object({
    keeper: z.string(),
    /** Empty if no secrets are stored. */
    ciphertext: z.string(),
    /** The names of the encrypted fields, by section. Early versions did not write them. */
    fields: z.record(z.string(), z.array(z.string())).optional(),
    /** The encrypted fields that have not been entered yet. */
    missing: z.record(z.string(), z.array(z.string())).optional(),
  }),
});

/** The content of a stored profile's file. */
export type StoredFile = z.infer<typeof fileSchema>;

/** The placeholder for encrypted secrets. */
export const NO_CIPHERTEXT: SealedSecret = { keeper: 'none', ciphertext: '' };

export function hasCiphertext({ secrets }: StoredFile): boolean {
  return secrets.ciphertext !== '';
}

/** Undefined for a damaged file. */
export function parseStored(text: string): StoredFile | undefined {
  const parsed = fileSchema.safeParse(tryParseJson(text));
  return parsed.success ? parsed.data : undefined;
}
