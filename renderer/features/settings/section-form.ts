import type { SectionForm, SettingsSection } from '../../../contract/settings';
import { fromTyped, toTyped } from './field-text';

/** The content of a form, by the path of each field. */
export type Typed = Readonly<Record<string, string | boolean>>;

/** The form of a section as it is stored, without its secrets. */
export function toTypedForm({ fields, values }: SettingsSection): Typed {
  return Object.fromEntries(
    fields.map((field) => {
      const value = values[field.path];
      return [field.path, field.kind === 'switch' ? value === true : toTyped(field, value)];
    }),
  );
}

/** What to save or test. Only secrets that were typed are sent. */
export function toForm({ name, fields }: SettingsSection, typed: Typed): SectionForm {
  const [secrets, others] = [
    fields.filter(({ kind }) => kind === 'secret'),
    fields.filter(({ kind }) => kind !== 'secret'),
  ];
  return {
    section: name,
    values: Object.fromEntries(
      others.map((field) => {
        const value = typed[field.path] ?? '';
        return [field.path, typeof value === 'string' ? fromTyped(field, value) : value];
      }),
    ),
    secrets: Object.fromEntries(
      secrets.flatMap(({ path }) => {
        const secret = typed[path];
        return typeof secret === 'string' && secret !== '' ? [[path, secret]] : [];
      }),
    ),
  };
}
