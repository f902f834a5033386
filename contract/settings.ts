import { z } from 'zod';
import { idSchema, sendableText } from './call-operations';
import type { AppError } from './errors';
import type { GlobalShortcuts } from './shortcut-keys';

/** How a field of the profile is entered. `lines`: several texts; `rows`: several texts in columns. */
export type FieldKind = 'text' | 'secret' | 'choice' | 'switch' | 'lines' | 'rows';

/** A field of a section of the profile, as a form shows it. */
export interface SettingsField {
  /** Its name in the section; with dots where it is nested, such as `match.by`. */
  readonly path: string;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  /** The values of a `choice`. */
  readonly choices?: readonly string[];
  /** The names of the columns of `rows`. */
  readonly columns?: readonly string[];
  /** What is used where nothing is entered. */
  readonly fallback?: FieldValue;
}

const valueSchema = sendableText.max(500);

export const fieldValueSchema = z.union([
  valueSchema,
  z.boolean(),
  z.array(valueSchema).max(50),
  z.array(z.record(z.string().max(40), valueSchema)).max(50),
]);
export type FieldValue = z.infer<typeof fieldValueSchema>;

/** The values of a form, by path. What is left out is removed from the profile. */
const fieldValuesSchema = z.record(z.string().max(80), fieldValueSchema);
export type FieldValues = z.infer<typeof fieldValuesSchema>;

const sectionNameSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** A section with its new values. Secrets that are left out stay as they are stored. */
export const sectionFormSchema = z.strictObject({
  section: sectionNameSchema,
  values: fieldValuesSchema,
  secrets: z.record(z.string().max(80), valueSchema),
});
export type SectionForm = z.infer<typeof sectionFormSchema>;

export const sectionRequestSchema = z.strictObject({ section: sectionNameSchema });

const profileNameSchema = sendableText.min(1).max(80).regex(/\S/);
export const profileRequestSchema = z.strictObject({ profileId: idSchema });
export const newProfileSchema = z.strictObject({ name: profileNameSchema });
export const renameProfileSchema = profileRequestSchema.extend({ name: profileNameSchema });

const MAX_PROFILE_BYTES = 1024 * 1024;

/** A dropped file. Without one the agent chooses a file in the desktop's own dialog. */
export const importRequestSchema = z
  .strictObject({
    fileName: z.string().max(300),
    content: z.instanceof(Uint8Array).refine(({ length }) => length <= MAX_PROFILE_BYTES),
  })
  .optional();

/** How long the JSON of a profile in a link can be. */
export const MAX_PROPOSAL = 8_000;

/** The profile that a link proposed, as it was in the link. */
export const acceptProfileSchema = z.strictObject({
  name: profileNameSchema,
  text: z.string().max(MAX_PROPOSAL),
});

/** A section of the profile. Secrets can only be written, never read. */
export interface SettingsSection {
  /** `agent`, `history` or the id of a vendor. */
  readonly name: string;
  readonly isVendor: boolean;
  /** The profile has it. */
  readonly isSet: boolean;
  readonly fields: readonly SettingsField[];
  readonly values: FieldValues;
  /** The paths of the secrets that are stored. */
  readonly storedSecrets: readonly string[];
}

export interface ProfileEntry {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
}

/** What is set up, for the settings in the window. */
export interface Settings {
  readonly profiles: readonly ProfileEntry[];
  /** Of the active profile. */
  readonly sections: readonly SettingsSection[];
  /** What runs now: the active profile, one that was named on the command line, or the demo. */
  readonly running: 'stored' | 'file' | 'demo';
  /** The secrets of the active profile are kept in memory only, as there is no keyring. */
  readonly isMemoryOnly: boolean;
  readonly globalShortcuts: GlobalShortcuts;
  /** Undefined where the desktop cannot be asked. */
  readonly startsAtLogin?: boolean;
  /** Undefined where this is chosen in the settings of the desktop. */
  readonly opensLinks?: boolean;
}

/** What is wrong with one field: `genesys.baseUrl` and `must begin with https:`. */
export interface FieldMistake {
  readonly field: string;
  readonly message: string;
}

/** What a link brought that the agent has to see: a profile that it proposes, or why it cannot be used. */
export type OpenedLink =
  | {
      readonly kind: 'proposal';
      readonly name: string;
      /** What the profile sets, so that every value is seen before it is accepted. */
      readonly sections: readonly SettingsSection[];
      /** Whether it is used as soon as it is accepted. */
      readonly isUsedAtOnce: boolean;
      readonly text: string;
    }
  | { readonly kind: 'refused'; readonly mistakes: readonly FieldMistake[] };

/** What became of a form. `canceled`: the agent chose no file. */
export type FormAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'invalid'; readonly mistakes: readonly FieldMistake[] }
  | { readonly kind: 'canceled' };

/** What became of a test: the request reached the service and was accepted, or why not. */
export type TestAnswer =
  Exclude<FormAnswer, { kind: 'canceled' }> | { readonly kind: 'failed'; readonly error: AppError };
