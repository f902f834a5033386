import { z } from 'zod';
import { idSchema, sendableText } from './call-operations';
import type { AppError } from './errors';
import { MAX_FIELD_LENGTH, MAX_PROFILE_BYTES, MAX_PROFILE_NAME } from './profile-limits';
import { MAX_PROPOSAL } from './proposal-limit';
import type { GlobalShortcuts } from './shortcut-keys';

/**
 * The kind of input for a field of the profile. `lines`: several texts; `rows`: several texts in
 * columns.
 */
export type FieldKind = 'text' | 'secret' | 'choice' | 'switch' | 'lines' | 'rows';

/** A field of a section of the profile, for a form. */
export interface SettingsField {
  /** Its name in the section, with dots if it is nested, such as `match.by`. */
  readonly path: string;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  /** Needed unless other such fields are given, like an API key instead of a token. */
  readonly isAlternative?: true;
  /** The values of a `choice`. */
  readonly choices?: readonly string[];
  /** The names of the columns of `rows`. */
  readonly columns?: readonly string[];
  /** The default value. */
  readonly fallback?: FieldValue;
}

const valueSchema = sendableText.max(MAX_FIELD_LENGTH);

export const fieldValueSchema = z.union([
  valueSchema,
  z.boolean(),
  z.array(valueSchema).max(50),
  z.array(z.record(z.string().max(40), valueSchema)).max(50),
]);
export type FieldValue = z.infer<typeof fieldValueSchema>;

/** The values of a form, by path. Missing values are removed from the profile. */
const fieldValuesSchema = z.record(z.string().max(80), fieldValueSchema);
export type FieldValues = z.infer<typeof fieldValuesSchema>;

const sectionNameSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** A section with its new values. Secrets that are left out keep their stored values. */
export const sectionFormSchema = z.strictObject({
  section: sectionNameSchema,
  values: fieldValuesSchema,
  secrets: z.record(z.string().max(80), valueSchema),
});
export type SectionForm = z.infer<typeof sectionFormSchema>;

export const sectionRequestSchema = z.strictObject({ section: sectionNameSchema });

const profileNameSchema = sendableText.min(1).max(MAX_PROFILE_NAME).regex(/\S/);
export const profileRequestSchema = z.strictObject({ profileId: idSchema });
export const newProfileSchema = z.strictObject({ name: profileNameSchema });
export const renameProfileSchema = profileRequestSchema.extend({ name: profileNameSchema });

/** A dropped file. Without one, the agent chooses a file in the desktop's native dialog. */
export const importRequestSchema = z
  .strictObject({
    fileName: z.string().max(300),
    content: z.instanceof(Uint8Array).refine(({ length }) => length <= MAX_PROFILE_BYTES),
  })
  .optional();

/** The profile that a link proposed, as in the link. */
export const acceptProfileSchema = z.strictObject({
  name: profileNameSchema,
  text: z.string().max(MAX_PROPOSAL),
});

/** A section of the profile. Secrets can only be written, never read. */
export interface SettingsSection {
  /** `agent`, `history` or the id of a vendor. */
  readonly name: string;
  readonly isVendor: boolean;
  /** Whether the profile has it. */
  readonly isSet: boolean;
  readonly fields: readonly SettingsField[];
  readonly values: FieldValues;
  /** The paths of the stored secrets. */
  readonly storedSecrets: readonly string[];
}

export interface ProfileEntry {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
}

/** The stored and active settings, for the settings in the window. */
export interface Settings {
  readonly profiles: readonly ProfileEntry[];
  /** The sections of the active profile. */
  readonly sections: readonly SettingsSection[];
  /** What is in use now: the active profile, one from the command line, or the demo. */
  readonly running: 'stored' | 'file' | 'demo';
  /**
   * Whether the secrets of the active profile are kept only in memory, because there is no keyring.
   */
  readonly isMemoryOnly: boolean;
  readonly globalShortcuts: GlobalShortcuts;
  /** Undefined if the desktop does not support it. */
  readonly startsAtLogin?: boolean;
  /** Undefined if this is set in the settings of the desktop. */
  readonly opensLinks?: boolean;
}

/** A mistake in one field, such as `genesys.baseUrl` and `must begin with https:`. */
export interface FieldMistake {
  readonly field: string;
  readonly message: string;
}

/** A link to show to the agent: a proposed profile, or why the link cannot be used. */
export type OpenedLink =
  | {
      readonly kind: 'proposal';
      readonly name: string;
      /** All values of the profile, to be shown before it is accepted. */
      readonly sections: readonly SettingsSection[];
      /** Whether it takes effect as soon as it is accepted. */
      readonly isUsedAtOnce: boolean;
      readonly text: string;
    }
  | { readonly kind: 'refused'; readonly mistakes: readonly FieldMistake[] };

/** The result of a form. `canceled`: the agent chose no file. */
export type FormAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'invalid'; readonly mistakes: readonly FieldMistake[] }
  | { readonly kind: 'canceled' };

/** The result of a test: the service accepted the request, or why not. */
export type TestAnswer =
  Exclude<FormAnswer, { kind: 'canceled' }> | { readonly kind: 'failed'; readonly error: AppError };
