import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { writeLicenses } from '../../../../scripts/setup/licenses.mjs';
import { withTemporaryFolder } from '../../../../scripts/setup/temporary-folder.mjs';

const OUR_LICENSE = 'MIT License\n\nCopyright (c) us\n\nPermission is hereby granted';
const entry = (name, rest) => ({ name, version: '1.0.0', identifier: 'MIT', ...rest });

/** The list for these bundled libraries. */
function list(bundles, manifests = {}) {
  return withTemporaryFolder('licenses', async (root) => {
    const files = {
      LICENSE: OUR_LICENSE,
      'node_modules/electron/LICENSE': 'Copyright (c) Electron contributors',
    };
    for (const [bundle, entries] of Object.entries(bundles)) {
      files[`out/${bundle}/licenses.json`] = JSON.stringify(entries);
    }
    for (const [name, manifest] of Object.entries(manifests)) {
      files[`node_modules/${name}/package.json`] = JSON.stringify(manifest);
    }
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    await writeLicenses(root);
    return JSON.parse(await readFile(join(root, 'out/licenses/third-party.json'), 'utf8'));
  });
}

it('has Electron, Chromium and each bundled library once', async () => {
  const entries = await list({
    main: [entry('zod', { text: 'Z\n' }), entry('dequal', { text: 'D' })],
    renderer: [entry('dequal', { text: 'D' })],
  });
  expect(entries.map(({ name, text }) => [name, text])).toEqual([
    ['Electron', 'Copyright (c) Electron contributors'],
    ['Chromium', expect.stringContaining('LICENSES.chromium.html')],
    ['dequal', 'D'],
    ['zod', 'Z'],
  ]);
});

it('adds the text for a library that only names its license', async () => {
  const entries = await list({ main: [entry('bare')] }, { bare: { author: 'Ada' } });
  expect(entries.at(-1)).toMatchObject({
    name: 'bare',
    text: 'MIT License\n\nCopyright (c) Ada\n\nPermission is hereby granted',
  });
});

it('fails the build for a library with unknown terms', async () => {
  await expect(list({ main: [entry('secretive', { identifier: 'SEE LICENSE' })] })).rejects.toThrow(
    'secretive has no text of its license (SEE LICENSE)',
  );
});
