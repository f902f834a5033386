import { fieldValueSchema, type FieldValues, type SettingsField } from '../../contract/settings';
import { asRecord } from './profile-secrets';

/** The values of a section, by path. Secrets are left out. */
export function toFieldValues(
  fields: readonly SettingsField[],
  content: Readonly<Record<string, unknown>>,
): FieldValues {
  const values = fields
    .filter(({ kind }) => kind !== 'secret')
    .flatMap(({ path }) => {
      const value = fieldValueSchema.safeParse(readPath(content, path.split('.')));
      return value.success ? [[path, value.data] as const] : [];
    });
  return Object.fromEntries(values);
}

/** The section with these values. Empty values are left out, as in a hand-written profile. */
export function fromFieldValues(
  fields: readonly SettingsField[],
  values: FieldValues,
): Record<string, unknown> {
  const content: Record<string, unknown> = {};
  for (const { path, kind } of fields) {
    const value = values[path];
    if (kind === 'secret' || value === undefined || isEmpty(value)) continue;
    writePath(content, path.split('.'), typeof value === 'string' ? value.trim() : value);
  }
  return content;
}

function isEmpty(value: FieldValues[string]): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === false || (Array.isArray(value) && value.length === 0);
}

function readPath(content: unknown, [first = '', ...rest]: readonly string[]): unknown {
  const value = asRecord(content)?.[first];
  return rest.length === 0 ? value : readPath(value, rest);
}

function writePath(
  content: Record<string, unknown>,
  [first = '', ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    content[first] = value;
    return;
  }
  const nested = { ...asRecord(content[first]) };
  writePath(nested, rest, value);
  content[first] = nested;
}
