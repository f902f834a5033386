import { describe, expect, test } from 'vitest';
import { toOwnNumber, toParties } from '../../../../main/vendors/genesys/parties';
import type { Party } from '../../../../main/vendors/genesys/parties';
import { callSchema } from '../../../../main/vendors/genesys/wire';

interface Forms {
  readonly digits?: string;
  readonly phoneNumber?: string;
  readonly formattedPhoneNumber?: string;
  readonly e164Number?: string;
}

function read(participants: readonly (Forms | string)[], last?: readonly Party[]): Party[] {
  return toParties(callSchema.parse({ id: 'call', participants }), last);
}

function ids(parties: readonly Party[]): string[] {
  return parties.map(({ id }) => id);
}

/** The same digits, as another telephone of the same person has them. */
const plain = { digits: '15001', phoneNumber: '15001', formattedPhoneNumber: '15001' };
const other = { ...plain, formattedPhoneNumber: '1-50-01' };

describe('ids', () => {
  test('are the digits, counted where they come again', () => {
    expect(ids(read([plain, '15002', plain, plain]))).toEqual([
      '15001',
      '15002',
      '15001#2',
      '15001#3',
    ]);
  });

  test('stay with whom they were given to when somebody with the same number leaves', () => {
    const before = read([plain, other]);
    expect(ids(before)).toEqual(['15001', '15001#2']);
    expect(ids(read([other], before))).toEqual(['15001#2']);
    expect(ids(read([plain], before))).toEqual(['15001']);
  });

  test('stay where the vendor names the parties in another order', () => {
    const before = read([plain, other]);
    expect(ids(read([other, plain], before))).toEqual(['15001#2', '15001']);
  });

  test('are not handed on to somebody who joins', () => {
    const before = read([plain, other]);
    const after = read([other], before);
    expect(ids(read([other, plain, plain], after))).toEqual(['15001#2', '15001', '15001#3']);
  });

  test('stay when the vendor tells more of a party than before', () => {
    const before = read([{ digits: '4930123' }]);
    expect(ids(read([{ digits: '4930123', e164Number: '+4930123' }], before))).toEqual(['4930123']);
  });
});

describe('the number that names a party to the vendor', () => {
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
  ])('is %s where that alone differs', (_name, differing, expected) => {
    expect(ownNumbers([plain, differing])[1]).toBe(expected);
    expect(ownNumbers([differing, plain])[0]).toBe(expected);
  });

  test('is the shared one where nothing differs', () => {
    expect(ownNumbers([plain, plain])).toEqual(['15001', '15001']);
  });

  test('is not there where it is withheld', () => {
    expect(ownNumbers([{ phoneNumber: '', digits: '' }])).toEqual([undefined]);
  });
});
