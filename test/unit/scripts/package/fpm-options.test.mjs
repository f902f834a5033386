import { describe, expect, it } from 'vitest';
import { debControl, parseFpmOptions } from '../../../../scripts/package/fpm-options.mjs';

const COMMAND = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgbm1', '-d', 'libasound2 | libasound2t64'],
  ...['--deb-recommends', 'gnome-keyring', '--deb-compression', 'xz', '--architecture', 'amd64'],
  ...['--after-install', '/t/in', '--after-remove', '/t/rm'],
  ...['--description', 'A synopsis\n A longer text\n\n of two paragraphs'],
  ...['--version', '0.1.0', '--package', '/release/a.deb', '--name', 'sidetone'],
  ...['--maintainer', 'M <m@example>', '--vendor', 'M', '--url', 'https://sidetone.example'],
  ...['--deb-priority', 'optional', '--license', 'MIT', '--category', 'net'],
  ...['/linux-unpacked/=/opt/Sidetone', '/b/64.png=/usr/share/icons/64.png'],
];

describe('parseFpmOptions', () => {
  it('parses the options of electron-builder', () => {
    const options = parseFpmOptions(COMMAND);
    expect(options).toMatchObject({
      name: 'sidetone',
      version: '0.1.0',
      depends: ['libgbm1', 'libasound2 | libasound2t64'],
      'after-install': '/t/in',
      package: '/release/a.deb',
    });
    expect(options.mappings).toEqual([
      { source: '/linux-unpacked/', target: '/opt/Sidetone' },
      { source: '/b/64.png', target: '/usr/share/icons/64.png' },
    ]);
  });

  it('rejects unsupported options', () => {
    expect(() => parseFpmOptions(['-s', 'dir', '-t', 'rpm'])).toThrow('not -s dir -t rpm');
    expect(() => parseFpmOptions([...COMMAND, '/no/target'])).toThrow('No target in "/no/target"');
    expect(() => parseFpmOptions([...COMMAND, '--deb-systemd', 'x'])).toThrow('--deb-systemd');
  });
});

it('writes the control file', () => {
  expect(debControl(parseFpmOptions(COMMAND), 2048)).toBe(`Package: sidetone
Version: 0.1.0
Architecture: amd64
Maintainer: M <m@example>
Installed-Size: 2048
Depends: libgbm1, libasound2 | libasound2t64
Recommends: gnome-keyring
Section: net
Priority: optional
Homepage: https://sidetone.example
Description: A synopsis
 A longer text
 .
 of two paragraphs
`);
});
