#!/usr/bin/env node
// Does what electron-builder needs fpm for, with dpkg-deb, where fpm is not available.
import { createHash } from 'node:crypto';
import { chmod, copyFile, cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { runOrFail } from '../setup/run.mjs';
import { runMain } from '../setup/say.mjs';
import { withTemporaryFolder } from '../setup/temporary-folder.mjs';
import { debControl, parseFpmOptions } from './fpm-options.mjs';

/** @type {Record<string, string>} */
const COMPRESSIONS = { gz: 'gzip', xz: 'xz', zst: 'zstd' };

/**
 * @param {ReturnType<typeof parseFpmOptions>['mappings']} mappings
 * @param {string} root
 */
async function copyMappings(mappings, root) {
  for (const { source, target } of mappings) {
    const to = join(root, target);
    await mkdir(dirname(to), { recursive: true });
    await cp(source, to, { recursive: true, verbatimSymlinks: true });
  }
  // Regardless of the umask: readable for all, writable only for the owner.
  await runOrFail('chmod', ['-R', 'u+rwX,go+rX,go-w', root]);
}

/** @param {string} root */
async function listFiles(root) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

/**
 * @param {ReturnType<typeof parseFpmOptions>} options
 * @param {string} root
 */
async function writeControl(options, root) {
  const files = await listFiles(root);
  let size = 0;
  let sums = '';
  for (const file of files) {
    size += (await stat(file)).size;
    const sum = createHash('md5').update(await readFile(file));
    sums += `${sum.digest('hex')}  ${relative(root, file)}\n`;
  }
  const folder = join(root, 'DEBIAN');
  await mkdir(folder);
  await writeFile(join(folder, 'control'), debControl(options, Math.ceil(size / 1024)));
  await writeFile(join(folder, 'md5sums'), sums);
  const scripts = { postinst: options['after-install'], postrm: options['after-remove'] };
  for (const [name, source] of Object.entries(scripts)) {
    if (!source) continue;
    await copyFile(source, join(folder, name));
    await chmod(join(folder, name), 0o755);
  }
}

await runMain(async () => {
  const options = parseFpmOptions(process.argv.slice(2));
  await withTemporaryFolder('deb', async (work) => {
    const root = join(work, 'root');
    await copyMappings(options.mappings, root);
    await writeControl(options, root);
    const target = resolve(options.package);
    await mkdir(dirname(target), { recursive: true });
    const compression = `-Z${COMPRESSIONS[options['deb-compression'] ?? ''] ?? 'xz'}`;
    await runOrFail('dpkg-deb', ['--root-owner-group', compression, '--build', root, target]);
  });
});
