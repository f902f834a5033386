import { describe, expect, it } from 'vitest';
import { readLink, schemeOf } from '../../../main/app/read-link';

describe('a link to a number', () => {
  it.each([
    ['tel:+4930123456', '+4930123456'],
    ['TEL:15501', '15501'],
    ['tel://+4930123456', '+4930123456'],
    ['tel:+49%20(0)%2030%20123-456', '+49 (0) 30 123-456'],
    ['tel:%2B4930123456', '+4930123456'],
    ['tel: +4930123456 ', '+4930123456'],
    ['tel:7042;phone-context=example.com', '7042'],
    ['tel:+4930123456;ext=12;x=1', '+4930123456;ext=12'],
    ['tel:863-1234;phone-context=+1-914-555', '+1-914-555863-1234'],
    ['tel:863-1234;ext=12;Phone-Context=%2B1-914-555', '+1-914-555863-1234;ext=12'],
    ['tel:+4930123456;phone-context=+1', '+4930123456'],
    ['sip:7042;phone-context=+1201555@pbx.example.com;user=phone', '+12015557042'],
    ['tel:*%2306%23', '*#06#'],
    ['callto:+4930123456?call', '+4930123456'],
    ['callto://15501', '15501'],
    ['callto:ada.lovelace', 'ada.lovelace'],
    ['sip:15501@pbx.example.com', '15501'],
    ['sips:+4930123456@pbx.example.com:5061;transport=tls?subject=x', '+4930123456'],
    ['sip:ada:secret@pbx.example.com', 'ada@pbx.example.com'],
    ['sip:15501', '15501'],
  ])('%s', (link, number) => {
    expect(readLink(link)).toEqual({ ok: true, value: { kind: 'dial', number } });
  });

  it.each([
    'tel:',
    'tel:;ext=12',
    'tel:call-me',
    'tel:7042;phone-context=+evil',
    'tel:15501%0A15502',
    'tel:1550%E2%80%AE1',
    'tel:%zz',
    `tel:${'1'.repeat(41)}`,
    `tel:15501;${'x'.repeat(1_000)}`,
    'callto:--remote-debugging-port=0',
    'sip:ada',
    'sip:a@b@c',
    'sip:-x@pbx.example.com',
    'sip:ada@',
    'https://example.com',
  ])('without a number is refused: %s', (link) => {
    expect(readLink(link)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('is identified by its scheme', () => {
    expect(schemeOf('SIPS:ada@pbx.example.com')).toBe('sips');
    expect(schemeOf('telephone')).toBeUndefined();
    expect(schemeOf('Sidetone://dial')).toBe('sidetone');
  });
});
