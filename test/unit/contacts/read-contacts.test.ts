// cspell:ignore Cller Jörg Müller Telefon
import { describe, expect, it } from 'vitest';
import { readContacts } from '../../../main/contacts/read-contacts';
import type { ReadContacts } from '../../../main/contacts/parsed-contact';

function read(text: string | Buffer): Promise<ReadContacts> {
  return readContacts(Buffer.isBuffer(text) ? text : Buffer.from(text));
}

function card(...lines: string[]): string {
  return ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
}

/** Enough that reading it would take minutes if the time grew with the square of the length. */
const MANY = 300_000;

describe('a file that was made to block the app', () => {
  const named = (line: string) => card('FN:Ada', line, 'TEL:15001');
  it.each([
    ['semicolons', named(`A${';'.repeat(MANY)}`)],
    ['parameters', named(`TEL${';A=B'.repeat(MANY)}:15001`)],
    ['a long URI', named(`TEL:tel:${';'.repeat(MANY)}1`)],
    ['spaces in a cell', `Name,Phone\nAda,15001 ${' '.repeat(MANY)}::: ${' '.repeat(MANY)}.\n`],
  ])('is read in a moment: %s', async (_what, text) => {
    expect((await read(text)).contacts).toEqual([{ name: 'Ada', numbers: [{ number: '15001' }] }]);
  });
});

describe('a vCard', () => {
  it('of version 4.0 has numbers as addresses, types and groups', async () => {
    const text = card(
      'VERSION:4.0',
      'FN:Zoë de Wit',
      'ORG:Harbor\\, Light & Co.;Night shift',
      'item1.TEL;VALUE=uri;TYPE="voice,cell":tel:+1-212-555-0142',
      'TEL;VALUE=uri;TYPE=work:tel:+1-212-555-0100;ext=7',
      'TEL;TYPE=fax:+12125550199',
      'PHOTO:data:image/jpeg;base64,AAAA',
    );
    expect(await read(text)).toEqual({
      contacts: [
        {
          name: 'Zoë de Wit',
          company: 'Harbor, Light & Co.',
          numbers: [
            { number: '+1-212-555-0142', label: 'mobile' },
            { number: '+1-212-555-0100 ext. 7', label: 'work' },
          ],
        },
      ],
      mistakes: [],
    });
  });

  it('of version 3.0 may have folded lines, and no full name', async () => {
    const text = card(
      'VERSION:3.0',
      'N:Marsh;Ada;Byron;;',
      'TEL;TYPE=HOME,VOICE:(212) 555',
      ' -0143',
    );
    expect((await read(text)).contacts).toEqual([
      { name: 'Ada Byron Marsh', numbers: [{ number: '(212) 555-0143', label: 'home' }] },
    ]);
  });

  it('of version 2.1 may be quoted-printable, name its encoding, and contain another card', async () => {
    const text = card(
      'VERSION:2.1',
      'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg',
      'FN;CHARSET=UTF-8;QUOTED-PRINTABLE:J=C3=B6rg =',
      'M=C3=BCller',
      'AGENT:',
      'BEGIN:VCARD',
      'FN:Somebody else',
      'TEL:999999',
      'END:VCARD',
      'TEL;CELL;PREF:0171 1234567',
    );
    expect((await read(text)).contacts).toEqual([
      { name: 'Jörg Müller', numbers: [{ number: '0171 1234567', label: 'mobile' }] },
    ]);
  });

  it('that cannot be used is reported with its first line', async () => {
    const text =
      card('FN:Has no number') +
      card('TEL:15001') +
      card('ORG:The company is the name', 'TEL:15002') +
      card('NOTE:nothing') +
      'BEGIN:VCARD\r\nFN:Cut off';
    expect(await read(text)).toEqual({
      contacts: [{ name: 'The company is the name', numbers: [{ number: '15002' }] }],
      mistakes: [
        { line: 1, reason: 'no-number' },
        { line: 4, reason: 'no-name' },
        { line: 11, reason: 'unreadable' },
        { line: 14, reason: 'unreadable' },
      ],
    });
  });

  it('is limited in length and loses characters that change the surrounding text', async () => {
    const numbers = Array.from({ length: 30 }, (_, index) => `TEL:${15_000 + index}`);
    const { contacts } = await read(
      card(`FN:\u202e${'x'.repeat(500)}`, ...numbers, `TEL:${'9'.repeat(100)}`, 'TEL:none'),
    );
    expect(contacts[0]?.name).toBe('x'.repeat(200));
    expect(contacts[0]?.numbers).toHaveLength(10);
  });
});

describe('a table', () => {
  it('from Google can have several numbers in a cell, with their kinds', async () => {
    const text = [
      'Name,Given Name,Organization 1 - Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value',
      'Ada Marsh,Ada,Harbor Light,Mobile,+1 212 555 0142 ::: +1 212 555 0143,Work Fax,+1 212 555 0199',
      '"Two',
      'lines",,,Home,15001,,',
      ',,,Work,15002,,',
    ].join('\r\n');
    expect(await read(text)).toEqual({
      contacts: [
        {
          name: 'Ada Marsh',
          company: 'Harbor Light',
          numbers: [
            { number: '+1 212 555 0142', label: 'mobile' },
            { number: '+1 212 555 0143', label: 'mobile' },
          ],
        },
        { name: 'Two lines', numbers: [{ number: '15001', label: 'home' }] },
      ],
      mistakes: [{ line: 5, reason: 'no-name' }],
    });
  });

  it('from Outlook has first and last names, in the Windows encoding', async () => {
    const text =
      'First Name,Last Name,Company,Business Phone,Business Fax,Mobile Phone,E-mail Address\r\n' +
      'Zo\xeb,de Wit,Caf\xe9,(212) 555-0100,(212) 555-0199,(212) 555-0142,zoe@example.com\r\n';
    expect(await read(Buffer.from(text, 'latin1'))).toEqual({
      contacts: [
        {
          name: 'Zoë de Wit',
          company: 'Café',
          numbers: [
            { number: '(212) 555-0100', label: 'work' },
            { number: '(212) 555-0142', label: 'mobile' },
          ],
        },
      ],
      mistakes: [],
    });
  });

  it.each([
    ['semicolons', 'Name;Telefon\nAda;030 1234567\n'],
    ['tabs, in UTF-16', Buffer.from('\ufeffName\tTelefon\r\nAda\t030 1234567\r\n', 'utf16le')],
    ['no headings', '\ufeffAda,030 1234567\n'],
  ])('may have %s', async (_what, text) => {
    expect((await read(text)).contacts).toEqual([
      { name: 'Ada', numbers: [{ number: '030 1234567' }] },
    ]);
  });

  it('that is damaged is read as far as possible', async () => {
    const { contacts, mistakes } = await read('Name,Phone\nAda,15001\n"Grace,15002\nLinus,15003\n');
    expect(contacts).toEqual([{ name: 'Ada', numbers: [{ number: '15001' }] }]);
    expect(mistakes).toEqual([{ line: expect.any(Number) as number, reason: 'unreadable' }]);
  });

  it.each([
    ['nothing', ''],
    ['something else', '\u0000\u0001\u0002PNG\r\n\u001a'],
  ])('is not recognized if the file is %s', async (_what, text) => {
    expect((await read(text)).contacts).toEqual([]);
  });
});
