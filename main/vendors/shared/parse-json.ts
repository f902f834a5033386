/**
 * More levels than any vendor's answers have. Comparing, copying and serializing are recursive and would
 * overflow the stack at a few thousand levels.
 */
const MAX_DEPTH = 32;
/** Replaces values that are nested more deeply. */
const TOO_DEEP = '…';

/** The value, with limited depth, or undefined if the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return limitDepth(JSON.parse(text), MAX_DEPTH);
  } catch {
    return undefined;
  }
}

/** In place for speed, because every answer is processed. */
function limitDepth(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return TOO_DEEP;
  const parent = value as Record<string, unknown>;
  for (const key of Object.keys(parent)) {
    const child = parent[key];
    const limited = limitDepth(child, levels - 1);
    if (limited !== child) Object.defineProperty(parent, key, { value: limited, enumerable: true });
  }
  return value;
}
