import { describe, expect, it } from 'vitest';
import { readLink } from '../../../main/app/read-link';

const JSON_TEXT = '{"version":1}';
const ENCODED = encodeURIComponent(JSON_TEXT);

describe('a sidetone: link', () => {
  it.each([
    ['sidetone:show', { kind: 'show' }],
    ['SIDETONE://Show/', { kind: 'show' }],
    ['sidetone:dial?number=+4930123456', { kind: 'dial', number: '+4930123456' }],
    ['sidetone://dial/?number=%2B49%20(0)%2030%201', { kind: 'dial', number: '+49 (0) 30 1' }],
    ['sidetone:dial?number=ada@pbx.example.com', { kind: 'dial', number: 'ada@pbx.example.com' }],
    [`sidetone:profile?json=${ENCODED}`, { kind: 'profile', name: undefined, text: JSON_TEXT }],
    [
      `sidetone:profile?name=Site%20B&json=${ENCODED}`,
      { kind: 'profile', name: 'Site B', text: JSON_TEXT },
    ],
  ])('%s', (link, value) => {
    expect(readLink(link)).toEqual({ ok: true, value });
  });

  it.each([
    ['sidetone:', 'the sidetone: link contains no action that Sidetone knows'],
    ['sidetone:hang-up', 'the sidetone: link contains no action that Sidetone knows'],
    ['sidetone:mute', 'the sidetone: link contains no action that Sidetone knows'],
    ['sidetone:constructor', 'the sidetone: link contains no action that Sidetone knows'],
    ['sidetone:show/there', 'the sidetone: link contains no action that Sidetone knows'],
    ['sidetone:show#there', 'the sidetone: link contains no action that Sidetone knows'],
    ['sidetone://user@show', 'the sidetone: link contains no action that Sidetone knows'],
    ['sidetone:show?now=1', 'the sidetone: link has an unknown parameter: now'],
    ['sidetone:show?', 'the sidetone: link has an unknown parameter: '],
    ['sidetone:dial', 'the sidetone: link contains no number that can be dialed'],
    ['sidetone:dial?number=', 'the sidetone: link contains no number that can be dialed'],
    ['sidetone:dial?number=-x', 'the sidetone: link contains no number that can be dialed'],
    ['sidetone:dial?number=1%0A2', 'the sidetone: link contains no number that can be dialed'],
    ['sidetone:dial?number=a@b@c', 'the sidetone: link contains no number that can be dialed'],
    ['sidetone:dial?number=1&confirm=no', 'the sidetone: link has an unknown parameter: confirm'],
    ['sidetone:dial?number=1&number=2', 'the sidetone: link repeats a parameter: number'],
    [
      'sidetone:dial?number=%zz',
      'the sidetone: link has a parameter that is not percent-encoded UTF-8: number',
    ],
    ['sidetone:profile', 'the sidetone: link contains no profile'],
    ['sidetone:profile?json=', 'the sidetone: link contains no profile'],
    [
      `sidetone:profile?json=${ENCODED}&name=`,
      'the sidetone: link contains a profile name that cannot be used',
    ],
    [
      `sidetone:profile?json=${ENCODED}&name=a%E2%80%AEb`,
      'the sidetone: link contains a profile name that cannot be used',
    ],
    [`sidetone:profile?json=${'x'.repeat(8_001)}`, 'the sidetone: link is too long'],
    [`sidetone:profile?json=${'%41'.repeat(10_000)}`, 'the sidetone: link is too long'],
  ])('is refused with the reason: %.80s', (link, detail) => {
    expect(readLink(link)).toEqual({ ok: false, error: { code: 'bad-input', detail } });
  });

  it('is always refused in one short line', () => {
    const refused = readLink(`sidetone:show?${'\u202ex\n'.repeat(5_000)}=1`);
    const detail = refused.ok ? '' : (refused.error.detail ?? '');
    expect(detail).toMatch(/^the sidetone: link has an unknown parameter: x/);
    expect(detail.length).toBeLessThanOrEqual(200);
  });
});
