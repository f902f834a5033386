import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/simulator';
import {
  appEnvironment,
  findElectron,
  PROJECT_ROOT,
  runApp,
  sandboxFlags,
} from '../support/electron';
import { startKeyring, type Keyring } from '../support/keyring';
import { testInFolder as test } from '../support/temporary-folder';

const WITHOUT_DISPLAY = { DISPLAY: '', WAYLAND_DISPLAY: '' };

describe('a data folder that cannot be used', () => {
  test.for([
    { run: 'an ordinary start', flags: [] },
    { run: '--smoke', flags: ['--smoke'] },
    { run: '--import-profile', flags: ['--import-profile', 'none.json'] },
  ])('is reported in one line by $run', async ({ flags }, { folder }) => {
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

test('a data folder that cannot be locked is reported, even without a folder for temporary files', async ({
  folder,
}) => {
  const run = await runApp([`--user-data-dir=${folder}`], { TMPDIR: '/dev/null/none' });
  expect(run).toMatchObject({
    exitCode: 1,
    complaints: [expect.stringMatching(`data folder ${folder} .* it cannot be locked`)],
  });
});

test('a demo prints one line: that it is one, how to quit it, and how to use a profile', async ({
  folder,
}) => {
  const flags = ['--demo', `--user-data-dir=${folder}`];
  const child = spawn(await findElectron(), [...sandboxFlags(), PROJECT_ROOT, ...flags], {
    env: appEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const said = await firstLine(child.stderr, /^sidetone: /);
  child.kill();
  await ended;
  expect(said).toMatch(/a demo with simulated services.*Ctrl\+C.*--profile FILE/);
});

async function firstLine(stream: Readable, pattern: RegExp): Promise<string | undefined> {
  for await (const line of createInterface(stream)) if (pattern.test(line)) return line;
  return undefined;
}

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
  ])('$flag works', async ({ flag, text }) => {
    const run = await runApp([flag], WITHOUT_DISPLAY);
    expect(run).toMatchObject({ exitCode: 0, complaints: [] });
    expect(run.stdout).toMatch(text);
  });

  test('--import-profile stores the profile', async ({ folder }) => {
    const file = join(folder, 'to-import.json');
    await writeFile(file, JSON.stringify(simulator.profile), { mode: 0o600 });
    const data = join(folder, 'data');
    const run = await runApp(['--import-profile', file, `--user-data-dir=${data}`], {
      ...keyring.environment,
      ...WITHOUT_DISPLAY,
    });
    expect(run).toEqual({
      exitCode: 0,
      stdout: 'The profile of Eta is stored; its secrets are encrypted.\n',
      complaints: [],
    });
    expect(await readdir(data)).toContain('profile.json');
  });

  test.for([{ flags: [] }, { flags: ['--smoke'] }, { flags: ['--demo'] }])(
    '$flags reports in one line that a display is needed',
    async ({ flags }, { folder }) => {
      const run = await runApp([...flags, `--user-data-dir=${folder}`], WITHOUT_DISPLAY);
      expect(run).toEqual({
        exitCode: 1,
        stdout: '',
        complaints: [expect.stringContaining('a display is needed')],
      });
    },
  );

  test('reports in one line that the display refuses the connection', async ({ folder }) => {
    const run = await runApp([`--user-data-dir=${folder}`], { XAUTHORITY: '/nobody' });
    expect(run).toEqual({
      exitCode: 1,
      stdout: '',
      complaints: [expect.stringMatching(/^sidetone: the display :\d+ refuses the connection/)],
    });
  });
});
