import { describe, expect, it } from 'vitest';
import { isInstalled } from '../../../../scripts/setup/node-modules.mjs';

const zod = { version: '4.6.7', integrity: 'sha512-zod' };

describe('isInstalled', () => {
  it('is true if the packages match the lock file', () => {
    const wanted = { packages: { '': { name: 'sidetone' }, 'node_modules/zod': zod } };
    expect(isInstalled(wanted, { packages: { 'node_modules/zod': zod } })).toBe(true);
  });

  it('ignores an optional package of another platform', () => {
    const wanted = { packages: { 'node_modules/fsevents': { version: '2.3.3', optional: true } } };
    expect(isInstalled(wanted, { packages: {} })).toBe(true);
  });

  it.each([
    ['missing', {}],
    ['of another version', { 'node_modules/zod': { ...zod, version: '4.6.6' } }],
    ['of other content', { 'node_modules/zod': { ...zod, integrity: 'sha512-other' } }],
  ])('is false if a package is %s', (_, packages) => {
    expect(isInstalled({ packages: { 'node_modules/zod': zod } }, { packages })).toBe(false);
  });
});
