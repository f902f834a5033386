/**
 * Replaces `{name}` placeholders in a text. A placeholder without a value stays, so that the
 * mistake is visible.
 */
export function format(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
