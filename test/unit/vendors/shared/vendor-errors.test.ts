import { describe, expect, it } from 'vitest';
import { toEndpoint } from '../../../../main/vendors/shared/endpoint';
import { createVendorErrors } from '../../../../main/vendors/shared/vendor-errors';

describe('createVendorErrors', () => {
  const errors = createVendorErrors('verba', ['hush-key']);

  it.each([
    [400, 'refused'],
    [401, 'wrong-credentials'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [407, 'proxy'],
    [409, 'conflict'],
    [418, 'refused'],
    [429, 'rate-limited'],
    [500, 'vendor-unavailable'],
    [502, 'vendor-unavailable'],
    [503, 'vendor-unavailable'],
    [302, 'malformed-answer'],
  ] as const)('reports status %i as %s', (status, code) => {
    expect(errors.ofStatus(status)).toEqual({ code, vendor: 'verba', detail: `HTTP ${status}` });
  });

  it('keeps the vendor’s text, shortened and without secrets', () => {
    const { detail } = errors.ofStatus(400, ` the key hush-key is wrong ${'x'.repeat(600)}`);
    expect(detail).toMatch(/^the key \[secret\] is wrong x+$/);
    expect(detail).toHaveLength(500);
  });
});

describe('toEndpoint', () => {
  it('encodes segments and query, and keeps a path of the base URL', () => {
    const url = toEndpoint('https://host/prefix/', ['api', '@eta/x y?'], { appkey: 'a&b' });
    expect(url.href).toBe('https://host/prefix/api/%40eta%2Fx%20y%3F?appkey=a%26b');
  });

  it('does not let a segment leave the path', () => {
    expect(toEndpoint('https://host', ['api', '..']).pathname).toBe('/api/%252E%252E');
  });
});
