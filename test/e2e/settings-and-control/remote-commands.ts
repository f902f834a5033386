import { lstat, readdir, readlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { startSimulator } from '../../../simulator/simulator';
import { launchApp } from '../../support/app';
import { runApp, type Run } from '../../support/electron';
import { eventually } from '../../support/eventually';
import { followChanges } from '../../support/journal';
import { type Sidetone } from '../../support/sidetone';
import { onCall, showCall } from '../../support/telephone';
import { testInFolder } from '../../support/temporary-folder';
import { button, currentCall, form, seeText } from '../../support/window';
import { test } from './app';

const DONE: Run = { exitCode: 0, stdout: '', complaints: [] };

/** Sends a command to the running app through a second process, as a desktop shortcut would. */
function command({ app, desktop }: Sidetone, ...flags: string[]): Promise<Run> {
  return runApp([...flags, `--user-data-dir=${app.userDataDirectory}`], desktop.environment);
}

function refused(reason: string): Run {
  return { exitCode: 1, stdout: '', complaints: [`sidetone: ${reason}`] };
}

test('a call is answered, muted, unmuted and hung up from outside, each by one request', async ({
  sidetone,
}) => {
  const asked = followChanges(sidetone.simulator, 'genesys');
  const { id, region } = await showCall(sidetone, { from: '17001', state: 'Ringing' });
  expect(await command(sidetone, '--answer')).toEqual(DONE);
  await seeText(region, 'Established');
  expect(await command(sidetone, '--mute')).toEqual(DONE);
  await seeText(region, 'Muted');
  // It is already muted, so nothing is requested.
  expect(await command(sidetone, '--mute')).toEqual(DONE);
  expect(asked()).toEqual([onCall(id, 'Answer'), onCall(id, 'MuteCall')]);
  expect(await command(sidetone, '--unmute')).toEqual(DONE);
  expect(await command(sidetone, '--hang-up')).toEqual(DONE);
  await seeText(region, 'Ended');
  expect(asked().slice(2)).toEqual([onCall(id, 'UnmuteCall'), onCall(id, 'Hangup')]);
});

test('an action that is not possible is refused with the reason, and nothing is sent', async ({
  sidetone,
}) => {
  const asked = followChanges(sidetone.simulator, 'genesys');
  expect(await command(sidetone, '--answer')).toEqual(refused('No call is ringing.'));
  await showCall(sidetone, { from: '17002', state: 'Ringing' });
  expect(await command(sidetone, '--mute')).toEqual(
    refused('Available once the call is answered.'),
  );
  expect(asked()).toEqual([]);
});

test('a number is filled in, and dialed only when the agent confirms it', async ({ sidetone }) => {
  const asked = followChanges(sidetone.simulator, 'genesys');
  expect(await command(sidetone, '--dial', ' 17003 ')).toEqual(DONE);
  const dial = form(sidetone.page, 'Dial a number');
  await eventually(() => dial.getByRole('combobox').inputValue()).toBe('17003');
  // An Enter that was meant for something else dials nothing.
  await sidetone.page.keyboard.press('Enter');
  await dial.waitFor({ state: 'hidden' });
  expect(asked()).toEqual([]);
  await command(sidetone, '--dial', '17003');
  await button(dial, 'Dial').click();
  await seeText(currentCall(sidetone.page), '17003');
  expect(asked()).toHaveLength(1);
});

test('a link fills in its number, and dials nothing', async ({ sidetone }) => {
  const asked = followChanges(sidetone.simulator, 'genesys');
  const { app, desktop } = sidetone;
  const folder = `--user-data-dir=${app.userDataDirectory}`;
  expect(await runApp([folder, '--', 'tel:17005;phone-context=x'], desktop.environment)).toEqual(
    DONE,
  );
  const dial = form(sidetone.page, 'Dial a number');
  await eventually(() => dial.getByRole('combobox').inputValue()).toBe('17005');
  await button(dial, 'Cancel').click();
  expect(asked()).toEqual([]);
});

test('the window is brought to the front: --show', async ({ sidetone }) => {
  const { app } = sidetone;
  const first = (await app.trace()).length;
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await app.waitForTrace({ kind: 'window', event: 'hidden' }, first);
  const before = (await app.trace()).length;
  expect(await command(sidetone, '--show')).toEqual(DONE);
  await app.waitForTrace({ kind: 'window', event: 'shown' }, before);
});

test('no display is needed, and no file is left behind', async ({ sidetone }) => {
  const { userDataDirectory } = sidetone.app;
  const run = await runApp(['--answer', `--user-data-dir=${userDataDirectory}`], {
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
  });
  expect(run).toEqual(refused('No call is ringing.'));
  const files = await readdir(userDataDirectory);
  expect(files.filter((name) => name.startsWith('.reply'))).toEqual([]);
});

test('other users cannot access the socket for commands', async ({ sidetone }) => {
  const socket = await readlink(join(sidetone.app.userDataDirectory, 'SingletonSocket'));
  const { mode } = await lstat(dirname(socket));
  expect(mode & 0o077).toBe(0);
});

testInFolder('without a running app a command fails and starts nothing', async ({ folder }) => {
  for (const flags of [['--mute'], ['--dial', '17004'], ['--show']]) {
    expect(await runApp([...flags, `--user-data-dir=${folder}`])).toEqual(
      refused('Sidetone is not running.'),
    );
  }
});

testInFolder('a link starts the app, and its number is filled in', async ({ folder }) => {
  const simulator = await startSimulator();
  const app = await launchApp({
    profile: simulator.profile,
    userDataDirectory: folder,
    flags: ['--', 'sip:17006@pbx.example.com'],
  });
  try {
    const dial = form(app.page, 'Dial a number');
    await eventually(() => dial.getByRole('combobox').inputValue()).toBe('17006');
  } finally {
    await app.close();
    await simulator.close();
  }
});
