import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRepeatedFields } from '../../../main/settings/find-repeated-fields';
import { parseProfileText } from '../../../main/settings/parse-profile-text';

const TEXT = '{\n  "version": 1,\n  "agent": { "name": "Jos\u00e9 \u20ac" }\n}\n';
const PROFILE = { version: 1, agent: { name: 'Jos\u00e9 \u20ac' } };
const MARK = '\ufeff';

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('the text of a profile', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(MARK + TEXT)],
    ['UTF-16 LE with a byte order mark', Buffer.from(MARK + TEXT, 'utf16le')],
    ['UTF-16 BE with a byte order mark', bigEndian(MARK + TEXT)],
    ['UTF-16 LE', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 BE', bigEndian(TEXT)],
  ])('is read as %s', async (_encoding, bytes) => {
    expect(await parseProfileText(bytes)).toEqual({ ok: true, value: PROFILE });
  });

  it('in Latin-1 is rejected with the position and the remedy', async () => {
    const bytes = Buffer.from('{\n "agent": { "name": "Jos\u00e9" }}', 'latin1');
    expect(await parseProfileText(bytes)).toEqual({
      ok: false,
      mistakes: [
        'the profile is not UTF-8 at line 2, column 25: save the file with the encoding UTF-8',
      ],
    });
  });

  it.each([
    ['', 1, 1, /a value is expected here/],
    ['{\n  "version": 1\n', 3, 1, /a closing brace } is missing/],
    ['{\r\n  "version": 1\r\n  "agent": {}\r\n}', 3, 3, /a comma is missing before this/],
    ['{\n  "version": 1,\n}', 3, 1, /the comma before it must go/],
    ['{"version": \u201c1\u201d}', 1, 13, /straight double quotes/],
    ['{"version": 1} x', 1, 16, /straight double quotes|nothing is expected/],
    ['{"password": "C:\\q"}', 1, 14, /write a backslash as \\\\$/],
    ['{\n // mine\n "version": 1}', 2, 2, /comments are not allowed/],
  ])('that is not JSON is rejected with line and column: %j', async (text, line, column, what) => {
    const checked = await parseProfileText(Buffer.from(text));
    const [mistake = '', ...others] = checked.ok ? [] : checked.mistakes;
    expect(mistake).toMatch(what);
    expect(mistake).toMatch(
      new RegExp(`^the profile is not valid JSON at line ${line}, column ${column}: `),
    );
    expect(others).toEqual([]);
  });

  it('that is not JSON and nested very deeply is rejected like any other', async () => {
    expect(await parseProfileText(Buffer.from('['.repeat(1_000_000)))).toEqual({
      ok: false,
      mistakes: [expect.stringContaining('the profile is not valid JSON at line 1') as string],
    });
  });

  it.each([
    ['{"version": 1, "agent": {"name": "Eta"}, "version": 1}', ['version']],
    ['{"version": 1, "agent": {"name": "Eta", "n\\u0061me" : "}"}}', ['agent.name']],
    ['{"agent": {"name": "name"}, "agent": {"name": "name"}}', ['agent']],
    [
      '{"twilio": {"audio": [{"url": ","}, {"url": "", "url": "", "url": ""}]}, "b": [1], "b": {}}',
      ['twilio.audio.1.url', 'b'],
    ],
  ])('with a field more than once is rejected: %j', async (text, fields) => {
    const checked = await parseProfileText(Buffer.from(text));
    const mistakes = checked.ok ? [] : checked.mistakes;
    expect(mistakes.filter((mistake) => mistake.endsWith('appears more than once'))).toEqual(
      fields.map((field) => `${field}: appears more than once`),
    );
  });

  it('with each field once is never rejected for that', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
        expect(findRepeatedFields(JSON.stringify(value, null, indent))).toEqual([]);
      }),
    );
  });

  it('is not quoted in the error if it is not JSON', async () => {
    const checked = await parseProfileText(Buffer.from('{"password": TOP-SECRET}'));
    expect(JSON.stringify(checked)).not.toContain('TOP');
  });
});
