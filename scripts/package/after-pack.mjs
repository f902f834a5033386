import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../setup/folders.mjs';
import { programBehind, writeLauncher } from './launcher.mjs';

/** The text of `--help`, from the app's own table of flags. */
async function readUsage() {
  const { default: typescript } = await import('typescript');
  const source = await readFile(join(projectRoot, 'main', 'app', 'flags.ts'), 'utf8');
  const compilerOptions = { module: typescript.ModuleKind.ESNext };
  const { outputText } = typescript.transpileModule(source, { compilerOptions });
  const { describeUsage } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  return describeUsage();
}

/**
 * electron-builder's hook: on Linux a launcher takes the program's place, see `writeLauncher`.
 *
 * @param {import('app-builder-lib').AfterPackContext} context
 */
export async function afterPack(context) {
  const { appOutDir, electronPlatformName, packager } = context;
  if (electronPlatformName !== 'linux') return;
  // The fuses are in the program, so they are set before it gets another name, and not once more
  // afterwards. Of an earlier architecture the override is still there.
  delete packager.addElectronFuses;
  await packager.doAddElectronFuses(context);
  packager.addElectronFuses = () => Promise.resolve();

  const executable = join(appOutDir, packager.executableName);
  await rename(executable, programBehind(executable));
  const { version } = packager.appInfo;
  await writeFile(executable, writeLauncher({ version, usage: await readUsage() }));
  await chmod(executable, 0o755);
}
