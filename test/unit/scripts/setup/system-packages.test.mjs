import { describe, expect, it } from 'vitest';
import {
  missingEntries,
  parseInstalled,
  parseMissingLibraries,
} from '../../../../scripts/setup/system-packages.mjs';

describe('missingEntries', () => {
  it('does not list packages that are installed under either name', () => {
    const older = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libnotify4', 'libsecret-1-0'];
    const newer = older.map((name) => (/gtk|asound/.test(name) ? `${name}t64` : name));
    expect(missingEntries(['run'], new Set(older))).toEqual([]);
    expect(missingEntries(['run'], new Set(newer))).toEqual([]);
  });

  it('names missing packages', () => {
    expect(missingEntries(['display', 'verify-deb'], new Set(['dbus']))).toEqual([
      ['xvfb'],
      ['mmdebstrap'],
      ['lintian'],
      ['appstream'],
    ]);
  });

  it('rejects an unknown group and names the known ones', () => {
    expect(() => missingEntries(['desktop'], new Set())).toThrow(
      'Unknown group "desktop"; use run, display',
    );
  });
});

it('parses dpkg-query, where a removed package is not installed', () => {
  const listing = 'xvfb installed\nxauth config-files\ndbus not-installed\nlibnss3 installed\n';
  expect([...parseInstalled(listing)]).toEqual(['xvfb', 'libnss3']);
});

it('parses ldd for the libraries that are not found', () => {
  const listing = [
    '\tlinux-vdso.so.1 (0x00007ffd2b5f2000)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f3b2c000000)',
    '\tlibgbm.so.1 => not found',
  ].join('\n');
  expect(parseMissingLibraries(listing)).toEqual(['libgtk-3.so.0', 'libgbm.so.1']);
});
