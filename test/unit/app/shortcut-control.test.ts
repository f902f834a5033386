import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GlobalShortcutKeys } from '../../../contract/shortcut-keys';
import { createShortcutControl, isOnWayland } from '../../../main/app/shortcut-control';
import { openRunPreferences } from '../../../main/settings/run-preferences';
import { createManualClock } from '../../support/manual-clock';
import { testInFolder } from '../../support/temporary-folder';

/** The system's shortcuts, some of which other applications use. */
function createKeyboard(taken: readonly string[] = []) {
  const registered = new Map<string, () => void>();
  return {
    electron: {
      register: (keys: string, onPress: () => void) => {
        if (taken.includes(keys)) return false;
        registered.set(keys, onPress);
        return true;
      },
      unregister: (keys: string) => void registered.delete(keys),
    },
    callbackOf: (keys: string) => registered.get(keys)!,
    press: (keys: string) => registered.get(keys)?.(),
    registered: () => [...registered.keys()],
  };
}

async function start(
  keys: GlobalShortcutKeys = {},
  { taken = [], reason }: { taken?: readonly string[]; reason?: string } = {},
) {
  const keyboard = createKeyboard(taken);
  const clock = createManualClock();
  // Nothing is written to this folder.
  const preferences = await openRunPreferences('memory', {
    file: join('nowhere', 'preferences.json'),
    onProblem: () => undefined,
  });
  await preferences.update(() => ({ globalShortcuts: keys }));
  const done: string[] = [];
  const control = createShortcutControl({
    electron: keyboard.electron,
    clock,
    preferences,
    isWayland: false,
    perform: ({ kind }, givenAt) => {
      expect(givenAt).toBe(clock.now());
      done.push(kind);
      return Promise.resolve(reason);
    },
    showWindow: () => done.push('window'),
    onError: (error) => {
      throw error;
    },
  });
  return { keyboard, clock, control, done, preferences };
}

describe('global shortcuts', () => {
  it('are off by default', async () => {
    const { keyboard, control } = await start();
    expect(keyboard.registered()).toEqual([]);
    expect(control.read()).toEqual({ keys: {}, refused: [], isWayland: false });
  });

  it('do the same as the tray, and the same keys mute and unmute', async () => {
    const { keyboard, done } = await start({ answer: 'Ctrl+F9', mute: 'Ctrl+F8', show: 'Ctrl+F7' });
    keyboard.press('Ctrl+F9');
    keyboard.press('Ctrl+F8');
    keyboard.press('Ctrl+F7');
    expect(done).toEqual(['answer', 'toggle-mute', 'show']);
  });

  it('do nothing once they are turned off, even if the desktop still delivers their keys', async () => {
    const { keyboard, control, done } = await start({ answer: 'Ctrl+F9', mute: 'Ctrl+F8' });
    const stale = keyboard.callbackOf('Ctrl+F9');
    await control.change({ name: 'answer' });
    stale();
    keyboard.press('Ctrl+F8');
    expect(done).toEqual(['toggle-mute']);
  });

  it('are those of the preferences that apply after a demo', async () => {
    const { keyboard, control, preferences } = await start({ answer: 'Ctrl+F9' });
    await preferences.switchTo('file');
    expect(keyboard.registered()).toEqual([]);
    expect(control.read().keys).toEqual({});
  });

  it('act once for keys that are held down', async () => {
    const { keyboard, clock, done } = await start({ mute: 'Ctrl+F8' });
    for (const wait of [660, 40, 40, 600, 40]) {
      keyboard.press('Ctrl+F8');
      clock.advance(wait);
    }
    expect(done).toEqual(['toggle-mute']);
    clock.advance(1_000);
    keyboard.press('Ctrl+F8');
    expect(done).toEqual(['toggle-mute', 'toggle-mute']);
  });

  it('show the window if nothing could be done', async () => {
    const { keyboard, done } = await start(
      { answer: 'Ctrl+F9' },
      { reason: 'No call is ringing.' },
    );
    keyboard.press('Ctrl+F9');
    await Promise.resolve();
    expect(done).toEqual(['answer', 'window']);
  });

  it('report keys used by another application, and keys that are set twice', async () => {
    const { keyboard, control } = await start(
      { answer: 'Ctrl+F9', mute: 'Ctrl+F8', show: 'Ctrl+F8' },
      { taken: ['Ctrl+F9'] },
    );
    expect(control.read().refused).toEqual(['answer', 'show']);
    expect(keyboard.registered()).toEqual(['Ctrl+F8']);
    const changed = await control.change({ name: 'show', keys: 'Ctrl+F7' });
    expect(changed).toMatchObject({ ok: true, value: { refused: ['answer'] } });
    expect(keyboard.registered()).toEqual(['Ctrl+F8', 'Ctrl+F7']);
  });

  it('can be turned off, and are released when the app quits', async () => {
    const { keyboard, control } = await start({ answer: 'Ctrl+F9', mute: 'Ctrl+F8' });
    expect(await control.change({ name: 'answer' })).toEqual({
      ok: true,
      value: { keys: { mute: 'Ctrl+F8' }, refused: [], isWayland: false },
    });
    expect(keyboard.registered()).toEqual(['Ctrl+F8']);
    control.dispose();
    expect(keyboard.registered()).toEqual([]);
  });

  testInFolder('are kept, and nothing changes where they cannot be', async ({ folder }) => {
    const keyboard = createKeyboard();
    const open = async (file: string) =>
      createShortcutControl({
        electron: keyboard.electron,
        clock: createManualClock(),
        preferences: await openRunPreferences('file', { file, onProblem: () => undefined }),
        isWayland: true,
        perform: () => Promise.resolve(undefined),
        showWindow: () => undefined,
        onError: () => undefined,
      });
    const file = join(folder, 'preferences.json');
    const control = await open(file);
    await control.change({ name: 'mute', keys: 'Ctrl+Alt+M' });
    control.dispose();
    expect((await open(file)).read().keys).toEqual({ mute: 'Ctrl+Alt+M' });

    // A file is where the folder should be.
    const unsaved = await open(join(file, 'preferences.json'));
    expect(await unsaved.change({ name: 'show', keys: 'Ctrl+Alt+S' })).toMatchObject({
      ok: false,
      error: { code: 'not-saved' },
    });
    expect(keyboard.registered()).toEqual(['Ctrl+Alt+M']);
  });
});

it.each([
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }, true],
  ['linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, false],
  ['darwin', {}, false],
] as const)('%s with %j is on Wayland: %s', (platform, environment, expected) => {
  expect(isOnWayland(platform, environment)).toBe(expected);
});
