import { describe, expect, it, test } from 'vitest';
import type { FieldValue, SettingsField } from '../../../../contract/settings';
import { PROFILE_SECTIONS } from '../../../../main/settings/profile';
import {
  fieldText,
  findMistake,
  fromTyped,
  toSentence,
  toTyped,
} from '../../../../renderer/features/settings/field-text';

function field(fields: Partial<SettingsField> = {}): SettingsField {
  return { path: 'x', kind: 'text', isRequired: false, ...fields };
}

const LINES = field({ kind: 'lines' });
const ROWS = field({ kind: 'rows', columns: ['name', 'number'] });
const ONE_COLUMN = field({ kind: 'rows', columns: ['name'] });

describe('the text of a field', () => {
  it("is the section's, else the common one, else its name in the profile", () => {
    expect(fieldText('agent', 'country').label).toBe('Country');
    expect(fieldText('genesys', 'password').label).toBe('Password');
    expect(fieldText('no-such-section', 'match.by')).toEqual({ label: 'match.by' });
    expect(fieldText('twilio', 'audio.0.url').label).toBe('Audio to play');
  });

  it.each(PROFILE_SECTIONS)('says whether the address of %s has a path', (name, { schema }) => {
    const { error } = schema.safeParse({ baseUrl: 'https://example.com/path' });
    const isRefused = error?.issues.some(({ path }) => path[0] === 'baseUrl') === true;
    expect(fieldText(name, 'baseUrl').help?.includes('has no path')).toBe(isRefused);
  });
});

describe('a mistake', () => {
  const MISTAKES = [
    { field: 'verba.match.by', message: 'is missing' },
    { field: 'twilio.audio.1.url', message: 'must be a web address' },
    { field: 'twilio.audio.2.name', message: 'must not be empty' },
    { field: 'agent.outcomes.0', message: 'is too long' },
  ];

  it.each([
    ['verba', 'match.by', 'is missing'],
    ['twilio', 'audio', 'line 2, url: must be a web address'],
    ['agent', 'outcomes', 'line 1: is too long'],
    ['verba', 'match', undefined],
    ['twilio', 'aud', undefined],
    ['telesocial', 'audio', undefined],
  ])('is shown at its field: %s.%s', (section, path, shown) => {
    expect(findMistake(MISTAKES, section, path)).toBe(shown);
  });
});

describe('a value in a form', () => {
  it.for<[what: string, field: SettingsField, value: FieldValue | undefined, typed: string]>([
    ['a text as it is', field(), ' a = b ', ' a = b '],
    ['nothing as an empty input', field(), undefined, ''],
    ['texts as lines', LINES, ['Reason', 'Topic'], 'Reason\nTopic'],
    [
      'rows as lines with columns',
      ROWS,
      [{ name: 'Desk', number: '15001' }, { name: 'Night' }],
      'Desk = 15001\nNight = ',
    ],
  ])('is shown: %s', ([, of, value, typed]) => {
    expect(toTyped(of, value)).toBe(typed);
  });

  it.for<[what: string, field: SettingsField, typed: string, value: FieldValue]>([
    ['a text as it is', field(), ' a = b ', ' a = b '],
    ['lines without blank ones', LINES, ' Reason \n\n  \nTopic\n', ['Reason', 'Topic']],
    ['no lines', LINES, ' \n', []],
    [
      'columns with and without spaces',
      ROWS,
      'Desk=15001\nNight = 15002',
      [
        { name: 'Desk', number: '15001' },
        { name: 'Night', number: '15002' },
      ],
    ],
    [
      'a name with a separator',
      ROWS,
      'Desk = first = 15001',
      [{ name: 'Desk = first', number: '15001' }],
    ],
    [
      'a web address with a separator',
      ROWS,
      'Beep = https://example.com/?id=5\nBeep=https://example.com/?id=5',
      [
        { name: 'Beep', number: 'https://example.com/?id=5' },
        { name: 'Beep', number: 'https://example.com/?id=5' },
      ],
    ],
    ['a missing column as empty', ROWS, 'Desk', [{ name: 'Desk', number: '' }]],
    ['an empty column as empty', ROWS, 'Desk = ', [{ name: 'Desk', number: '' }]],
    ['a single column with a separator', ONE_COLUMN, 'a = b', [{ name: 'a = b' }]],
  ])('is read: %s', ([, of, typed, value]) => {
    expect(fromTyped(of, typed)).toEqual(value);
  });

  it('is the same after it was shown and read', () => {
    const rows = [
      { name: 'Desk = first', number: '15001' },
      { name: 'a=b', number: 'https://example.com/?id=5' },
    ];
    expect(fromTyped(ROWS, toTyped(ROWS, rows))).toEqual(rows);
  });
});

test('a mistake begins with a capital letter', () => {
  expect(toSentence('must not be blank')).toBe('Must not be blank');
});
