import { describe, expect, test, vi } from 'vitest';
import { createNumbers } from '../../../../main/numbers/numbers';
import { toOwnNumber, toParties } from '../../../../main/vendors/genesys/parties';
import type { Party } from '../../../../main/vendors/genesys/match-parties';
import { callSchema } from '../../../../main/vendors/genesys/wire';

interface Forms {
  readonly digits?: string;
  readonly phoneNumber?: string;
  readonly formattedPhoneNumber?: string;
  readonly e164Number?: string;
}

function read(
  participants: readonly (Forms | string)[],
  last?: readonly Party[],
  country?: string,
): Party[] {
  const call = callSchema.parse({ id: 'call', participants });
  return toParties(call, createNumbers(country), last);
}

function ids(parties: readonly Party[]): string[] {
  return parties.map(({ id }) => id);
}

/** The same digits, for another telephone of the same person. */
const plain = { digits: '15001', phoneNumber: '15001', formattedPhoneNumber: '15001' };
const other = { ...plain, formattedPhoneNumber: '1-50-01' };

describe('ids', () => {
  test('are the digits, numbered if they occur again', () => {
    expect(ids(read([plain, '15002', plain, plain]))).toEqual([
      '15001',
      '15002',
      '15001#2',
      '15001#3',
    ]);
  });

  test('stay with the same person when another one with the same number leaves', () => {
    const before = read([plain, other]);
    expect(ids(before)).toEqual(['15001', '15001#2']);
    expect(ids(read([other], before))).toEqual(['15001#2']);
    expect(ids(read([plain], before))).toEqual(['15001']);
  });

  test('stay if the vendor lists the parties in another order', () => {
    const before = read([plain, other]);
    expect(ids(read([other, plain], before))).toEqual(['15001#2', '15001']);
  });

  test('are not reused for a person who joins', () => {
    const before = read([plain, other]);
    const after = read([other], before);
    expect(ids(read([other, plain, plain], after))).toEqual(['15001#2', '15001', '15001#3']);
  });

  test('stay if the vendor reports more about a party than before', () => {
    const before = read([{ digits: '4930123' }]);
    expect(ids(read([{ digits: '4930123', e164Number: '+4930123' }], before))).toEqual(['4930123']);
  });
});

describe('a person who is reported in another notation', () => {
  test.each<[string, Forms, Forms]>([
    [
      'with a form in common',
      { digits: '2125550142', phoneNumber: '2125550142', formattedPhoneNumber: '(212) 555-0142' },
      {
        digits: '12125550142',
        phoneNumber: '+12125550142',
        formattedPhoneNumber: '(212) 555-0142',
      },
    ],
    ['without the country code', { digits: '2125550142' }, { phoneNumber: '+12125550142' }],
    ['with the country code', { phoneNumber: '+12125550142' }, { digits: '2125550142' }],
    ['with 0 for the country code', { digits: '01632960001' }, { phoneNumber: '+441632960001' }],
    ['in other digits', { digits: '15002' }, { digits: '\u0661\u0665\u0660\u0660\u0662' }],
    ['as a URI', { digits: '15002' }, { phoneNumber: 'tel:15002' }],
  ])('%s keeps the id', (_, before, after) => {
    const first = read([plain, before]);
    expect(ids(read([after, plain], first))).toEqual([ids(first)[1], '15001']);
  });

  test('keeps the id by the country of the profile', () => {
    const first = read([{ digits: '8011234567' }], undefined, 'RU');
    const again = read([{ phoneNumber: '+7 801 123-45-67' }], first, 'RU');
    expect(ids(again)).toEqual(['8011234567']);
  });

  test.each<[Forms, Forms]>([
    [{ digits: '2125550142' }, { digits: '6465550142' }],
    [{ digits: '15001' }, { digits: '5001' }],
    [{ digits: '115001' }, { phoneNumber: '+15001' }],
  ])('is not another person: %j and %j', (before, after) => {
    expect(ids(read([after], read([before])))).not.toEqual(ids(read([before])));
  });
});

describe('the time for thousands of parties with one number', () => {
  test.each([
    ['at first', (count: number) => read(same(count))],
    ['again', (count: number) => read(same(count), read(same(count)))],
    ['when half of them leave', (count: number) => read(same(count / 2), read(same(count)))],
    [
      'in another notation',
      (count: number) => read(same(count, { digits: '+12125550142' }), read(same(count))),
    ],
  ])('is proportional to their number, %s', (_, run) => {
    const [few, many] = [500, 1_000].map((count) => countLookUps(() => run(count)));
    expect(many! / few!).toBeLessThan(2.1);
  });

  function same(count: number, form: Forms = { digits: '2125550142' }): Forms[] {
    return Array.from({ length: count }, () => form);
  }

  /** Counts look-ups and comparisons in collections. */
  function countLookUps(run: () => unknown): number {
    const spies = [
      vi.spyOn(Set.prototype, 'has'),
      vi.spyOn(Map.prototype, 'get'),
      vi.spyOn(Map.prototype, 'has'),
      vi.spyOn(Array.prototype, 'indexOf'),
    ];
    let compared = 0;
    const find = Array.prototype.find as (...parameters: unknown[]) => unknown;
    const finding = vi.spyOn(Array.prototype, 'find').mockImplementation(function count(
      this: unknown[],
      test,
      ...rest
    ) {
      const counting = (...parameters: [unknown, number, unknown[]]) => {
        compared += 1;
        return test(...parameters);
      };
      return find.call(this, counting, ...rest);
    });
    try {
      run();
      return compared + spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    } finally {
      for (const spy of [finding, ...spies]) spy.mockRestore();
    }
  }
});

describe('the number that identifies a party to the vendor', () => {
  function ownNumbers(participants: readonly Forms[]): (string | undefined)[] {
    const parties = read(participants);
    return parties.map((party) => toOwnNumber(party, parties));
  }

  test('is its phone number while nobody else has it', () => {
    expect(ownNumbers([{ ...plain, e164Number: '+15001' }, { phoneNumber: '15002' }])).toEqual([
      '15001',
      '15002',
    ]);
  });

  test.each<[string, Forms, string]>([
    ['the phone number', { ...plain, phoneNumber: '+15001' }, '+15001'],
    ['the digits', { ...plain, digits: '015001' }, '015001'],
    ['the E.164 number', { ...plain, e164Number: '+4915001' }, '+4915001'],
    ['the formatted number', other, '1-50-01'],
  ])('is %s if only that differs', (_name, differing, expected) => {
    expect(ownNumbers([plain, differing])[1]).toBe(expected);
    expect(ownNumbers([differing, plain])[0]).toBe(expected);
  });

  test('is the shared one if nothing differs', () => {
    expect(ownNumbers([plain, plain])).toEqual(['15001', '15001']);
  });

  test('is absent if it is withheld', () => {
    expect(ownNumbers([{ phoneNumber: '', digits: '' }])).toEqual([undefined]);
  });
});
