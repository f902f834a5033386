/** A line of a vCard (RFC 6350, section 3.3), continued lines joined. */
export interface ContentLine {
  /** The line number in the file at which it begins, starting at 1. */
  readonly line: number;
  /** In capitals, without the group. */
  readonly name: string;
  /** The parameters by name, in capitals. Version 2.1's parameters without a name are types. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** Decoded, but with its separators escaped as in the file. */
  readonly value: string;
}

const HEAD = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":;])*)*):([\s\S]*)$/;

/** Parses the content lines and leaves out all others. */
export function* readContentLines(text: string): Generator<ContentLine> {
  const rows = text.split(/\r\n|\r|\n/);
  for (let index = 0; index < rows.length; index += 1) {
    const line = index + 1;
    const parts = [rows[index] ?? ''];
    const isQuoted = /^[^:;]*;[^:]*QUOTED-PRINTABLE/i.test(parts[0] ?? '');
    while (index + 1 < rows.length) {
      const next = rows[index + 1] ?? '';
      // A soft break.
      if (isQuoted && parts.at(-1)?.endsWith('=') === true) {
        parts.push((parts.pop() ?? '').slice(0, -1), next);
      } else if (/^[ \t]/.test(next)) parts.push(next.slice(1));
      else break;
      index += 1;
    }
    const [, name, head = '', value = ''] = HEAD.exec(parts.join('')) ?? [];
    if (name === undefined) continue;
    const parameters = readParameters(head);
    yield { line, name: name.toUpperCase(), parameters, value: decodeValue(value, parameters) };
  }
}

function readParameters(head: string): Map<string, string[]> {
  const parameters = new Map<string, string[]>();
  for (const [, written = ''] of head.matchAll(/;((?:"[^"]*"|[^";])*)/g)) {
    const [, name, value] = /^([\w-]+)=(.*)$/s.exec(written) ?? ['', undefined, written];
    const values = value.toUpperCase().replace(/"/g, '').split(',');
    const key = name?.toUpperCase() ?? nameOf(value);
    const known = parameters.get(key);
    if (known === undefined) parameters.set(key, values);
    else known.push(...values);
  }
  return parameters;
}

/** Version 2.1 omits the names: `TEL;CELL;QUOTED-PRINTABLE`. */
function nameOf(value: string): string {
  return /^(QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/i.test(value) ? 'ENCODING' : 'TYPE';
}

function decodeValue(value: string, parameters: ReadonlyMap<string, readonly string[]>): string {
  if (parameters.get('ENCODING')?.includes('QUOTED-PRINTABLE') !== true) return value;
  const bytes = Buffer.from(
    value.replace(/=([0-9A-F]{2})|([^=]+)|=/gi, (_part, hex?: string, plain?: string) =>
      hex === undefined
        ? Buffer.from(plain ?? '').toString('latin1')
        : String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );
  return decodeBytes(bytes, parameters.get('CHARSET')?.[0]);
}

function decodeBytes(bytes: Uint8Array, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The components of a structured value, such as a name, without their escapes. */
export function splitValue(value: string): string[] {
  return [...value.matchAll(/(?:^|;)((?:\\[\s\S]|[^\\;])*)/g)].map(([, part = '']) =>
    unescapeValue(part),
  );
}

export function unescapeValue(value: string): string {
  return value.replace(/\\([\s\S])/g, (_escape, character: string) =>
    character === 'n' || character === 'N' ? '\n' : character,
  );
}
