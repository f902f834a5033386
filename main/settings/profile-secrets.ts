import { z } from 'zod';
import { toBasicCredentials } from './basic-credentials';
import { PROFILE_SECTIONS, type Profile } from './profile';

/** The secrets of a profile, by section and field. */
export const secretsSchema = z.record(z.string(), z.record(z.string(), z.string()));
export type ProfileSecrets = z.infer<typeof secretsSchema>;

/** Splits a profile into a readable part and the secrets, which must be encrypted. */
export function splitSecrets(profile: Profile): {
  open: Record<string, unknown>;
  secrets: ProfileSecrets;
} {
  const open: Record<string, unknown> = { ...profile };
  const secrets: ProfileSecrets = {};
  for (const [section, definition] of PROFILE_SECTIONS) {
    const content = asRecord(open[section]);
    if (content === undefined) continue;
    const hidden: Record<string, string> = {};
    const shown: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(content)) {
      const isSecret = definition.secrets.includes(field);
      if (isSecret && typeof value === 'string') hidden[field] = value;
      else shown[field] = value;
    }
    open[section] = shown;
    secrets[section] = hidden;
  }
  return { open, secrets };
}

/** Reverses `splitSecrets`. The result has not been validated. */
export function mergeSecrets(
  open: Readonly<Record<string, unknown>>,
  secrets: ProfileSecrets,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...open };
  for (const [section, fields] of Object.entries(secrets)) {
    const content = asRecord(merged[section]);
    if (content !== undefined) merged[section] = { ...content, ...fields };
  }
  return merged;
}

/** All secrets of a profile for redaction, including their encoding in headers. */
export function listSecrets(profile: Profile): string[] {
  const secrets = Object.values(splitSecrets(profile).secrets).flatMap((fields) =>
    Object.values(fields),
  );
  const encoded = secrets.map((secret) => Buffer.from(secret, 'utf8').toString('base64'));
  return [...secrets, ...encoded, ...listBasicCredentials(profile)];
}

function listBasicCredentials(profile: Profile): string[] {
  const content: Readonly<Record<string, unknown>> = profile;
  return PROFILE_SECTIONS.flatMap(([section, { basicCredentials = [] }]) => {
    const fields = asRecord(content[section]);
    return basicCredentials.flatMap(([nameField, passwordField]) => {
      const name = fields?.[nameField];
      const password = fields?.[passwordField];
      return typeof name === 'string' && typeof password === 'string'
        ? [toBasicCredentials(name, password)]
        : [];
    });
  });
}

export function asRecord(value: unknown): Record<string, unknown> | undefined {
  const parsed = z.record(z.string(), z.unknown()).safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
