import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** The part of Node.js's `require.extensions` that loads scripts. */
export type ScriptLoader = Record<'.js', (module: NodeJS.Module, file: string) => unknown>;

/**
 * From now on the scripts in `folder` are run from the bytecode that `scripts/code-cache` has recorded, so that
 * they need not be compiled at each start. A script without bytecode for exactly this V8 is compiled as usual, and
 * so is one whose bytecode V8 rejects.
 */
export function enableCodeCache(
  folder: string,
  // Deprecated for adding file types, but the only way to replace the compiler of scripts.
  // oxlint-disable-next-line typescript/no-deprecated
  loader: ScriptLoader = createRequire(join(folder, 'index.js')).extensions,
): void {
  const { versions, platform, arch } = process;
  const cache = join(folder, 'code-cache', `${versions.v8}-${platform}-${arch}`);
  if (!existsSync(cache)) return;
  const compile = loader['.js'];
  loader['.js'] = (module, file) => {
    const bytecode =
      dirname(file) === folder ? read(join(cache, `${basename(file)}.bin`)) : undefined;
    if (bytecode === undefined) return compile(module, file);
    const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
      filename: file,
      cachedData: bytecode,
    });
    const run = script.runInThisContext() as (...parameters: unknown[]) => unknown;
    return run.call(module.exports, module.exports, createRequire(file), module, file, folder);
  };
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
