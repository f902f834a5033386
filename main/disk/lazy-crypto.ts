import type crypto from 'node:crypto';

/**
 * Node.js's cryptography, which takes several milliseconds to load. With `import` every start would wait for
 * that before the first paint.
 */
export function lazyCrypto(): typeof crypto {
  return process.getBuiltinModule('node:crypto');
}
