import { join } from 'node:path';
import { expect } from 'vitest';
import { PROJECT_ROOT } from '../../support/electron';
import { test } from './app';

test('the main process has bytecode for its first scripts, which this Electron accepts', async ({
  sidetone: { app },
}) => {
  const accepted = await app.electron.evaluate(
    (_electron, folder) => {
      const { readdirSync, readFileSync } = process.getBuiltinModule('node:fs');
      const { wrap } = process.getBuiltinModule('node:module');
      const { Script } = process.getBuiltinModule('node:vm');
      const { versions, platform, arch } = process;
      const cache = `${folder}/code-cache/${versions.v8}-${platform}-${arch}`;
      return readdirSync(cache)
        .map((file) => file.replace(/\.bin$/, ''))
        .filter((name) => {
          const cachedData = readFileSync(`${cache}/${name}.bin`);
          const script = new Script(wrap(readFileSync(`${folder}/${name}`, 'utf8')), {
            cachedData,
          });
          return script.cachedDataRejected === false;
        })
        .sort();
    },
    join(PROJECT_ROOT, 'out', 'main'),
  );
  expect(accepted).toContain('prerender.js');
  expect(accepted).toEqual(expect.arrayContaining([expect.stringMatching(/^core-.*\.js$/)]));
});
