import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { startSimulator } from '../../simulator/simulator';
import { launchApp, type RunningApp } from '../support/app';
import { startDesktop } from '../support/desktop';
import { PROJECT_ROOT, runApp } from '../support/electron';
import { eventually } from '../support/eventually';
import { testInFolder } from '../support/temporary-folder';
import { button, currentCall, dialog, form, seeText } from '../support/window';

const test = testInFolder;

describe('flags that need no window', () => {
  test('--version prints the version of package.json', async () => {
    const manifest = JSON.parse(await readFile(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(await runApp(['--version'])).toEqual({
      exitCode: 0,
      stdout: `${manifest.version}\n`,
      complaints: [],
    });
  });

  test('--smoke loads the window and reports it in one line', async ({ folder }) => {
    expect(await runApp(['--smoke', `--user-data-dir=${folder}`])).toEqual({
      exitCode: 0,
      stdout: 'smoke ok\n',
      complaints: [],
    });
  });

  test('an unknown flag is refused in one line that names it', async () => {
    const run = await runApp(['--no-such-flag']);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.complaints).toEqual([expect.stringContaining('--no-such-flag')]);
  });
});

test('a trace that cannot be written is reported in one line', async ({ folder }) => {
  const run = await runApp([
    '--trace',
    join(folder, 'no', 'such', 'folder.jsonl'),
    `--user-data-dir=${folder}`,
  ]);
  expect(run.exitCode).toBe(2);
  expect(run.complaints).toEqual([expect.stringMatching(/--trace: .* cannot be written/)]);
});

// `import-profile.test.ts` of the unit tests has the other mistakes.
test('an invalid profile is refused with the name of its field, after a warning if others can read it', async ({
  folder,
}) => {
  const file = join(folder, "the agent's profile.json");
  await writeFile(file, JSON.stringify({ version: 1 }), { mode: 0o640 });
  expect(await runApp(['--profile', file, `--user-data-dir=${folder}`])).toEqual({
    exitCode: 2,
    stdout: '',
    complaints: [
      expect.stringMatching(/can read or change .*profile\.json.*; run: chmod 600 '.*'$/),
      expect.stringContaining('agent: is missing'),
    ],
  });
});

describe('a running app', () => {
  function isVisible(app: RunningApp): Promise<boolean> {
    return app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((window) => window.isVisible()),
    );
  }

  test('keeps its state in a folder whose name has a space and an equals sign, starts hidden, is shown at a second launch, continues when closed, and quits from the tray', async ({
    folder,
  }) => {
    const directory = join(folder, 'with a space and=equals');
    const simulator = await startSimulator();
    const desktop = await startDesktop();
    const { version, agent, genesys } = simulator.profile;
    const app = await launchApp({
      profile: { version, agent, genesys },
      userDataDirectory: directory,
      environment: desktop.environment,
      flags: ['--hidden'],
    });
    const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
    try {
      await app.waitForTrace({ kind: 'connection', vendor: 'genesys', state: 'connected' });
      const { id } = simulator.genesys.arrive({ from: '15501', state: 'Established' });
      await eventually(() => desktop.tray()?.tooltip).toMatch(/^In a call/);
      expect(await isVisible(app)).toBe(false);
      expect(await app.electron.evaluate((electron) => electron.app.getPath('userData'))).toBe(
        directory,
      );

      const hiddenAgain = await runApp(
        ['--hidden', `--user-data-dir=${directory}`],
        desktop.environment,
      );
      expect(hiddenAgain.exitCode).toBe(0);
      expect(await isVisible(app)).toBe(false);

      const second = await runApp([`--user-data-dir=${directory}`], desktop.environment);
      expect(second).toEqual({ exitCode: 0, stdout: '', complaints: [] });
      await eventually(() => isVisible(app)).toBe(true);
      await seeText(currentCall(app.page), 'Established');
      await app.waitForTrace({ kind: 'window', event: 'shown' });

      const other = await runApp(['--demo', `--user-data-dir=${directory}`], desktop.environment);
      expect(other.exitCode).toBe(0);
      expect(other.complaints).toEqual([expect.stringMatching(/already running.*--demo/)]);

      await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await app.waitForTrace({ kind: 'window', event: 'hidden' });
      simulator.genesys.mute(id, true);
      await eventually(() => desktop.tray()?.tooltip).toMatch(/^In a call, muted/);
      await eventually(() => desktop.menu()).toContain('Unmute');

      const confirmation = dialog(app.page, 'Quit during a call?');
      desktop.chooseFromTray('Quit Sidetone');
      await seeText(confirmation, /The call continues/);
      await button(confirmation, 'Cancel').click();
      await confirmation.waitFor({ state: 'detached' });
      await button(app.page, 'Commands').click();
      const palette = form(app.page, 'Commands');
      await palette.getByRole('combobox').fill('quit');
      await palette.getByRole('option', { name: 'Quit Sidetone', exact: true }).click();
      await seeText(confirmation, /The call continues/);
      await button(confirmation, 'Quit Sidetone').click();
      expect(await ended).toBe(0);
      expect(simulator.genesys.calls()).toMatchObject([{ id, state: 'Established' }]);
      expect(
        simulator.requests().filter(({ path }) => path.startsWith(`/api/v2/me/calls/${id}`)),
      ).toEqual([]);
    } finally {
      await app.close();
      await desktop.close();
      await simulator.close();
    }
  });
});
