import type { SessionBus } from './session-bus';

/**
 * - `usable`: it can be read and written without a question to anybody.
 * - `locked`: somebody was asked to unlock it, and did not.
 * - `absent`: nothing keeps secrets on this desktop.
 * - `silent`: what keeps them does not answer.
 */
export type KeyringState = 'usable' | 'locked' | 'absent' | 'silent';

const SERVICE = 'org.freedesktop.secrets';
const SERVICE_PATH = '/org/freedesktop/secrets';
/** In the place of a path where there is nothing. */
const NOTHING = '/';

/** How long a service that needs nobody may take, its start included, in ms. */
const ANSWER_LIMIT_MS = 10_000;

/**
 * Asks the Secret Service (freedesktop.org, version 0.2) for its default collection, and has it unlocked or
 * created where that is needed. Chromium would do the same with calls that block this process for as long
 * as the password prompt is open. `onLocked` is called before anybody is asked.
 */
export async function unlockSecretService(
  bus: SessionBus,
  onLocked: () => void,
): Promise<KeyringState> {
  const collection = await inTime(readDefaultCollection(bus));
  if (collection === 'absent' || collection === 'silent') return collection;
  if (collection !== NOTHING) {
    const isLocked = await inTime(readLocked(bus, collection));
    if (isLocked === 'silent') return 'silent';
    if (!isLocked) return 'usable';
  }
  onLocked();
  const prompts = createPrompts(bus, collection);
  await bus.follow(SERVICE, prompts.take);
  const prompt = await (collection === NOTHING ? create(bus) : unlock(bus, collection));
  return prompt === NOTHING || (await prompts.show(prompt)) ? 'usable' : 'locked';
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

/** Waits for the answer to a prompt, or for the collection being unlocked in another program. */
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
      // Some services answer only when the prompt is over, some at once.
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

async function inTime<Value>(answer: Promise<Value>): Promise<Value | 'silent'> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => resolve('silent'), ANSWER_LIMIT_MS);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}
