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

/**
 * Starts the launcher through a link, as in /usr/bin, as the user with this ID. `unshare` exits with
 * `namespaces`. In an AppImage `environment` has APPIMAGE.
 */
async function start(folder, { userId, parameters, namespaces = 0, environment = {} }) {
  const app = join(folder, 'with a space');
  await mkdir(app);
  const launcher = join(app, 'sidetone');
  await writeScript(launcher, writeLauncher({ version: '1.2.3', usage: "Usage: it's $HOME" }));
  await writeScript(programBehind(launcher), '#!/bin/sh\nprintf "started %s\\n" "$*"\n');
  await writeScript(join(folder, 'id'), `#!/bin/sh\necho ${userId}\n`);
  await writeScript(join(folder, 'unshare'), `#!/bin/sh\nexit ${namespaces}\n`);
  await symlink(launcher, join(folder, 'link'));
  const PATH = `${folder}${delimiter}${process.env.PATH}`;
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', PATH, ...environment };
  return run(join(folder, 'link'), parameters, { env });
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

  describe('in an AppImage, whose own script puts --no-sandbox first if `unshare` fails,', () => {
    const environment = { APPIMAGE: '/home/eta/Sidetone.AppImage' };
    const user = { userId: 1000, environment };

    test('names the remedy in one line instead of running without the sandbox', async ({
      folder,
    }) => {
      const parameters = ['--no-sandbox', '--demo'];
      const { code, stdout, stderr } = await start(folder, { ...user, parameters, namespaces: 1 });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^sidetone: Chromium's sandbox cannot start.* deb .*sysctl.*\n$/);
    });

    test.for([
      {
        tools: ['notify-send', 'xmessage', 'kdialog', 'zenity'],
        shown: 'zenity --error --title=Sidetone --no-markup --text=sidetone: ',
      },
      {
        tools: ['notify-send', 'xmessage', 'kdialog'],
        shown: 'kdialog --title Sidetone --error sidetone: ',
      },
      { tools: ['notify-send', 'xmessage'], shown: 'xmessage -center sidetone: ' },
      { tools: ['notify-send'], shown: 'notify-send Sidetone sidetone: ' },
      { tools: [], shown: '' },
    ])('shows why without a terminal, with $tools', async ({ tools, shown }, { folder }) => {
      for (const tool of tools) {
        await writeScript(join(folder, tool), `#!/bin/sh\necho "${tool} $*"\n`);
      }
      for (const tool of ['readlink', 'fold']) {
        await symlink(join('/usr/bin', tool), join(folder, tool));
      }
      const { code, stdout, stderr } = await start(folder, {
        userId: 1000,
        namespaces: 1,
        parameters: ['--no-sandbox', '--demo'],
        environment: { ...environment, DISPLAY: ':0', PATH: folder },
      });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^sidetone: Chromium's sandbox cannot start.*\n$/);
      expect(stdout.slice(0, shown.length)).toBe(shown);
      expect(stdout === '').toBe(tools.length === 0);
    });

    test('still prints its version', async ({ folder }) => {
      const parameters = ['--no-sandbox', '--version'];
      expect(await start(folder, { ...user, parameters, namespaces: 1 })).toEqual({
        code: 0,
        stdout: '1.2.3\n',
        stderr: '',
      });
    });

    test.for([
      { why: 'the flag is the user’s own', namespaces: 0, parameters: ['--no-sandbox', '--demo'] },
      { why: 'the user put it later', namespaces: 1, parameters: ['--demo', '--no-sandbox'] },
    ])('starts the program without the sandbox if $why', async (given, { folder }) => {
      const { namespaces, parameters } = given;
      expect(await start(folder, { ...user, parameters, namespaces })).toMatchObject({
        code: 0,
        stdout: `started ${parameters.join(' ')}\n`,
      });
    });

    test('starts the program without the sandbox if the user gave the flag twice', async ({
      folder,
    }) => {
      const parameters = ['--no-sandbox', '--no-sandbox'];
      expect(await start(folder, { ...user, parameters, namespaces: 1 })).toMatchObject({
        code: 0,
        stdout: 'started --no-sandbox\n',
      });
    });

    test('leaves the flag out if there is no `unshare`, so that Chromium decides', async ({
      folder,
    }) => {
      const parameters = ['--no-sandbox', '--demo'];
      expect(await start(folder, { ...user, parameters, namespaces: 127 })).toMatchObject({
        code: 0,
        stdout: 'started --demo\n',
      });
    });

    test('does not run as root because of that flag', async ({ folder }) => {
      const parameters = ['--no-sandbox', '--demo'];
      const root = { userId: 0, environment };
      expect(await start(folder, { ...root, parameters, namespaces: 1 })).toMatchObject({
        code: 1,
        stderr: 'sidetone: it does not run as root; start it as an ordinary user\n',
      });
    });
  });
});
