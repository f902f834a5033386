import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { startSimulator, type Profile, type Simulator } from '../../simulator/simulator';
import { launchApp } from '../support/app';
import { startMessageBus } from '../support/desktop';
import { runApp, type Run } from '../support/electron';
import { startKeyring, type Keyring } from '../support/keyring';
import { testInFolder as test } from '../support/temporary-folder';
import { connection, seeText } from '../support/window';

/** Chromium's fallback without a keyring, which uses a publicly known key. */
const WITHOUT_KEYRING = ['--password-store=basic'];

let simulator: Simulator;
let keyring: Keyring;
let folderOfAll: string;
/** The import of the simulator's profile. */
let imported: Import;

beforeAll(async () => {
  simulator = await startSimulator();
  keyring = await startKeyring();
  folderOfAll = await mkdtemp(join(tmpdir(), 'sidetone-import-'));
  imported = await importProfile(folderOfAll, simulator.profile);
});

afterAll(async () => {
  await keyring.close();
  await simulator.close();
  await rm(folderOfAll, { recursive: true, force: true, maxRetries: 3 });
});

function secretsOf({ genesys, telesocial, bandwidth, verba }: Profile): string[] {
  return [
    genesys.password,
    telesocial.appKey,
    bandwidth.apiToken,
    bandwidth.apiSecret,
    verba.apiKey,
    verba.password,
  ];
}

interface Import {
  readonly run: Run;
  readonly userData: string;
  /** The file in which the profile is stored. */
  readonly stored: string;
}

async function importProfile(folder: string, profile: unknown): Promise<Import> {
  const file = join(folder, 'to-import.json');
  await writeFile(file, JSON.stringify(profile), { mode: 0o600 });
  const userData = join(folder, 'user-data');
  const run = await runApp(
    ['--import-profile', file, `--user-data-dir=${userData}`],
    keyring.environment,
  );
  return { run, userData, stored: join(userData, 'profile.json') };
}

test('is stored with its secrets encrypted, and the next start signs in with it', async () => {
  const { run, userData, stored } = imported;
  expect(run).toEqual({
    exitCode: 0,
    stdout: 'The profile of Eta is stored; its secrets are encrypted.\n',
    complaints: [],
  });
  const text = await readFile(stored, 'utf8');
  expect(text).toContain(simulator.profile.genesys.baseUrl);
  for (const secret of secretsOf(simulator.profile)) expect(text).not.toContain(secret);
  expect((await stat(stored)).mode & 0o777).toBe(0o600);

  const app = await launchApp({
    userDataDirectory: userData,
    environment: keyring.environment,
  });
  try {
    await seeText(connection(app.page, 'Genesys'), 'Genesys: Connected');
  } finally {
    await app.close();
  }
});

test('is not stored without a keyring, and the reason is printed', async ({ folder }) => {
  const bus = await startMessageBus();
  try {
    const file = join(folder, 'profile.json');
    await writeFile(file, JSON.stringify(simulator.profile), { mode: 0o600 });
    const userData = join(folder, 'user-data');
    const run = await runApp(
      ['--import-profile', file, `--user-data-dir=${userData}`, ...WITHOUT_KEYRING],
      { DBUS_SESSION_BUS_ADDRESS: bus.address },
    );
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.complaints).toEqual([
      expect.stringMatching(
        /no keyring that can keep your passwords and keys safe\. Details: [^.]+\. Install or unlock a keyring and try again\. Nothing was stored\.$/,
      ),
    ]);
    expect(await readdir(userData)).not.toContain('profile.json');
  } finally {
    await bus.close();
  }
});
