import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/simulator';
import { launchApp, type RunningApp } from '../support/app';
import { startDesktop } from '../support/desktop';
import { runApp } from '../support/electron';
import { eventually } from '../support/eventually';
import { startKeyring, type Keyring } from '../support/keyring';
import { testInFolder as test } from '../support/temporary-folder';
import { button, connection, seeText } from '../support/window';

let simulator: Simulator;
let keyring: Keyring;
/** A data folder in which the profile of the simulator is stored. */
let storedIn: string;
let app: RunningApp | undefined;

beforeAll(async () => {
  simulator = await startSimulator();
  keyring = await startKeyring();
  storedIn = await importProfile(await mkdtemp(join(tmpdir(), 'sidetone-')), simulator.profile);
});

afterEach(async () => {
  await app?.close().catch(() => undefined);
  app = undefined;
  await keyring.unlock();
});

afterAll(async () => {
  await keyring.close();
  await simulator.close();
  await rm(storedIn, { recursive: true, force: true, maxRetries: 3 });
});

/** Stores a profile as an administrator would, in this data folder. */
async function importProfile(directory: string, profile: unknown): Promise<string> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'to-import.json');
  await writeFile(file, JSON.stringify(profile), { mode: 0o600 });
  const flags = ['--import-profile', file, `--user-data-dir=${directory}`];
  const run = await runApp(flags, keyring.environment);
  expect(run).toMatchObject({ exitCode: 0, complaints: [] });
  return directory;
}

/** The same folder as one in which the profile of the simulator has been imported. */
async function store(folder: string): Promise<string> {
  await copyFile(join(storedIn, 'profile.json'), join(folder, 'profile.json'));
  return folder;
}

async function start(userData: string, ...flags: readonly string[]): Promise<RunningApp> {
  app = await launchApp({
    userDataDirectory: userData,
    flags,
    environment: keyring.environment,
  });
  return app;
}

describe('a locked keyring with an open prompt', () => {
  test('is reported in the window, which opens first, and the app connects once it is unlocked', async ({
    folder,
  }) => {
    const userData = await store(folder);
    const asked = simulator.requests().length;
    await keyring.lock();
    const { page } = await start(userData);
    await seeText(page.getByRole('note'), /^Your keyring is locked\. Unlock it to connect\.$/);
    await seeText(connection(page, 'Genesys'), /^Genesys: Signed out/);
    expect(simulator.requests()).toHaveLength(asked);

    await keyring.unlock();
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
    await eventually(() => page.getByRole('note').count()).toBe(0);
  });

  test('is shown in the tray if the window is hidden, where it does not keep the app from ending at SIGHUP', async ({
    folder,
  }) => {
    const userData = await store(folder);
    await keyring.lock();
    const desktop = await startDesktop({
      busAddress: keyring.environment.DBUS_SESSION_BUS_ADDRESS,
    });
    try {
      const running = await start(userData, '--hidden');
      await running.waitForTrace({ kind: 'tray', state: 'attention' });
      await endInOrder(running.electron, 'SIGHUP');
    } finally {
      await desktop.close();
    }
  });

  test.for(['SIGTERM', 'SIGINT'] as const)(
    'does not prevent a clean exit at %s',
    async (signal, { folder }) => {
      const userData = await store(folder);
      await keyring.lock();
      const { page, electron } = await start(userData);
      await seeText(page.getByRole('note'), /Your keyring is locked/);
      await endInOrder(electron, signal);
    },
  );
});

async function endInOrder(electron: RunningApp['electron'], signal: NodeJS.Signals): Promise<void> {
  const child = electron.process();
  const ended = once(child, 'exit');
  child.kill(signal);
  expect(await ended).toEqual([0, null]);
}

describe('a stored profile whose address was edited', () => {
  test('gets no password, which is reported, without affecting the other services', async ({
    folder,
  }) => {
    const userData = await store(folder);
    const other = await startSimulator();
    try {
      const file = join(userData, 'profile.json');
      const stored = JSON.parse(await readFile(file, 'utf8')) as {
        profile: { genesys: { baseUrl: string } };
      };
      stored.profile.genesys.baseUrl = other.profile.genesys.baseUrl;
      await writeFile(file, JSON.stringify(stored));
      const { page } = await start(userData);
      await seeText(connection(page, 'Telesocial'), 'Telesocial: Connected');
      await seeText(connection(page, 'Genesys'), 'Genesys: Error');
      await seeText(
        connection(page, 'Genesys'),
        /^The address or user name .* was changed since its password was stored.*Enter the password again in Settings\.$/,
      );
      await button(page, 'Try again').click();
      await seeText(page.getByRole('alert'), /Enter the password again in Settings/);
      expect(other.requests()).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('importing another profile', () => {
  test('replaces the one in use', async ({ folder }) => {
    const userData = await store(folder);
    const { page } = await start(userData);
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
    const { id } = simulator.genesys.arrive({ from: '15001' });
    onTestFinished(() => void simulator.genesys.release(id));
    const call = page.getByRole('region', { name: 'Current call' });
    await seeText(call, /15001/);

    const other = await startSimulator();
    try {
      const { agent, genesys } = other.profile;
      await importProfile(folder, { version: 1, agent: { ...agent, name: 'Theta' }, genesys });
      await seeText(call, /No call.*Theta/s);
      await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
      await eventually(() => page.getByRole('listitem').getByText('Verba:').count()).toBe(0);
      other.genesys.arrive({ from: '15002' });
      await seeText(call, /15002/);
    } finally {
      await other.close();
    }
  });

  test('makes "Try again" use its password, and never the old one', async ({ folder }) => {
    const wrong = { ...simulator.profile.genesys, password: 'no longer the password' };
    const userData = await importProfile(folder, { ...simulator.profile, genesys: wrong });
    const countRefusals = () => simulator.requests().filter(({ status }) => status === 403).length;
    const { page } = await start(userData);
    await seeText(connection(page, 'Genesys'), /^Genesys: Signed out/);
    const before = countRefusals();
    expect(before).toBeGreaterThan(0);

    // As if another keyring had encrypted it.
    const file = join(userData, 'profile.json');
    const stored = await readFile(file, 'utf8');
    await writeFile(file, stored.replace(/(?<="ciphertext": ").{32}/, ''));
    await button(page, 'Try again').click();
    await seeText(page.getByRole('alert'), /^.*no longer opens the stored passwords.*in Settings/s);

    // Another process replaces it without notifying the running app.
    await store(userData);
    await button(page, 'Try again').click();
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
    expect(countRefusals()).toBe(before);
  });
});
