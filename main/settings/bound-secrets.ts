import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Vendor } from '../../contract/vendors';
import { PROFILE_SECRETS, SECRET_DESTINATIONS } from './profile';
import { asRecord, secretsSchema, type ProfileSecrets } from './profile-secrets';

/**
 * What is encrypted: the secrets, and for each section a digest of them together with the addresses and
 * names that they were stored for. Editing the stored profile cannot send a password elsewhere, since the
 * digest can be read and written only with the keyring.
 */
const boundSecretsSchema = z.strictObject({
  version: z.literal(2),
  secrets: secretsSchema,
  digests: z.record(z.string(), z.string()),
});

type Section = keyof typeof SECRET_DESTINATIONS;
const SECTIONS = Object.keys(PROFILE_SECRETS) as Section[];

type Content = Readonly<Record<string, unknown>>;

/** The text to encrypt, for a profile that `splitSecrets` has split. */
export function bindSecrets(open: Content, secrets: ProfileSecrets): string {
  const digests = Object.fromEntries(
    SECTIONS.filter((section) => secrets[section] !== undefined).map((section) => [
      section,
      digestOf(section, open[section], secrets[section]),
    ]),
  );
  const bound: z.infer<typeof boundSecretsSchema> = { version: 2, secrets, digests };
  return JSON.stringify(bound);
}

/** The secrets that may be used with a stored profile, and the sections that have none. */
export interface UsableSecrets {
  readonly secrets: ProfileSecrets;
  /** Their addresses or names have changed since the secrets were stored. */
  readonly changed: readonly Vendor[];
}

/** Undefined if the text has no digests, as in early versions. */
export function openBoundSecrets(open: Content, decrypted: unknown): UsableSecrets | undefined {
  const parsed = boundSecretsSchema.safeParse(decrypted);
  if (!parsed.success) return undefined;
  const { secrets, digests } = parsed.data;
  const changed = SECTIONS.filter(
    (section) =>
      open[section] !== undefined &&
      secrets[section] !== undefined &&
      digests[section] !== digestOf(section, open[section], secrets[section]),
  );
  const usable = Object.entries(secrets).filter(
    ([section]) => !changed.some((one) => one === section),
  );
  return { secrets: Object.fromEntries(usable), changed };
}

/**
 * Includes the secrets, so that only somebody who knows them can compute it: the encryption of some
 * keyrings does not detect a changed ciphertext.
 */
function digestOf(section: Section, content: unknown, secrets: Content | undefined): string {
  const fields = asRecord(content) ?? {};
  const destination = SECRET_DESTINATIONS[section].map((name) => [name, fields[name] ?? null]);
  const sorted = Object.entries(secrets ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([section, destination, sorted]))
    .digest('base64');
}
