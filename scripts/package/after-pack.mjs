import { chmod, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { programBehind, writeLauncher } from './launcher.mjs';
import { readFlags } from './read-flags.mjs';
import { clearExecutableBits } from './shared-libraries.mjs';

/**
 * The part of electron-builder's packager for Linux that is used here, some of which is private in its types.
 *
 * @typedef {object} LinuxPackager
 * @property {string} executableName
 * @property {{ version: string }} appInfo
 * @property {(context: unknown) => Promise<unknown>} [addElectronFuses]
 * @property {(context: unknown) => Promise<unknown>} doAddElectronFuses
 */

/**
 * electron-builder's hook: on Linux, replaces the program with a launcher, see `writeLauncher`.
 *
 * @param {import('app-builder-lib').AfterPackContext} context
 */
export async function afterPack(context) {
  const { appOutDir, electronPlatformName } = context;
  if (electronPlatformName !== 'linux') return;
  const packager = /** @type {LinuxPackager} */ (/** @type {unknown} */ (context.packager));
  // The fuses are in the program file, so they must be set before it is renamed, and only once. The override
  // may still be there from another architecture.
  delete packager.addElectronFuses;
  await packager.doAddElectronFuses(context);
  packager.addElectronFuses = () => Promise.resolve();

  const executable = join(appOutDir, packager.executableName);
  await rename(executable, programBehind(executable));
  const { version } = packager.appInfo;
  const { describeUsage } = await readFlags();
  await writeFile(executable, writeLauncher({ version, usage: describeUsage() }));
  await chmod(executable, 0o755);
  await clearExecutableBits(appOutDir);
}
