import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Message, sessionBus, Variant } from '@jellybrick/dbus-next';
import { startMessageBus } from './desktop';

/** A real keyring on a separate session bus, unlocked at first. */
export interface Keyring {
  /** Environment variables with which a program finds it. */
  readonly environment: Readonly<Record<string, string>> & {
    readonly DBUS_SESSION_BUS_ADDRESS: string;
  };
  /** Locks it. The prompt to unlock it then stays open forever. */
  lock(): Promise<void>;
  /** Unlocks it as another program would, even while a prompt is open. */
  unlock(): Promise<void>;
  close(): Promise<void>;
}

const PASSWORD = 'a password that unlocks the keyring';
const SERVICE = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
const COLLECTION = '/org/freedesktop/secrets/collection/login';
const PROMPTER = 'org.gnome.keyring.SystemPrompter';
const SECRETS = 'org.freedesktop.Secret.Service';

export async function startKeyring(): Promise<Keyring> {
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-keyring-'));
  const places = { XDG_DATA_HOME: join(folder, 'data'), XDG_RUNTIME_DIR: join(folder, 'run') };
  for (const place of Object.values(places)) {
    await mkdir(place);
    await chmod(place, 0o700);
  }
  const bus = await startMessageBus({ ...process.env, ...places });
  const environment = { ...places, DBUS_SESSION_BUS_ADDRESS: bus.address };
  // Once unlocked it runs in the background, and exits with its bus.
  const daemon = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  daemon.stdin.end(PASSWORD);
  await once(daemon, 'exit');

  const client = sessionBus({ busAddress: bus.address });
  // Replaces the desktop's password prompt and is never answered.
  let isClosed = false;
  client.addMethodHandler((message) => {
    // The keyring may still send calls, and answering over a closed connection throws.
    if (isClosed) return true;
    if (message.destination !== PROMPTER) return false;
    client.send(Message.newMethodReturn(message, '', []));
    return true;
  });

  async function call(name: string, member: string, signature: string, ...body: unknown[]) {
    const method = { ...SERVICE, interface: name, member, signature, body };
    return (await client.call(new Message(method)))?.body ?? [];
  }

  return {
    environment,
    lock: async () => {
      await client.requestName(PROMPTER);
      await call(SECRETS, 'Lock', 'ao', [COLLECTION]);
    },
    unlock: async () => {
      const [, session] = await call(SECRETS, 'OpenSession', 'sv', 'plain', new Variant('s', ''));
      const master = [session, Buffer.alloc(0), Buffer.from(PASSWORD), 'text/plain'];
      const unlocker = 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface';
      await call(unlocker, 'UnlockWithMasterPassword', 'o(oayays)', COLLECTION, master);
    },
    close: async () => {
      isClosed = true;
      client.disconnect();
      await bus.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
