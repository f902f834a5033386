import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import writeFileAtomic from 'write-file-atomic';
import { fail, succeed, type Result } from '../../contract/result';
import { DESKTOP_ID } from './desktop-id';

/** Whether the app starts, hidden in the tray, when the agent signs in to the computer. */
export interface LoginItem {
  isOn(): Promise<boolean>;
  /** Errors: `not-saved`. */
  set(isOn: boolean): Promise<Result<null>>;
}

/** The login items of Windows and macOS, which Electron manages. */
export type SystemList = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

export interface LoginItemOptions {
  readonly platform: NodeJS.Platform;
  readonly systemList: SystemList;
  readonly environment: NodeJS.ProcessEnv;
  /** The user's home folder. */
  readonly home: string;
  /** The command that starts this app. */
  readonly command: readonly string[];
}

export function createLoginItem(options: LoginItemOptions): LoginItem {
  return options.platform === 'linux'
    ? createAutostartEntry(options)
    : createSystemItem(options.systemList);
}

/**
 * The command to start this app again. An AppImage runs from a temporary mount, so its own path is
 * used.
 */
export function listAppCommand(
  electron: Pick<App, 'isPackaged' | 'getAppPath'>,
  { APPIMAGE }: NodeJS.ProcessEnv,
): readonly string[] {
  return electron.isPackaged
    ? [APPIMAGE ?? process.execPath]
    : [process.execPath, electron.getAppPath()];
}

const HIDDEN = ['--hidden'];

function createSystemItem(list: SystemList): LoginItem {
  return {
    isOn: () => Promise.resolve(list.getLoginItemSettings({ args: HIDDEN }).openAtLogin),
    set: (isOn) => {
      list.setLoginItemSettings({ openAtLogin: isOn, args: HIDDEN });
      return Promise.resolve(succeed(null));
    },
  };
}

/** An entry according to freedesktop.org's Desktop Application Autostart Specification. */
function createAutostartEntry({ environment, home, command }: LoginItemOptions): LoginItem {
  const config = environment.XDG_CONFIG_HOME ?? join(home, '.config');
  const file = join(config, 'autostart', `${DESKTOP_ID}.desktop`);
  return {
    isOn: () =>
      readFile(file, 'utf8').then(
        (text) => !SWITCHED_OFF.test(text),
        () => false,
      ),
    set: async (isOn) => {
      try {
        if (!isOn) await rm(file, { force: true });
        else {
          await mkdir(dirname(file), { recursive: true });
          await writeFileAtomic(file, describeEntry([...command, ...HIDDEN]));
        }
      } catch {
        return fail({ code: 'not-saved', detail: file });
      }
      return succeed(null);
    },
  };
}

/** How desktops disable an entry; the second is GNOME's. */
const SWITCHED_OFF = /^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m;

function describeEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Sidetone',
    'Icon=sidetone',
    `Exec=${command.map(quote).join(' ')}`,
    'Terminal=false',
    '',
  ].join('\n');
}

/** Quotes an argument of `Exec` according to the Desktop Entry Specification. */
function quote(argument: string): string {
  const escaped = argument.replaceAll('%', '%%');
  return /^[\w@%+=:,./-]+$/.test(escaped)
    ? escaped
    : `"${escaped.replace(/["`$\\]/g, '\\$&').replaceAll('\\', '\\\\')}"`;
}
