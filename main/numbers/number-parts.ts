import { digitsOf } from './plain-notation';

/** The parts of a typed or pasted number. `number` is in plain notation. */
export interface NumberParts {
  readonly number: string;
  /** The extension, to be entered after the call is answered. */
  readonly extension?: string;
}

const SCHEME = /^(?:tel|callto)\s*:\s*(?:\/\/)?\s*/i;
const LABEL = /^(?:tel|telephone|phone|mobile|cell|fax)[.: ]+(?=[+(\d])/i;
const EDGES = /^[<"'“‘\s]+|[>"'”’\s.,;:]+$/g;
const EXTENSION =
  /^(.*\d[)\s]*?)(?:;ext=|[\s.,;]*(?:extension|extn?|int|доб)[.:]?\s*|\s*x[.:]?\s*|\s*,{1,3}\s*|\s*;\s*)(\d{1,8})#?$/iu;

/** The keys of a telephone, and the usual separators between digits. */
const WRITTEN_NUMBER = /^[\d\s().\-/~·+*#]+$/;

export function isWrittenNumber(text: string): boolean {
  return WRITTEN_NUMBER.test(text);
}

/** Splits a number. A name or an address is returned as the number. */
export function readParts(plain: string): NumberParts {
  let text = plain.replace(EDGES, '');
  let isUri = false;
  while (SCHEME.test(text)) {
    isUri = true;
    text = text.replace(SCHEME, '');
  }
  text = text.replace(LABEL, '');
  return isUri ? readUri(text) : splitExtension(text);
}

function readUri(text: string): NumberParts {
  const [number = '', ...parameters] = decode(text.split('?')[0] ?? '').split(';');
  const values = readParameters(parameters);
  const full = addContext(number, values.get('phone-context') ?? '');
  const parts = splitExtension(full.replace(EDGES, ''));
  const extension = digitsOf(values.get('ext') ?? '') || parts.extension;
  return { number: parts.number, ...(extension !== undefined && { extension }) };
}

/** The parameters of a link, such as `ext=12`, by their names. */
export function readParameters(parameters: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    parameters.map((parameter) => {
      const [name = '', value = ''] = parameter.split('=');
      return [name.trim().toLowerCase(), value.trim()];
    }),
  );
}

/** RFC 3966: in `tel:7042;phone-context=+1201555`, the context is the beginning of the number. */
export function addContext(number: string, context: string): string {
  const isLocal = !number.includes('+') && context.startsWith('+');
  return isLocal ? context + number : number;
}

function splitExtension(text: string): NumberParts {
  const [, number = '', extension] = EXTENSION.exec(text) ?? [];
  return extension !== undefined && isWrittenNumber(number)
    ? { number: number.trim(), extension }
    : { number: text.trim() };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
