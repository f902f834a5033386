import { describe, expect, it } from 'vitest';
import { decodeBody } from '../../../main/http/body-text';

const XML = '<a>Renée’s</a>';

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('decodeBody', () => {
  it.each([
    ['UTF-8', Buffer.from(XML), ''],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${XML}`), ''],
    ['UTF-16LE with a byte order mark', Buffer.from(`\ufeff${XML}`, 'utf16le'), ''],
    ['UTF-16BE with a byte order mark', utf16be(`\ufeff${XML}`), ''],
    ['UTF-16LE without a sign', Buffer.from(XML, 'utf16le'), 'text/xml'],
    ['UTF-16BE without a sign', utf16be(XML), 'text/xml'],
    ['UTF-16 by its header', Buffer.from(XML, 'utf16le'), 'text/xml; charset=UTF-16'],
    [
      'a byte order mark against the header',
      Buffer.from(`\ufeff${XML}`),
      'text/xml;charset=latin1',
    ],
    ['an unknown charset', Buffer.from(XML), 'text/xml; charset=klingon'],
  ])('reads %s', (_name, body, contentType) => {
    expect(decodeBody(body, contentType)).toBe(XML);
  });

  it.each([
    ['the header', '<a>Ren\xe9e</a>', 'text/xml; charset="ISO-8859-1"', 'Renée</a>'],
    [
      'the header, windows-1252',
      '<a>O\x92Neil</a>',
      'text/xml; Charset=windows-1252',
      'O’Neil</a>',
    ],
    [
      'the declaration',
      '<?xml version="1.0" encoding="ISO-8859-1"?><a>Ren\xe9e</a>',
      'text/xml',
      'Renée</a>',
    ],
    ['JSON with a charset', '{"a":"Ren\xe9e"}', 'application/json;charset=iso-8859-1', 'Renée"}'],
  ])('uses %s', (_name, bytes, contentType, end) => {
    const text = decodeBody(Buffer.from(bytes, 'latin1'), contentType);
    expect(text.endsWith(end)).toBe(true);
  });

  it('reads UTF-8 with a declaration of UTF-16', () => {
    const text = `<?xml version="1.0" encoding="utf-16"?>${XML}`;
    expect(decodeBody(Buffer.from(text), 'text/xml')).toBe(text);
  });

  it('replaces invalid bytes, and accepts an empty body', () => {
    expect(decodeBody(Buffer.from('a\xffb', 'latin1'))).toBe('a\ufffdb');
    expect(decodeBody(Buffer.alloc(0))).toBe('');
  });
});
