import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMessageBus } from './desktop';

/** A keyring of its own, unlocked, on a message bus of its own. */
export interface Keyring {
  /** What a program needs in its environment, and the flag by which Chromium takes this keyring. */
  readonly environment: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
  close(): Promise<void>;
}

export async function startKeyring(): Promise<Keyring> {
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-keyring-'));
  const places = { XDG_DATA_HOME: join(folder, 'data'), XDG_RUNTIME_DIR: join(folder, 'run') };
  for (const place of Object.values(places)) {
    await mkdir(place);
    await chmod(place, 0o700);
  }
  const bus = await startMessageBus({ ...process.env, ...places });
  const environment = { ...places, DBUS_SESSION_BUS_ADDRESS: bus.address };
  // It goes on in the background once it is unlocked, and ends with its bus.
  const daemon = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  daemon.stdin.end('a password that unlocks the keyring\n');
  await once(daemon, 'exit');
  return {
    environment,
    flags: ['--password-store=gnome-libsecret'],
    close: async () => {
      await bus.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
