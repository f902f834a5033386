/** Fills `{name}` places of a text. A place without a value stays as it is, so that a slip is seen. */
export function format(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
