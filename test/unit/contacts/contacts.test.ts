import { readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../contract/result';
import {
  createContactFile,
  createMemoryContactFile,
  type ContactFile,
} from '../../../main/contacts/contact-file';
import { createContacts, type Contacts } from '../../../main/contacts/contacts';
import { createNumbers } from '../../../main/numbers/numbers';
import { testInFolder } from '../../support/temporary-folder';

const TEAM = 'Name,Company,Phone\nZoë de Wit,Harbor Light,(212) 555-0142\nAda Marsh,,15001\n';

function setUp(file: ContactFile = createMemoryContactFile()) {
  let changes = 0;
  const contacts = createContacts({
    file,
    fromProfile: [{ name: 'Help desk', numbers: [{ number: '15099' }] }],
    numbers: createNumbers('US'),
    onChange: () => (changes += 1),
  });
  return { contacts, changes: () => changes };
}

async function importText(contacts: Contacts, text: string): Promise<void> {
  expect(await contacts.preview('team.csv', Buffer.from(text))).toMatchObject({ ok: true });
  expect(await contacts.importPreviewed()).toEqual({ ok: true, value: null });
}

async function namesOf(contacts: Contacts, text = ''): Promise<string[]> {
  return (await contacts.list(text, 50)).contacts.map(({ name }) => name);
}

testInFolder('contacts whose file cannot be read are not replaced', async ({ folder }) => {
  const file = join(folder, 'contacts.json');
  await symlink(file, file);
  const { contacts } = setUp(createContactFile(file, () => undefined));
  await contacts.preview('team.csv', Buffer.from(TEAM));
  expect(await contacts.importPreviewed()).toMatchObject({ error: { code: 'not-saved' } });
  expect(await readlink(file)).toBe(file);
});

describe('importing', () => {
  it('shows a preview, and adds contacts only after confirmation', async () => {
    const { contacts } = setUp();
    const preview = await contacts.preview('team.csv', Buffer.from(`${TEAM}Nobody,,\n`));
    expect(preview).toEqual({
      ok: true,
      value: {
        fileName: 'team.csv',
        added: 2,
        known: 0,
        leftOut: 0,
        sample: [
          {
            name: 'Zoë de Wit',
            company: 'Harbor Light',
            numbers: [{ number: '(212) 555-0142' }],
          },
          { name: 'Ada Marsh', numbers: [{ number: '15001' }] },
        ],
        mistakes: [{ line: 4, reason: 'no-number' }],
        mistakeCount: 1,
      },
    });
    expect(await namesOf(contacts)).toEqual(['Help desk']);
    await contacts.importPreviewed();
    expect(await namesOf(contacts)).toEqual(['Help desk', 'Ada Marsh', 'Zoë de Wit']);
    expect(await contacts.importPreviewed()).toEqual(fail({ code: 'gone' }));
  });

  it('adds no duplicates', async () => {
    const { contacts } = setUp();
    await importText(contacts, TEAM);
    const again = await contacts.preview(
      'team.csv',
      Buffer.from(`${TEAM}Grace,,15003\nGrace,,15003\n`),
    );
    expect(again).toMatchObject({ value: { added: 1, known: 2 } });
  });

  it('keeps no more than ten thousand', async () => {
    const { contacts } = setUp();
    const rows = Array.from({ length: 10_002 }, (_, index) => `Person ${index},,${20_000 + index}`);
    const text = `Name,Company,Phone\n${rows.join('\n')}\n`;
    expect(await contacts.preview('many.csv', Buffer.from(text))).toMatchObject({
      value: { added: 10_000, leftOut: 2 },
    });
    await contacts.importPreviewed();
    expect(await contacts.list('', 10)).toMatchObject({ total: 10_001, imported: 10_000 });
  });

  it('reports a file without contacts', async () => {
    const { contacts } = setUp();
    expect(await contacts.preview('empty.csv', Buffer.from(''))).toEqual(
      fail({ code: 'bad-input', detail: 'empty.csv' }),
    );
  });
});

describe('a contact', () => {
  it.each([
    ['the name, without accents and in any order', 'wit zoe'],
    ['the company', 'harbor'],
    ['some of the digits', '5550142'],
    ['the number as others write it', '+1 212-555-0142'],
    ['the number with the zero of a country', '0212'],
  ])('is found by %s', async (_what, typed) => {
    const { contacts } = setUp();
    await importText(contacts, TEAM);
    expect(await namesOf(contacts, typed)).toEqual(['Zoë de Wit']);
    expect(await contacts.suggest(typed, [], 5)).toEqual([
      {
        name: 'Zoë de Wit',
        company: 'Harbor Light',
        address: '(212) 555-0142',
        isFavorite: false,
        source: 'imported',
      },
    ]);
  });

  it('is suggested for an empty text only if it is a favorite, before people from the history', async () => {
    const { contacts } = setUp();
    await importText(contacts, TEAM);
    const known = [
      { name: '+12125550142', address: '+12125550142' },
      { name: 'Grace', address: '15004' },
    ];
    const suggest = async (text: string) =>
      (await contacts.suggest(text, known, 5)).map(({ name, source }) => `${name} ${source}`);
    expect(await suggest('')).toEqual(['+12125550142 history', 'Grace history']);
    const zoe = (await contacts.list('zoe', 1)).contacts[0]!;
    expect(await contacts.setFavorite(zoe.id, true)).toMatchObject({ ok: true });
    expect(await suggest('')).toEqual(['Zoë de Wit imported', 'Grace history']);
    expect(await namesOf(contacts)).toEqual(['Zoë de Wit', 'Help desk', 'Ada Marsh']);
    await contacts.setFavorite(zoe.id, false);
    expect(await suggest('')).toEqual(['+12125550142 history', 'Grace history']);
  });

  it('is suggested before people from the history that the typed text matches too', async () => {
    const { contacts } = setUp();
    await importText(contacts, TEAM);
    const known = [
      { name: 'Bo Ekström', address: '+442079460018' },
      { name: 'Grace', address: '15004' },
      { name: 'Zoë Marsh', address: '15005' },
    ];
    const suggest = async (text: string) =>
      (await contacts.suggest(text, known, 5)).map(({ name }) => name);
    expect(await suggest('zoe')).toEqual(['Zoë de Wit', 'Zoë Marsh']);
    expect(await suggest('ekstrom bo')).toEqual(['Bo Ekström']);
    expect(await suggest('020 7946')).toEqual(['Bo Ekström']);
    expect(await suggest('99999')).toEqual([]);
  });

  it('names its number in any notation, unless two names have the number', async () => {
    const { contacts, changes } = setUp();
    await importText(contacts, TEAM);
    expect(contacts.findName('+12125550142')).toBe('Zoë de Wit');
    expect(contacts.findName('15001')).toBe('Ada Marsh');
    expect(contacts.findName('+493055550142')).toBeUndefined();
    const before = changes();
    await importText(contacts, 'Name,Phone\nSomebody else,212 555 0142\n');
    expect(changes()).toBeGreaterThan(before);
    expect(contacts.findName('+12125550142')).toBeUndefined();
  });

  it('is loaded when a name is first requested, and listeners are notified', async () => {
    const { contacts, changes } = setUp();
    expect(contacts.findName('15099')).toBeUndefined();
    await contacts.list('', 1);
    expect(changes()).toBe(1);
    expect(contacts.findName('15099')).toBe('Help desk');
  });
});

describe('the contacts file', () => {
  testInFolder('is there in the next run, for its owner alone', async ({ folder }) => {
    const file = join(folder, 'contacts.json');
    await writeFile(file, '{"version":1,"imported":[],"favorites":[]}', { mode: 0o644 });
    const open = () => createContactFile(file, (problem) => expect(problem).toBeUndefined());
    const { contacts } = setUp(open());
    await importText(contacts, TEAM);
    const [first] = (await contacts.list('ada', 1)).contacts;
    await contacts.setFavorite(first!.id, true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const next = setUp(open()).contacts;
    expect(await namesOf(next)).toEqual(['Ada Marsh', 'Help desk', 'Zoë de Wit']);
    await next.removeImported();
    expect(await readFile(file, 'utf8')).toBe('{"version":1,"imported":[],"favorites":[]}');
    expect(await namesOf(next)).toEqual(['Help desk']);
  });

  testInFolder('is set aside and reported if it is damaged', async ({ folder }) => {
    const file = join(folder, 'contacts.json');
    await writeFile(file, '{"version":1,"imp');
    const problems: unknown[] = [];
    const { contacts } = setUp(createContactFile(file, (problem) => problems.push(problem)));
    expect(await namesOf(contacts)).toEqual(['Help desk']);
    expect(problems).toMatchObject([{ code: 'bad-input' }]);
    expect(await readFile(`${file}.damaged`, 'utf8')).toBe('{"version":1,"imp');
  });

  testInFolder('does not change if the disk is full', async ({ folder }) => {
    const refused = fail({ code: 'not-saved', detail: folder });
    const file = { ...createMemoryContactFile(), write: () => Promise.resolve(refused) };
    const { contacts } = setUp(file);
    await contacts.preview('team.csv', Buffer.from(TEAM));
    expect(await contacts.importPreviewed()).toEqual(refused);
    expect(await namesOf(contacts)).toEqual(['Help desk']);
  });
});
