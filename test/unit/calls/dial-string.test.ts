import { describe, expect, it } from 'vitest';
import { toDialString } from '../../../main/calls/dial-string';

describe('an address that is dialled', () => {
  it.each([
    ['+1 (212) 555-0142', '+12125550142'],
    ['030/123 45.67', '0301234567'],
    ['15001', '15001'],
    ['*21#', '*21#'],
    ['sip:ada@example.com', 'sip:ada@example.com'],
    ['reception-2', 'reception-2'],
  ])('%s is %s to a switch', (written, dialled) => {
    expect(toDialString(written)).toBe(dialled);
  });
});
