import { expect, it } from 'vitest';
import { encodeAuthority } from '../../../../scripts/session/desktop-session.mjs';
import { sandboxFlags } from '../../../../scripts/session/sandbox-flags.mjs';

it('writes an Xauthority entry for every display', () => {
  const entry = encodeAuthority(Buffer.from('0123456789abcdef'));
  expect(entry.toString('latin1')).toBe(
    '\xff\xff\0\0\0\0\0\x12MIT-MAGIC-COOKIE-1\0\x100123456789abcdef',
  );
});

it('keeps the sandbox for everybody except root on Linux', () => {
  expect(sandboxFlags('linux', 1000)).toEqual([]);
  expect(sandboxFlags('darwin', 0)).toEqual([]);
  expect(sandboxFlags('win32', undefined)).toEqual([]);
  expect(sandboxFlags('linux', 0)).toEqual(['--no-sandbox']);
});
