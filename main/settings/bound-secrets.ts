import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Vendor } from '../../contract/vendors';
import { PROFILE_SECRETS, SECRET_DESTINATIONS } from './profile';
import { asRecord, secretsSchema, type ProfileSecrets } from './profile-secrets';

/**
 * What is encrypted: the secrets, and for each section a digest of them with the addresses and names that
 * they were stored for. Whoever edits the stored profile cannot send a password elsewhere, for the
 * digest is where only the keyring can read and write it.
 */
const boundSecretsSchema = z.strictObject({
  version: z.literal(2),
  secrets: secretsSchema,
  digests: z.record(z.string(), z.string()),
});

type Section = keyof typeof SECRET_DESTINATIONS;
const SECTIONS = Object.keys(PROFILE_SECRETS) as Section[];

type Content = Readonly<Record<string, unknown>>;

/** The text to encrypt for a profile that `splitSecrets` took apart. */
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

/** The secrets that may be used with a stored profile, and the sections for which there are none. */
export interface UsableSecrets {
  readonly secrets: ProfileSecrets;
  /** Their addresses or names are no longer those that the secrets were stored for. */
  readonly changed: readonly Vendor[];
}

/** Undefined where the text is not bound at all, such as one of an earlier version. */
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
 * The secrets are part of it, so that nobody who does not know them can compute it: the encryption of
 * some keyrings does not notice that a ciphertext was changed.
 */
function digestOf(section: Section, content: unknown, secrets: Content | undefined): string {
  const fields = asRecord(content) ?? {};
  const destination = SECRET_DESTINATIONS[section].map((name) => [name, fields[name] ?? null]);
  const sorted = Object.entries(secrets ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([section, destination, sorted]))
    .digest('base64');
}
