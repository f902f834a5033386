import { mkdir, writeFile } from 'node:fs/promises';
import Module from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect } from 'vitest';
import { enableCodeCache, type ScriptLoader } from '../../../main/app/code-cache';
import { testInFolder } from '../../support/temporary-folder';

const { versions, platform, arch } = process;
const THIS_V8 = `${versions.v8}-${platform}-${arch}`;
const SOURCE = 'exports.origin = "the source";';
/** Of the same length, because V8 rejects bytecode of a source of another length. */
const RECORDED = 'exports.origin = "the record";';

function recordOf(source: string): Buffer {
  return new Script(Module.wrap(source)).createCachedData();
}

/** A folder with a script, and bytecode for it. */
const test = testInFolder.extend('setup', ({ folder }) => ({
  file: join(folder, 'core.js'),
  prepare: async (bytecode: Buffer, version = THIS_V8) => {
    const cache = join(folder, 'code-cache', version);
    await mkdir(cache, { recursive: true });
    await writeFile(join(cache, 'core.js.bin'), bytecode);
    await writeFile(join(folder, 'core.js'), SOURCE);
  },
  /** The exports of a file, loaded as Node.js would. */
  load: (file: string): unknown => {
    const loader: ScriptLoader = {
      '.js': (loaded) => {
        loaded.exports = { origin: 'the compiler' };
      },
    };
    enableCodeCache(folder, loader);
    const module = new Module(file);
    loader['.js'](module, file);
    return module.exports;
  },
}));

describe('a script', () => {
  test('is run from its bytecode', async ({ setup: { prepare, load, file } }) => {
    await prepare(recordOf(RECORDED));
    expect(load(file)).toEqual({ origin: 'the record' });
  });

  test.for([
    ['is damaged', Buffer.from('damaged')],
    ['belongs to another source', recordOf(`${RECORDED} // longer`)],
  ] as const)(
    'is run from its source if the bytecode %s',
    async ([, bytecode], { setup: { prepare, load, file } }) => {
      await prepare(bytecode);
      expect(load(file)).toEqual({ origin: 'the source' });
    },
  );

  test('is compiled as usual without bytecode for this version of V8', async ({
    setup: { prepare, load, file },
  }) => {
    await prepare(recordOf(RECORDED), '1.0-other-cpu');
    expect(load(file)).toEqual({ origin: 'the compiler' });
  });

  test('is compiled as usual if it has no bytecode, or is in another folder', async ({
    setup: { prepare, load },
    folder,
  }) => {
    await prepare(recordOf(RECORDED));
    expect(load(join(folder, 'other.js'))).toEqual({ origin: 'the compiler' });
    expect(load(join(folder, 'elsewhere', 'core.js'))).toEqual({ origin: 'the compiler' });
  });

  test('finds what it requires', async ({ setup: { load, file }, folder }) => {
    const source = 'exports.found = require("./part.js");';
    await mkdir(join(folder, 'code-cache', THIS_V8), { recursive: true });
    await writeFile(file, source);
    await writeFile(join(folder, 'code-cache', THIS_V8, 'core.js.bin'), recordOf(source));
    await writeFile(join(folder, 'part.js'), 'module.exports = 1;');
    expect(load(file)).toEqual({ found: 1 });
  });
});
