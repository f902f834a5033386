import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/simulator';
import { runApp } from '../support/electron';
import { startKeyring, type Keyring } from '../support/keyring';
import { testInFolder as test } from '../support/temporary-folder';

const WITHOUT_DISPLAY = { DISPLAY: '', WAYLAND_DISPLAY: '' };

describe('a data folder that cannot be used', () => {
  test.for([
    { run: 'an ordinary start', flags: [] },
    { run: '--smoke', flags: ['--smoke'] },
    { run: '--import-profile', flags: ['--import-profile', 'none.json'] },
  ])('is named in one line by $run', async ({ flags }, { folder }) => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const run = await runApp([`--user-data-dir=${file}`, ...flags]);
    expect(run).toEqual({
      exitCode: 1,
      stdout: '',
      complaints: [expect.stringMatching(`data folder ${file} .* a file is in its place`)],
    });
  });
});

describe.runIf(process.platform === 'linux')('without a display', () => {
  let simulator: Simulator;
  let keyring: Keyring;
  beforeAll(async () => {
    simulator = await startSimulator();
    keyring = await startKeyring();
  });
  afterAll(async () => {
    await keyring.close();
    await simulator.close();
  });

  test.for([
    { flag: '--version', text: /^\d+\.\d+\.\d+\n$/ },
    { flag: '--help', text: /^Usage: sidetone .*--profile FILE .*--help /s },
  ])('$flag prints it', async ({ flag, text }) => {
    const run = await runApp([flag], WITHOUT_DISPLAY);
    expect(run).toMatchObject({ exitCode: 0, complaints: [] });
    expect(run.stdout).toMatch(text);
  });

  test('--import-profile stores the profile', async ({ folder }) => {
    const file = join(folder, 'to-import.json');
    await writeFile(file, JSON.stringify(simulator.profile));
    const data = join(folder, 'data');
    const run = await runApp(
      ['--import-profile', file, `--user-data-dir=${data}`, ...keyring.flags],
      { ...keyring.environment, ...WITHOUT_DISPLAY },
    );
    expect(run).toEqual({
      exitCode: 0,
      stdout: 'The profile of Eta is stored; its secrets are encrypted.\n',
      complaints: [],
    });
    expect(await readdir(data)).toContain('profile.json');
  });

  test.for([{ flags: [] }, { flags: ['--smoke'] }, { flags: ['--demo'] }])(
    '$flags says in one line that it needs one',
    async ({ flags }, { folder }) => {
      const run = await runApp([...flags, `--user-data-dir=${folder}`], WITHOUT_DISPLAY);
      expect(run).toEqual({
        exitCode: 1,
        stdout: '',
        complaints: [expect.stringContaining('a display is needed')],
      });
    },
  );
});
