import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../setup/folders.mjs';

/**
 * The tables of Sidetone's flags and the text of `--help`, from the app's TypeScript module.
 *
 * @returns {Promise<typeof import('../../main/app/flags')>}
 */
export async function readFlags() {
  const { default: typescript } = await import('typescript');
  const source = await readFile(join(projectRoot, 'main', 'app', 'flags.ts'), 'utf8');
  const compilerOptions = { module: typescript.ModuleKind.ESNext };
  const { outputText } = typescript.transpileModule(source, { compilerOptions });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}
