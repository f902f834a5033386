import { z } from 'zod';
import { toBasicCredentials } from './basic-credentials';
import { PROFILE_SECRETS, type Profile } from './profile';

/** The secrets of a profile, by section and field. */
export const secretsSchema = z.record(z.string(), z.record(z.string(), z.string()));
export type ProfileSecrets = z.infer<typeof secretsSchema>;

/** Takes a profile apart into what may be seen and what must be sealed. */
export function splitSecrets(profile: Profile): {
  open: Record<string, unknown>;
  secrets: ProfileSecrets;
} {
  const open: Record<string, unknown> = { ...profile };
  const secrets: ProfileSecrets = {};
  for (const [section, fields] of Object.entries(PROFILE_SECRETS)) {
    const content = asRecord(open[section]);
    if (content === undefined) continue;
    const hidden: Record<string, string> = {};
    const shown: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(content)) {
      const isSecret = (fields as readonly string[]).includes(field);
      if (isSecret && typeof value === 'string') hidden[field] = value;
      else shown[field] = value;
    }
    open[section] = shown;
    secrets[section] = hidden;
  }
  return { open, secrets };
}

/** Puts together again what `splitSecrets` took apart; the result is still to be checked. */
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

/** Every secret of a profile, also as it is sent in headers, to be blotted out of what is written. */
export function listSecrets(profile: Profile): string[] {
  const { genesys, bandwidth, verba } = profile;
  const secrets = Object.values(splitSecrets(profile).secrets).flatMap((fields) =>
    Object.values(fields),
  );
  const signIns = [
    ...(genesys ? [[genesys.userName, genesys.password]] : []),
    ...(bandwidth ? [[bandwidth.apiToken, bandwidth.apiSecret]] : []),
    ...(verba ? [[verba.login, verba.password]] : []),
  ];
  const credentials = signIns.flatMap(([name, password]) =>
    name === undefined || password === undefined ? [] : [toBasicCredentials(name, password)],
  );
  const encoded = secrets.map((secret) => Buffer.from(secret, 'utf8').toString('base64'));
  return [...secrets, ...encoded, ...credentials];
}

export function asRecord(value: unknown): Record<string, unknown> | undefined {
  const parsed = z.record(z.string(), z.unknown()).safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
