import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { SWITCHES, VALUES } from '../../../../main/app/flags';
import { DESKTOP_ID } from '../../../../main/desktop/desktop-id';
import { writeDebFiles } from '../../../../scripts/package/deb-files.mjs';
import { clearExecutableBits } from '../../../../scripts/package/shared-libraries.mjs';
import { projectRoot } from '../../../../scripts/setup/folders.mjs';
import { testInFolder as test } from '../../../support/temporary-folder';

const APACHE = 'Apache License\nVersion 2.0\n\nCopyright 2008 the original author';
const THIRD_PARTIES = [
  {
    name: 'Electron',
    version: '',
    license: 'MIT',
    text: 'Copyright (c) Electron contributors\n\nMay',
  },
  { name: 'cometd', version: '9.0.0', license: 'Apache-2.0', text: APACHE },
  { name: '@scope/lib', version: '1.0.0', license: 'ISC', text: 'Permission to use' },
];
const DATE = Date.UTC(2026, 0, 5, 9);

/** Makes the files from the project's sources and these third parties. */
async function write(folder) {
  for (const path of ['LICENSE', 'package.json']) {
    await cp(join(projectRoot, path), join(folder, path));
  }
  const list = join(folder, 'out', 'licenses', 'third-party.json');
  await mkdir(dirname(list), { recursive: true });
  await writeFile(list, JSON.stringify(THIRD_PARTIES));
  await writeDebFiles({ SWITCHES, VALUES }, folder, DATE);
  return (name) => readFile(join(folder, 'out', 'deb', name));
}

test('electron-builder.yml puts every file into the deb', async ({ folder }) => {
  await write(folder);
  const yaml = await readFile(join(projectRoot, 'electron-builder.yml'), 'utf8');
  const mapped = [...yaml.matchAll(/- out\/deb\/(.*)=\//g)].map(([, name]) => name);
  expect(mapped.sort()).toEqual((await readdir(join(folder, 'out', 'deb'))).sort());
});

test('the copyright file has the terms of everything in the package', async ({ folder }) => {
  const read = await write(folder);
  const [header, ...stanzas] = (await read('copyright')).toString().trim().split('\n\n');
  expect(header).toMatch(/^Format: https:\/\/www\.debian\.org\/doc\/.*copyright-format\/1\.0\/\n/);
  expect(stanzas).toHaveLength(1 + THIRD_PARTIES.length);
  for (const stanza of stanzas) {
    expect(stanza).toMatch(/^Files: .+\nCopyright: .+(\n {2,}.+)*\nLicense: \S+\n .+/);
  }
  expect(stanzas[1]).toContain('Copyright: Copyright (c) Electron contributors\n');
  expect(stanzas[1]).toContain('\n .\n May');
  expect(stanzas[2]).toContain('/usr/share/common-licenses/Apache-2.0');
  expect(stanzas[3]).toContain('Copyright: the authors of @scope/lib\n');
});

test('the man page has the flags of --help', async ({ folder }) => {
  const read = await write(folder);
  const page = gunzipSync(await read('sidetone.1.gz'))
    .toString()
    .replaceAll('\\-', '-');
  for (const [name, meaning] of Object.entries(SWITCHES)) {
    expect(page).toContain(`.B --${name}\n${meaning}\n`);
  }
  for (const [name, [value, meaning]] of Object.entries(VALUES)) {
    expect(page).toContain(`.BI --${name} " ${value}"\n${meaning}\n`);
  }
});

test('changelog and metadata have the current version', async ({ folder }) => {
  const read = await write(folder);
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  const changelog = gunzipSync(await read('changelog.gz')).toString();
  expect(changelog).toMatch(new RegExp(`^sidetone \\(${version}\\) `));
  expect(changelog).toContain('>  Mon, 05 Jan 2026 09:00:00 +0000\n');
  const info = (await read('metainfo.xml')).toString();
  expect(info).toContain(`<release version="${version}" date="2026-01-05" />`);
  expect(info).toContain(`<id>${DESKTOP_ID}</id>`);
});

test('shared libraries are not executable', async ({ folder }) => {
  for (const name of ['libEGL.so', 'libvulkan.so.1', 'sidetone']) {
    await writeFile(join(folder, name), '', { mode: 0o755 });
  }
  await clearExecutableBits(folder);
  const modeOf = async (name) => ((await stat(join(folder, name))).mode & 0o777).toString(8);
  expect(await modeOf('libEGL.so')).toBe('644');
  expect(await modeOf('libvulkan.so.1')).toBe('644');
  expect(await modeOf('sidetone')).toBe('755');
});
