import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect } from 'vitest';
import { programBehind, writeLauncher } from '../../../../scripts/package/launcher.mjs';
import { run } from '../../../../scripts/setup/run.mjs';
import { testInFolder as test } from '../../../support/temporary-folder';

async function writeScript(path, text) {
  await writeFile(path, text);
  await chmod(path, 0o755);
}

/** Starts the launcher through a link, as in /usr/bin, as the user with this ID. */
async function start(folder, { userId, parameters }) {
  const app = join(folder, 'with a space');
  await mkdir(app);
  const launcher = join(app, 'sidetone');
  await writeScript(launcher, writeLauncher({ version: '1.2.3', usage: "Usage: it's $HOME" }));
  await writeScript(programBehind(launcher), '#!/bin/sh\nprintf "started %s\\n" "$*"\n');
  await writeScript(join(folder, 'id'), `#!/bin/sh\necho ${userId}\n`);
  await symlink(launcher, join(folder, 'link'));
  const PATH = `${folder}${delimiter}${process.env.PATH}`;
  return run(join(folder, 'link'), parameters, { env: { ...process.env, PATH } });
}

describe.runIf(process.platform === 'linux')('the launcher', () => {
  test('starts the program next to it, with all flags', async ({ folder }) => {
    const parameters = ['--profile', 'my file.json', '--version'];
    expect(await start(folder, { userId: 1000, parameters })).toEqual({
      code: 0,
      stdout: 'started --profile my file.json --version\n',
      stderr: '',
    });
  });

  test.for([
    { parameters: ['--version'], stdout: '1.2.3\n' },
    { parameters: ['--user-data-dir=x', '--help'], stdout: "Usage: it's $HOME\n" },
  ])('handles $parameters as root by itself', async ({ parameters, stdout }, { folder }) => {
    expect(await start(folder, { userId: 0, parameters })).toEqual({ code: 0, stdout, stderr: '' });
  });

  test('reports in one line that it does not run as root', async ({ folder }) => {
    expect(await start(folder, { userId: 0, parameters: ['--demo'] })).toEqual({
      code: 1,
      stdout: '',
      stderr: 'sidetone: it does not run as root; start it as an ordinary user\n',
    });
  });

  test('lets root run without the sandbox', async ({ folder }) => {
    const parameters = ['--smoke', '--no-sandbox'];
    expect(await start(folder, { userId: 0, parameters })).toMatchObject({
      code: 0,
      stdout: 'started --smoke --no-sandbox\n',
    });
  });
});
