import { once } from 'node:events';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from 'vitest';
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
let app: RunningApp | undefined;

beforeEach(async () => {
  simulator = await startSimulator();
  keyring = await startKeyring();
});

afterEach(async () => {
  await app?.close().catch(() => undefined);
  app = undefined;
  await keyring.close();
  await simulator.close();
});

/** Imports a profile into `folder/NAME`, and gives that folder. */
async function store(folder: string, profile: unknown, name = 'user-data'): Promise<string> {
  const file = join(folder, 'to-import.json');
  await writeFile(file, JSON.stringify(profile), { mode: 0o600 });
  const directory = join(folder, name);
  const flags = ['--import-profile', file, `--user-data-dir=${directory}`];
  const run = await runApp(flags, keyring.environment);
  expect(run).toMatchObject({ exitCode: 0, complaints: [] });
  return directory;
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
    const userData = await store(folder, simulator.profile);
    await keyring.lock();
    const { page } = await start(userData);
    await seeText(page.getByRole('note'), /^Your keyring is locked\. Unlock it to connect\.$/);
    await seeText(connection(page, 'Genesys'), /^Genesys: Signed out/);
    expect(simulator.requests()).toEqual([]);

    await keyring.unlock();
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
    await eventually(() => page.getByRole('note').count()).toBe(0);
  });

  test('is shown in the tray if the window is hidden', async ({ folder }) => {
    const userData = await store(folder, simulator.profile);
    await keyring.lock();
    const desktop = await startDesktop({
      busAddress: keyring.environment.DBUS_SESSION_BUS_ADDRESS,
    });
    try {
      const running = await start(userData, '--hidden');
      await running.waitForTrace({ kind: 'tray', state: 'attention' });
    } finally {
      await desktop.close();
    }
  });

  test.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'does not keep the app from ending in order at %s',
    async (signal, { folder }) => {
      const userData = await store(folder, simulator.profile);
      await keyring.lock();
      const { page, electron } = await start(userData);
      await seeText(page.getByRole('note'), /Your keyring is locked/);
      const child = electron.process();
      const ended = once(child, 'exit');
      child.kill(signal);
      expect(await ended).toEqual([0, null]);
    },
  );
});

describe('a stored profile whose address was edited', () => {
  test('gets no password and says so, without affecting the other services', async ({ folder }) => {
    const userData = await store(folder, simulator.profile);
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
    const userData = await store(folder, simulator.profile);
    const { page } = await start(userData);
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
    simulator.genesys.arrive({ from: '15001' });
    const call = page.getByRole('region', { name: 'Current call' });
    await seeText(call, /15001/);

    const other = await startSimulator();
    try {
      const { agent, genesys } = other.profile;
      await store(folder, { version: 1, agent: { ...agent, name: 'Theta' }, genesys });
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
    const userData = await store(folder, { ...simulator.profile, genesys: wrong });
    const { page } = await start(userData);
    await seeText(connection(page, 'Genesys'), /^Genesys: Signed out/);
    const countRefusals = () => simulator.requests().filter(({ status }) => status === 403).length;
    const before = countRefusals();
    expect(before).toBeGreaterThan(0);

    // It is replaced without a word to the running app.
    const elsewhere = await store(folder, simulator.profile, 'elsewhere');
    await copyFile(join(elsewhere, 'profile.json'), join(userData, 'profile.json'));
    await button(page, 'Try again').click();
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
    expect(countRefusals()).toBe(before);
  });
});
