import { EventEmitter } from 'node:events';
import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import {
  onLaterLaunch,
  type LaterLaunch,
  type LaunchedApp,
} from '../../../main/app/later-launches';
import { sendRemoteCommand } from '../../../main/app/send-remote-command';
import { testInFolder } from '../../support/temporary-folder';

const LAUNCHED_AT = 1_000_000;

/** An app that runs with a data folder. `launches` are the later launches that it saw. */
const test = testInFolder.extend('setup', ({ folder }) => {
  const emitter = new EventEmitter();
  const launches: LaterLaunch[] = [];
  const app = Object.assign(emitter, { getPath: () => folder, isPackaged: true });
  onLaterLaunch(app as unknown as LaunchedApp, (launch) => launches.push(launch));
  const lock = () => symlink('this-host-4711', join(folder, 'SingletonLock'));
  const state = { isLocked: true, hasReleased: false, sent: {} };
  /** The second process: its lock hands the data to the first one, which answers at once. */
  const launch = (answer: (launch: LaterLaunch) => void, ...commandLine: string[]) =>
    sendRemoteCommand(
      {
        requestSingleInstanceLock: (data) => {
          if (!state.isLocked) return true;
          state.sent = data ?? {};
          emitter.emit('second-instance', {}, [], '', data);
          answer(launches.at(-1)!);
          return false;
        },
        releaseSingleInstanceLock: () => void (state.hasReleased = true),
      },
      folder,
      commandLine,
      LAUNCHED_AT,
    );
  return { emitter, launches, lock, state, launch };
});

describe('a command for the running app', () => {
  test('is handed over, and answered with the reason if it was not done', async ({
    setup: { lock, launch, launches, state },
    folder,
  }) => {
    await lock();
    expect(launch(({ reply }) => reply(), '--mute')).toBeUndefined();
    expect(launches[0]?.args?.remoteCommand).toMatchObject({ kind: 'mute' });
    expect(launches[0]?.launchedAt).toBe(LAUNCHED_AT);
    // Chromium loses data with numbers that contain certain bytes.
    expect(
      Object.values(state.sent)
        .flat()
        .map((value) => typeof value),
    ).not.toContain('number');
    expect(launch(({ reply }) => reply('There is no call.'), '--mute')).toBe('There is no call.');
    expect(await readdir(folder)).toEqual(['SingletonLock']);
  });

  test('is not done if no app is running', async ({ setup: { lock, launch, state, launches } }) => {
    const answer = () => undefined;
    expect(launch(answer, '--mute')).toBe('Sidetone is not running.');
    expect(state.hasReleased).toBe(false);
    // A crash has left the lock behind.
    await lock();
    state.isLocked = false;
    expect(launch(answer, '--mute')).toBe('Sidetone is not running.');
    expect(state.hasReleased).toBe(true);
    expect(launches).toEqual([]);
  });
});

describe('a later launch', () => {
  test('has no arguments if they are invalid', ({ setup: { emitter, launches } }) => {
    emitter.emit('second-instance', {}, [], '', { commandLine: ['--no-such-flag'] });
    expect(launches).toMatchObject([{ args: undefined }]);
  });

  test.for([undefined, null, 'text', { commandLine: 'text', replyId: 7 }, { commandLine: [7] }])(
    'with unexpected data is one without arguments: %j',
    (data, { setup: { emitter, launches } }) => {
      emitter.emit('second-instance', {}, [], '', data);
      expect(launches).toMatchObject([{ args: { isDemo: false, remoteCommand: undefined } }]);
      launches[0]?.reply('nobody reads this');
    },
  );
});
