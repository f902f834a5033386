import type { KeyringState } from './keyring-state';
import type { SessionBus } from './session-bus';

const SERVICE = 'org.freedesktop.secrets';
const SERVICE_PATH = '/org/freedesktop/secrets';
/** The path for "no object". */
const NO_OBJECT = '/';

/** For calls that do not prompt the user; includes the start of the service. */
const ANSWER_TIMEOUT_MS = 10_000;

/**
 * Opens the default collection of the Secret Service (freedesktop.org, version 0.2), which may have to be
 * unlocked or created first. Chromium would do the same with calls that block this process while the
 * password prompt is open. `onLocked` is called before the user is prompted.
 */
export async function unlockSecretService(
  bus: SessionBus,
  onLocked: () => void,
): Promise<KeyringState> {
  const collection = await withTimeout(readDefaultCollection(bus));
  if (collection === 'absent' || collection === 'silent') return collection;
  if (collection !== NO_OBJECT) {
    const isLocked = await withTimeout(readLocked(bus, collection));
    if (isLocked === 'silent') return 'silent';
    if (!isLocked) return 'usable';
  }
  onLocked();
  const prompts = createPrompts(bus, collection);
  await bus.follow(SERVICE, prompts.take);
  const prompt = await (collection === NO_OBJECT ? create(bus) : unlock(bus, collection));
  return prompt === NO_OBJECT || (await prompts.show(prompt)) ? 'usable' : 'locked';
}

async function readDefaultCollection(bus: SessionBus): Promise<string> {
  try {
    const [path] = await callService(bus, 'ReadAlias', 's', 'default');
    return String(path);
  } catch {
    return 'absent';
  }
}

async function readLocked(bus: SessionBus, path: string): Promise<boolean> {
  const properties = { service: SERVICE, path, interface: 'org.freedesktop.DBus.Properties' };
  const [value] = await bus.call(
    { ...properties, name: 'Get' },
    'ss',
    'org.freedesktop.Secret.Collection',
    'Locked',
  );
  return isVariantOf(value, true);
}

async function unlock(bus: SessionBus, collection: string): Promise<string> {
  const [, prompt] = await callService(bus, 'Unlock', 'ao', [collection]);
  return String(prompt);
}

async function create(bus: SessionBus): Promise<string> {
  const { Variant } = await import('@jellybrick/dbus-next');
  const label = new Variant('s', 'Default keyring');
  const properties = { 'org.freedesktop.Secret.Collection.Label': label };
  const [, prompt] = await callService(bus, 'CreateCollection', 'a{sv}s', properties, 'default');
  return String(prompt);
}

function callService(bus: SessionBus, name: string, signature: string, ...values: unknown[]) {
  const service = {
    service: SERVICE,
    path: SERVICE_PATH,
    interface: 'org.freedesktop.Secret.Service',
  };
  return bus.call({ ...service, name }, signature, ...values);
}

/** Waits until a prompt is answered, or until the collection is unlocked in another program. */
function createPrompts(bus: SessionBus, collection: string) {
  let shown: string | undefined;
  let settle: (isUnlocked: boolean) => void = () => undefined;
  const answer = new Promise<boolean>((resolve) => (settle = resolve));
  return {
    take: ({ path, name, values }: Parameters<Parameters<SessionBus['follow']>[1]>[0]): void => {
      if (name === 'Completed' && path === shown) settle(values[0] === false);
      if (name !== 'CollectionChanged' || values[0] !== collection) return;
      void readLocked(bus, collection).then(
        (isLocked) => !isLocked && settle(true),
        () => undefined,
      );
    },
    show: async (path: string): Promise<boolean> => {
      shown = path;
      const prompt = { service: SERVICE, path, interface: 'org.freedesktop.Secret.Prompt' };
      // Some services answer at once, others only after the prompt was closed.
      const failed = bus.call({ ...prompt, name: 'Prompt' }, 's', '').then(
        () => new Promise<never>(() => undefined),
        () => false,
      );
      return Promise.race([answer, failed]);
    },
  };
}

function isVariantOf(value: unknown, expected: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'value' in value && value.value === expected
  );
}

async function withTimeout<Value>(answer: Promise<Value>): Promise<Value | 'silent'> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => resolve('silent'), ANSWER_TIMEOUT_MS);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}
