import { z } from 'zod';
import type { Vendor } from '../../contract/vendors';
import { lazyCrypto } from '../disk/lazy-crypto';
import { PROFILE_SECTIONS } from './profile';
import { asRecord, secretsSchema, type ProfileSecrets } from './profile-secrets';

/**
 * The encrypted content: the secrets, and for each section a digest of them together with the
 * addresses and names that they were stored for. Editing the stored profile cannot send a password
 * elsewhere, because the digest can be read and written only with the keyring.
 */
const boundSecretsSchema = z.strictObject({
  version: z.literal(2),
  secrets: secretsSchema,
  digests: z.record(z.string(), z.string()),
});

type Content = Readonly<Record<string, unknown>>;

/** The text to encrypt, for a profile split by `splitSecrets`. */
export function bindSecrets(open: Content, secrets: ProfileSecrets): string {
  const digests = Object.fromEntries(
    PROFILE_SECTIONS.filter(([section]) => secrets[section] !== undefined).map(
      ([section, { destination }]) => [
        section,
        digestOf(section, destination, open[section], secrets[section]),
      ],
    ),
  );
  const bound: z.infer<typeof boundSecretsSchema> = { version: 2, secrets, digests };
  return JSON.stringify(bound);
}

/** The secrets that may be used with a stored profile, and the sections that have none. */
export interface UsableSecrets {
  readonly secrets: ProfileSecrets;
  /** Sections whose addresses or names have changed since the secrets were stored. */
  readonly changed: readonly Vendor[];
}

/** Undefined if the text has no digests, as in early versions. */
export function openBoundSecrets(open: Content, decrypted: unknown): UsableSecrets | undefined {
  const parsed = boundSecretsSchema.safeParse(decrypted);
  if (!parsed.success) return undefined;
  const { secrets, digests } = parsed.data;
  const changed = PROFILE_SECTIONS.filter(
    ([section, { destination }]) =>
      open[section] !== undefined &&
      secrets[section] !== undefined &&
      digests[section] !== digestOf(section, destination, open[section], secrets[section]),
  ).map(([section]) => section);
  const usable = Object.entries(secrets).filter(([section]) => !changed.includes(section));
  return { secrets: Object.fromEntries(usable), changed };
}

/**
 * Includes the secrets, so that only somebody who knows them can compute it. The encryption of some
 * keyrings does not detect a modified ciphertext.
 */
function digestOf(
  section: string,
  destination: readonly string[],
  content: unknown,
  secrets: Content | undefined,
): string {
  const fields = asRecord(content) ?? {};
  const values = destination.map((name) => [name, fields[name] ?? null]);
  const sorted = Object.entries(secrets ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  return lazyCrypto()
    .createHash('sha256')
    .update(JSON.stringify([section, values, sorted]))
    .digest('base64');
}
