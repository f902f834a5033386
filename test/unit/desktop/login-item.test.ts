import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import {
  createLoginItem,
  listAppCommand,
  type LoginItem,
  type SystemList,
} from '../../../main/desktop/login-item';
import { wasStartedAtLogin } from '../../../main/desktop/was-started-at-login';
import { testInFolder as test } from '../../support/temporary-folder';

/** The login items of Windows or macOS, identified by their arguments. */
function createSystemList(wasOpenedAtLogin = false): SystemList {
  const on = new Set<string>();
  const keyOf = (args: readonly string[] = []): string => args.join(' ');
  return {
    getLoginItemSettings: ({ args } = {}) => ({
      openAtLogin: on.has(keyOf(args)),
      openAsHidden: false,
      wasOpenedAtLogin,
      wasOpenedAsHidden: false,
      restoreState: false,
      status: 'enabled',
      executableWillLaunchAtLogin: on.size > 0,
      launchItems: [],
    }),
    setLoginItemSettings: ({ openAtLogin = false, args }) => {
      if (openAtLogin) on.add(keyOf(args));
      else on.delete(keyOf(args));
    },
  };
}

function onLinux(folder: string, command: readonly string[], environment = {}): LoginItem {
  return createLoginItem({
    platform: 'linux',
    systemList: createSystemList(),
    environment,
    home: folder,
    command,
  });
}

const COMMAND = ['/opt/Sidetone/sidetone'];

describe('start at login on Linux', () => {
  test('adds an autostart entry that starts the app hidden, and removes it', async ({ folder }) => {
    const item = onLinux(folder, COMMAND);
    expect(await item.isOn()).toBe(false);
    expect(await item.set(true)).toEqual({ ok: true, value: null });
    expect(await item.isOn()).toBe(true);
    const file = join(folder, '.config', 'autostart', 'example.sidetone.Sidetone.desktop');
    expect(await readFile(file, 'utf8')).toBe(
      [
        '[Desktop Entry]',
        'Type=Application',
        'Name=Sidetone',
        'Icon=sidetone',
        'Exec=/opt/Sidetone/sidetone --hidden',
        'Terminal=false',
        '',
      ].join('\n'),
    );
    expect(await item.set(false)).toEqual({ ok: true, value: null });
    expect(await item.isOn()).toBe(false);
    expect(await item.set(false)).toEqual({ ok: true, value: null });
  });

  test('uses the folder in XDG_CONFIG_HOME', async ({ folder }) => {
    const config = join(folder, 'elsewhere');
    await onLinux(folder, COMMAND, { XDG_CONFIG_HOME: config }).set(true);
    expect(
      await readFile(join(config, 'autostart', 'example.sidetone.Sidetone.desktop'), 'utf8'),
    ).toContain('Exec=');
  });

  test.for(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
    'is off if the desktop has disabled the entry: %s',
    async (line, { folder }) => {
      const item = onLinux(folder, COMMAND);
      await item.set(true);
      const file = join(folder, '.config', 'autostart', 'example.sidetone.Sidetone.desktop');
      await writeFile(file, `${await readFile(file, 'utf8')}${line}\n`);
      expect(await item.isOn()).toBe(false);
      await item.set(true);
      expect(await item.isOn()).toBe(true);
    },
  );

  test('names the file that it could not write', async ({ folder }) => {
    const file = join(folder, '.config', 'autostart', 'example.sidetone.Sidetone.desktop');
    await writeFile(join(folder, '.config'), 'a file in place of the folder');
    expect(await onLinux(folder, COMMAND).set(true)).toEqual({
      ok: false,
      error: { code: 'not-saved', detail: file },
    });
  });

  test('quotes the command according to the Desktop Entry Specification', async ({ folder }) => {
    await onLinux(folder, ['/home/eta/a "b" $HOME/app', 'a\\b', '100%']).set(true);
    const entry = join(folder, '.config', 'autostart', 'example.sidetone.Sidetone.desktop');
    expect(await readFile(entry, 'utf8')).toContain(
      String.raw`Exec="/home/eta/a \\"b\\" \\$HOME/app" "a\\\\b" 100%% --hidden`,
    );
  });
});

describe.for(['win32', 'darwin'] as const)('start at login on %s', (platform) => {
  test('is read from the system, and set there', async ({ folder }) => {
    const systemList = createSystemList();
    const options = { platform, systemList, environment: {}, home: folder, command: COMMAND };
    const item = createLoginItem(options);
    expect(await item.isOn()).toBe(false);
    await item.set(true);
    expect(await item.isOn()).toBe(true);
    expect(systemList.getLoginItemSettings({ args: ['--hidden'] }).openAtLogin).toBe(true);
    await item.set(false);
    expect(await item.isOn()).toBe(false);
  });
});

test('starts hidden on macOS, which passes no arguments', () => {
  expect(wasStartedAtLogin(createSystemList(true), 'darwin')).toBe(true);
  expect(wasStartedAtLogin(createSystemList(false), 'darwin')).toBe(false);
  expect(wasStartedAtLogin(createSystemList(true), 'win32')).toBe(false);
});

test('starts an AppImage by its file, and a run from source with its folder', () => {
  const installed = { isPackaged: true, getAppPath: () => '/opt/app.asar' };
  expect(listAppCommand(installed, { APPIMAGE: '/home/eta/Sidetone.AppImage' })).toEqual([
    '/home/eta/Sidetone.AppImage',
  ]);
  expect(listAppCommand(installed, {})).toEqual([process.execPath]);
  const fromSource = { isPackaged: false, getAppPath: () => '/src/sidetone' };
  expect(listAppCommand(fromSource, {})).toEqual([process.execPath, '/src/sidetone']);
});
