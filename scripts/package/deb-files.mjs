import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../setup/folders.mjs';
import { debChangelog, debCopyright, LINTIAN_OVERRIDES, manPage, metainfo } from './deb-texts.mjs';

/**
 * Writes the files of a deb other than the app to `out/deb/`; electron-builder.yml says where they go.
 * Must run after the build, which lists the licenses.
 *
 * @param {Pick<typeof import('../../main/app/flags'), 'SWITCHES' | 'VALUES'>} flags see `readFlags`
 */
export async function writeDebFiles({ SWITCHES, VALUES }, root = projectRoot, date = Date.now()) {
  /** @param {...string} path */
  const read = (...path) => readFile(join(root, ...path), 'utf8');
  const { version, description, homepage, author, desktopName } = JSON.parse(
    await read('package.json'),
  );
  const files = {
    copyright: debCopyright({
      homepage,
      license: (await read('LICENSE')).trim(),
      thirdParties: JSON.parse(await read('out', 'licenses', 'third-party.json')),
    }),
    'changelog.gz': compress(
      debChangelog({ version, date, maintainer: `${author.name} <${author.email}>` }),
    ),
    'sidetone.1.gz': compress(
      manPage({ version, description, switches: SWITCHES, values: VALUES }),
    ),
    'metainfo.xml': metainfo({ version, date, homepage, description, desktopName }),
    'lintian-overrides': LINTIAN_OVERRIDES,
  };
  const folder = join(root, 'out', 'deb');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
    await chmod(join(folder, name), 0o644);
  }
}

/** @param {string} text */
function compress(text) {
  return gzipSync(text, { level: 9 });
}
