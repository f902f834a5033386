import type { FieldMistake, FieldValue, SettingsField } from '../../../contract/settings';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import type { FieldText } from '../../../contract/locale/en/settings-fields';

/** An item of a list, such as `twilio.audio.0.url`: the field, the index and the column. */
const ITEM = /^(.+?)\.(\d+)(?:\.(.+))?$/;

/** The texts of a field, or of the list that has this item. Without any, its name in the profile. */
export function fieldText(section: string, path: string): FieldText {
  const { fields } = en.settings;
  const [, list = path] = ITEM.exec(path) ?? [];
  return fields[section]?.[list] ?? fields.common?.[list] ?? { label: path };
}

/** The first mistake in a field. One in a line of it begins with the line. */
export function findMistake(
  mistakes: readonly FieldMistake[],
  section: string,
  path: string,
): string | undefined {
  const name = `${section}.${path}`;
  for (const { field, message } of mistakes) {
    if (field === name) return message;
    const [, list, index, column] = ITEM.exec(field) ?? [];
    if (list !== name) continue;
    const line = String(Number(index) + 1);
    const place = column === undefined ? line : `${line}, ${column}`;
    return format(en.settings.mistakeInLine, { place, message });
  }
  return undefined;
}

const SEPARATOR = '=';
const SPACED = /\s+=(?:\s+|$)/;

/** A value as text for an input: several texts are lines, and rows are lines with columns. */
export function toTyped({ columns = [] }: SettingsField, value: FieldValue | undefined): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return value
    .map((item) =>
      typeof item === 'string'
        ? item
        : columns.map((column) => item[column] ?? '').join(` ${SEPARATOR} `),
    )
    .join('\n');
}

export function fromTyped({ kind, columns = [] }: SettingsField, typed: string): FieldValue {
  if (kind !== 'lines' && kind !== 'rows') return typed;
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return kind === 'lines' ? lines : lines.map((line) => toRow(line, columns));
}

/**
 * A name and a web address may both contain a separator. So columns are split at the last separators with
 * spaces around them, as they are displayed. A line without any is split at the first separators.
 */
function toRow(line: string, columns: readonly string[]): Record<string, string> {
  const spaced = line.split(SPACED);
  const typed = line.split(SEPARATOR).map((part) => part.trim());
  const first = Math.max(0, spaced.length - columns.length) + 1;
  const last = columns.length - 1;
  const values =
    spaced.length > 1
      ? [spaced.slice(0, first).join(` ${SEPARATOR} `), ...spaced.slice(first)]
      : [...typed.slice(0, last), typed.slice(last).join(SEPARATOR)];
  return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
}

/** A mistake as a sentence below its field. */
export function toSentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
}
