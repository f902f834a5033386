import { dequal } from 'dequal';
import type { FieldMistake, SectionForm } from '../../contract/settings';
import { describeFields } from './describe-fields';
import { fromFieldValues, toFieldValues } from './field-values';
import { checkFields } from './parse-profile';
import { findSection, type Profile } from './profile';
import { asRecord, mergeSecrets, splitSecrets, type ProfileSecrets } from './profile-secrets';

/** A profile that is being edited. Some of its secrets may be missing. */
export interface ProfileContent {
  /** Everything except the secrets. */
  readonly open: Readonly<Record<string, unknown>>;
  readonly secrets: ProfileSecrets;
  /** The names of each section's secrets, including missing ones. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

export const EMPTY_CONTENT: ProfileContent = { open: { version: 1 }, secrets: {}, names: {} };

export type EditedSection =
  /** `profile` has placeholders for the secrets that other sections lack. */
  | { readonly ok: true; readonly content: ProfileContent; readonly profile: Profile }
  | { readonly ok: false; readonly mistakes: readonly FieldMistake[] };

const PLACEHOLDER = 'missing';
const AGAIN = 'must be entered again, since the address or user name was changed';

/**
 * Returns the profile with new values for one section. A stored secret is kept only if the address
 * and the user name that it was stored for are unchanged. Otherwise it would be sent to somebody
 * else.
 */
export function editSection(content: ProfileContent, form: SectionForm): EditedSection {
  const { section, values } = form;
  const definition = findSection(section);
  if (definition === undefined) {
    return { ok: false, mistakes: [{ field: section, message: 'is not a known section' }] };
  }
  const { secrets: secretNames, destination } = definition;
  const fields = describeFields(definition);
  const edited = fromFieldValues(fields, values);
  // The profile may have been written by hand, so it is compared as the form would save it.
  const before = fromFieldValues(
    fields,
    toFieldValues(fields, asRecord(content.open[section]) ?? {}),
  );
  const isSameDestination = destination.every((field) => {
    const fallback = fields.find(({ path }) => path === field)?.fallback;
    return dequal(before[field] ?? fallback, edited[field] ?? fallback);
  });
  const stored = content.secrets[section] ?? {};
  const kept = isSameDestination ? stored : {};
  const secrets = Object.fromEntries(
    secretNames.flatMap((name) => {
      const secret = readTyped(form, name) ?? kept[name];
      return secret === undefined ? [] : [[name, secret]];
    }),
  );
  const isDropped = (field: string): boolean =>
    secretNames.some(
      (name) =>
        field === `${section}.${name}` && stored[name] !== undefined && secrets[name] === undefined,
    );
  const open = { ...content.open, [section]: edited };
  const others = withoutSection(content.secrets, section);
  const checked = checkFields(
    mergeSecrets(open, { ...fillIn(content, section), ...others, [section]: secrets }),
  );
  if (!checked.ok) {
    return {
      ok: false,
      mistakes: checked.mistakes.map((mistake) =>
        isDropped(mistake.field) ? { ...mistake, message: AGAIN } : mistake,
      ),
    };
  }
  return {
    ok: true,
    profile: checked.value,
    content: {
      open: splitSecrets(checked.value).open,
      secrets: { ...others, ...(secretNames.length > 0 && { [section]: secrets }) },
      names: {
        ...content.names,
        ...(secretNames.length > 0 && { [section]: Object.keys(secrets) }),
      },
    },
  };
}

/** An empty field keeps the stored secret. */
function readTyped({ secrets }: SectionForm, name: string): string | undefined {
  return secrets[name] === '' ? undefined : secrets[name];
}

/** The profile without one of its vendors. */
export function removeSection(content: ProfileContent, section: string): ProfileContent {
  return {
    open: withoutSection(content.open, section),
    secrets: withoutSection(content.secrets, section),
    names: withoutSection(content.names, section),
  };
}

/** The content of a complete profile. */
export function toContent(profile: Profile): ProfileContent {
  const { open, secrets } = splitSecrets(profile);
  return { open, secrets, names: namesOf(secrets) };
}

export function namesOf(secrets: ProfileSecrets): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(secrets).map(([section, fields]) => [section, Object.keys(fields)]),
  );
}

/**
 * Placeholders for the secrets of the other sections, because only this section is being checked.
 */
function fillIn({ names }: ProfileContent, section: string): ProfileSecrets {
  return Object.fromEntries(
    Object.entries(withoutSection(names, section)).map(([other, fields]) => [
      other,
      Object.fromEntries(fields.map((field) => [field, PLACEHOLDER])),
    ]),
  );
}

function withoutSection<Value>(
  record: Readonly<Record<string, Value>>,
  section: string,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== section));
}
