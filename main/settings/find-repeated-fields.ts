/** Matches strings, each with the colon after it if it is a field name, and structural characters. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\],]/g;

/** An object or a list that is being read. */
interface Open {
  /** The fields so far; undefined for a list. */
  readonly names: Set<string> | undefined;
  /** The current field or index. */
  place: string | number;
}

/**
 * The fields that an object of a JSON text has more than once, such as `agent.name`. `JSON.parse` takes the last
 * of them and drops the others silently. The text must be valid.
 */
export function findRepeatedFields(json: string): string[] {
  const repeated = new Set<string>();
  const open: Open[] = [];
  for (const [token, colon] of json.matchAll(TOKENS)) {
    const inner = open.at(-1);
    if (token === '{') open.push({ names: new Set(), place: '' });
    else if (token === '[') open.push({ names: undefined, place: 0 });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && typeof inner?.place === 'number') inner.place += 1;
    else if (colon !== undefined && inner?.names !== undefined) {
      inner.place = String(JSON.parse(token.slice(0, -colon.length)));
      if (inner.names.has(inner.place)) repeated.add(open.map(({ place }) => place).join('.'));
      inner.names.add(inner.place);
    }
  }
  return [...repeated];
}
