import { describe, expect, it, test } from 'vitest';
import { createNumbers } from '../../../main/numbers/numbers';

const numbers = createNumbers(undefined);

describe('the dialed number', () => {
  it.each([
    ['+1 (212) 555-0142', '+12125550142'],
    ['030/123 45.67', '0301234567'],
    ['01.23.45.67.89', '0123456789'],
    ['15001', '15001'],
    ['*21#', '*21#'],
    ['*21*+49 30 123456#', '*21*+4930123456#'],
    ['sip:ada@example.com', 'sip:ada@example.com'],
    ['15001@example.com', '15001@example.com'],
    ['client:ada', 'client:ada'],
    ['reception-2', 'reception-2'],
    ['Ada Lovelace', 'Ada Lovelace'],
    ['\u202aeta\u202c\u200b', 'eta'],
    ['\u202a+12125550142\u202c', '+12125550142'],
    ['\u200e212\u200b555\u20600142\ufeff', '2125550142'],
    ['212\u00a0555\u202f0142', '2125550142'],
    ['212\u2011555\u20110142', '2125550142'],
    ['212\u2013555\u22120142', '2125550142'],
    ['+١٢١٢٥٥٥٠١٤٢', '+12125550142'],
    ['۱۵۰۰۲', '15002'],
    ['१५००२', '15002'],
    ['＋１（２１２）５５５－０１４２', '+12125550142'],
    ['tel:+1-212-555-0142', '+12125550142'],
    ['TEL:%2B12125550142', '+12125550142'],
    ['tel:7042;phone-context=+1201555', '+12015557042'],
    ['tel:15002;phone-context=example.com', '15002'],
    ['callto:+12125550142', '+12125550142'],
    ['callto://15002', '15002'],
    ['callto:ada', 'ada'],
    ['Tel.: +1 212 555 0142', '+12125550142'],
    ['<+12125550142>', '+12125550142'],
    ['+12125550142.', '+12125550142'],
    ['+44 (0) 1632 960001', '+441632960001'],
    ['+44 (0)1632 960001', '+441632960001'],
    ['+44(0)1632960001', '+441632960001'],
    ['+49 [0] 30 123456', '+4930123456'],
    ['+39 (0)6 1234 5678', '+390612345678'],
    ['+7 (0) 495 123-45-67', '+74951234567'],
    ['0044 (0) 1632 960001', '00441632960001'],
    ['(+44) 1632 960001', '+441632960001'],
    ['(0)30 123456', '030123456'],
    ['+15001', '+15001'],
  ])('for %j is %j', (written, dialed) => {
    expect(numbers.toDialable(written)).toEqual({ ok: true, value: dialed });
  });

  it.each([
    ['(212) 555-0142 ext. 12', /without an extension/],
    ['212-555-0142x12', /without an extension/],
    ['tel:+1-212-555-0142;ext=12', /without an extension/],
    ['2125550142,,12#', /without an extension/],
    ['2125550142 / 2125550143', /one telephone number/],
    ['15001, 15002', /one telephone number/],
    ['212 555 0142\n212 555 0143', /one telephone number/],
    ['44 (0) 1632 960001', /without \(0\)/],
    ['+999 (0) 12', /without \(0\)/],
    ['212+5550142', /\+ at the beginning/],
    ['+1 212 555 0142 Ada', /digits only/],
    ['1-800-FLOWERS', /digits only/],
    ['+12345678901234567', /too many digits/],
    ['()', /a telephone number or a name/],
    ['\u200b', /a telephone number or a name/],
  ])('for %j is rejected', (written, expected) => {
    expect(numbers.toDialable(written)).toEqual({
      ok: false,
      error: { code: 'bad-input', detail: expect.stringMatching(expected) as unknown },
    });
  });
});

test('a service that needs international numbers gets them if the country is known', () => {
  const american = createNumbers('US');
  expect(american.toInternational('(212) 555-0142')).toEqual({ ok: true, value: '+12125550142' });
  expect(american.toInternational('15002')).toEqual({ ok: true, value: '15002' });
  expect(american.toInternational('sip:ada@x.org')).toEqual({ ok: true, value: 'sip:ada@x.org' });
  expect(numbers.toInternational('(212) 555-0142')).toEqual({ ok: true, value: '2125550142' });
  expect(createNumbers('XX').toInternational('2125550142').ok).toBe(true);
});

test('a network ID is a number only if it is a full one', () => {
  expect(numbers.toNetworkId('\u202a+1 (212) 555-0142\u202c')).toBe('+12125550142');
  for (const id of ['eta', '12-34', '555.0142x', 'e t a', '15002']) {
    expect(numbers.toNetworkId(id)).toBe(id);
  }
});

describe('notations of one number', () => {
  it.each<[string | undefined, string, string]>([
    ['US', '2125550142', '+12125550142'],
    ['US', '(212) 555-0142', '1 212 555 0142'],
    ['US', '011 44 1632 960001', '+44 (0)1632 960001'],
    ['GB', '01632 960001', '+44 1632 960001'],
    ['FR', '01.23.45.67.89', '+33 1 23 45 67 89'],
    [undefined, '(212) 555-0142', '212.555.0142'],
    [undefined, '+44 (0)1632 960001', 'tel:+441632960001'],
    [undefined, '150\u200b02', '15002'],
    [undefined, '٢١٢٥٥٥٠١٤٢', '2125550142'],
    [undefined, '212-555-0142 x12', '2125550142;ext=12'],
  ])('in %s: %j and %j', (country, one, other) => {
    const known = createNumbers(country);
    expect(known.keyOf(one)).toBe(known.keyOf(other));
  });

  it.each([
    ['15001', '15002'],
    ['2125550142', '2125550142 x12'],
    ['eta', 'Eta'],
    ['*15001', '15001'],
    ['sip:15001@a.example', '15001'],
  ])('are not %j and %j', (one, other) => {
    expect(numbers.keyOf(one)).not.toBe(numbers.keyOf(other));
  });
});
