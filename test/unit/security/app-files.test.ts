import { describe, expect, it } from 'vitest';
import { resolveAppFile } from '../../../main/security/app-files';

const ROOT = '/opt/app/renderer';

describe('the address of a file of the window', () => {
  it('is below the served folder', () => {
    expect(resolveAppFile('app://bundle/index.html', ROOT)).toBe(`${ROOT}/index.html`);
    expect(resolveAppFile('app://bundle/assets/a%20b.js?x#y', ROOT)).toBe(`${ROOT}/assets/a b.js`);
  });

  it.each([
    'app://bundle/..%2f..%2fpackage.json',
    'app://bundle/%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://bundle/..%2frenderer-other/x.js',
    'app://bundle/a%00.html',
    'app://bundle/..%5c..%5cx',
    'app://bundle/%E0%A4%A',
    'app://other/index.html',
    'app://bundle:80/index.html',
    'file:///opt/app/renderer/index.html',
    'https://bundle/index.html',
    'nonsense',
  ])('is never outside it: %s', (address) => {
    expect(resolveAppFile(address, ROOT)).toBeUndefined();
  });
});
