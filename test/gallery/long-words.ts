import { en } from '../../contract/locale/en';

/** Accented letters that read like English ones but test fonts as other languages do. */
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
/** German texts are longer than English ones by about this factor. */
const GROWTH = 1.4;

/** Adds accents to a word, and repeats vowels until it is as long as a translation may be. */
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

/** Translates a text of the window, if the page asks for that. */
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

// Runs before the rest of the window is loaded, because some modules read their texts at once.
translateAll(en);
