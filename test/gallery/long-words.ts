import { en } from '../../contract/locale/en';

/** Letters that look like those of English and are as hard on fonts as those of other languages. */
const ACCENTED: Readonly<Record<string, string>> = {
  a: 'å',
  c: 'ç',
  e: 'é',
  i: 'î',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  A: 'Å',
  E: 'É',
  O: 'Ö',
  U: 'Ü',
};
/** German needs about so much more room than English. */
const GROWTH = 1.4;

/** The word with accents and, by repeated vowels, as much longer as its translation may be. */
function lengthen(word: string): string {
  const vowels = word.match(/[aeiou]/gi)?.length ?? 0;
  const missing = Math.ceil(word.length * GROWTH) - word.length;
  let seen = 0;
  return Array.from(word, (letter) => {
    const shown = ACCENTED[letter] ?? letter;
    if (!/[aeiou]/i.test(letter)) return shown;
    const from = Math.floor((seen * missing) / vowels);
    seen += 1;
    return shown + shown.toLowerCase().repeat(Math.floor((seen * missing) / vowels) - from);
  }).join('');
}

const isOn = new URLSearchParams(location.search).has('long-words');

/** A text of the window as the page shows it. */
export function translate(text: string): string {
  return isOn
    ? text.replace(/\{\w+\}|[A-Za-z]+/g, (part) => (part.startsWith('{') ? part : lengthen(part)))
    : text;
}

function translateAll(texts: Record<string, unknown>): void {
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') {
      texts[key] = translate(text);
    } else if (typeof text === 'object' && text !== null) {
      translateAll(text as Record<string, unknown>);
    }
  }
}

// Before anything else of the window is loaded: some of it takes its texts at once.
translateAll(en);
