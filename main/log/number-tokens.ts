/** A token of the search for telephone numbers. */
export interface Token {
  /** `insertion`: a bracket or invisible characters. */
  readonly kind: 'digits' | 'letters' | 'separator' | 'insertion' | 'other';
  readonly value: string;
  /** Its position in the text. */
  readonly start: number;
  /** The kind of word (ASCII letters, digits and hyphens, with at least one letter) that it is part of. */
  word: 'id' | 'number-with-extension' | 'none';
}

/** Digits, letters, separators and insertions are disjoint classes of characters, so one pass is enough. */
const TOKEN =
  /(\p{Nd}+)|([A-Za-z_]+)|(%[0-9A-Fa-f]{2}|[\p{Zs}\p{Pd}\t./~·\u2212\u2053\u223c\u30fb\u30fc\uff0e\uff0f\uff5e])|([()[\]（）［］]|[\p{Cf}\p{M}]+)|./gsu;
/** By the number of the capturing group. */
const KINDS = [undefined, 'digits', 'letters', 'separator', 'insertion'] as const;
const IN_WORD = /^[\w-]+$/;
const WITH_EXTENSION = /^\d[\d-]*(?:x|extn?)\d{1,8}$/i;

export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [value] = match;
    const groups: readonly (string | undefined)[] = match;
    const group = groups.findIndex((part, index) => index > 0 && part !== undefined);
    tokens.push({ kind: KINDS[group] ?? 'other', value, start, word: 'none' });
    start += value.length;
  }
  markWords(tokens);
  return tokens;
}

function markWords(tokens: readonly Token[]): void {
  let parts: Token[] = [];
  for (const token of tokens) {
    if (IN_WORD.test(token.value)) {
      parts.push(token);
    } else {
      markWord(parts);
      parts = [];
    }
  }
  markWord(parts);
}

function markWord(parts: readonly Token[]): void {
  if (!parts.some(({ kind }) => kind === 'letters')) return;
  const text = parts.map(({ value }) => value).join('');
  const word = WITH_EXTENSION.test(text) ? 'number-with-extension' : 'id';
  for (const part of parts) part.word = word;
}
