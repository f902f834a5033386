import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test as base } from 'vitest';
import { drawFirst } from '../../main/app/draw-first';
import { startSimulator } from '../../simulator/simulator';
import { launchApp } from '../support/app';
import { audit } from '../support/axe';
import { startDesktop } from '../support/desktop';
import { PROJECT_ROOT, runApp } from '../support/electron';
import { eventually } from '../support/eventually';
import { startKeyring } from '../support/keyring';
import { IDLE_MENU, seeTray } from '../support/tray';
import { button, connection, currentCall, form, region, seeText } from '../support/window';

/** The installed app without a profile. Each test restores that state. */
const test = base
  .extend('folder', { scope: 'file' }, async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'sidetone-setup-'));
    onCleanup(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
    return folder;
  })
  .extend('simulator', { scope: 'file' }, async ({}, { onCleanup }) => {
    const simulator = await startSimulator();
    onCleanup(() => simulator.close());
    return simulator;
  })
  .extend('keyring', { scope: 'file' }, async ({}, { onCleanup }) => {
    const keyring = await startKeyring();
    onCleanup(() => keyring.close());
    return keyring;
  })
  .extend('desktop', { scope: 'file' }, async ({ keyring: { environment } }, { onCleanup }) => {
    const desktop = await startDesktop({ busAddress: environment.DBUS_SESSION_BUS_ADDRESS });
    onCleanup(() => desktop.close());
    return desktop;
  })
  .extend('app', { scope: 'file' }, async ({ folder, keyring }, { onCleanup }) => {
    const app = await launchApp({
      isInstalled: true,
      environment: {
        ...keyring.environment,
        ...(await standInForBrowser(folder)),
        XDG_CONFIG_HOME: join(folder, 'config'),
      },
    });
    onCleanup(() => app.close());
    return app;
  })
  .extend('evidence', { auto: true }, ({ app, task, onTestFailed }) => {
    onTestFailed(() => app.keepEvidence(task.name));
  });

const openedPages = (folder: string) => join(folder, 'opened');

/** A fake of the program that Chromium runs on Linux to open a page. It only records the address. */
async function standInForBrowser(folder: string): Promise<Record<string, string>> {
  const programs = join(folder, 'programs');
  const program = join(programs, 'xdg-open');
  await mkdir(programs);
  await writeFile(program, `#!/bin/sh\necho "$@" >> '${openedPages(folder)}'\n`);
  await chmod(program, 0o700);
  return { PATH: [programs, process.env.PATH].join(delimiter) };
}

function firstScreen(page: Page): Locator {
  return page.getByRole('heading', { name: 'Set up Sidetone' });
}

async function openProfiles(page: Page): Promise<Locator> {
  await button(page, 'Settings').click();
  await form(page, 'Settings')
    .getByRole('button', { name: /^Profiles/ })
    .click();
  return region(page, 'Profiles');
}

async function confirm(profiles: Locator, action: string): Promise<void> {
  await button(profiles, action).click();
  await button(profiles.page().getByRole('alertdialog'), action).click();
}

async function deleteProfile(page: Page): Promise<void> {
  await confirm(await openProfiles(page), 'Delete this profile');
  await button(form(page, 'Settings'), 'Close').click();
  await firstScreen(page).waitFor();
}

/** Drops a file from the desktop onto the middle of the window. */
async function drop(file: string, target: Locator): Promise<void> {
  const page = target.page();
  const { x, y, width, height } = (await target.boundingBox())!;
  const devTools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devTools.send('Input.dispatchDragEvent', {
      type,
      x: x + width / 2,
      y: y + height / 2,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    });
  }
  await devTools.detach();
}

describe('the first start', () => {
  test('paints the setup screen before any component is loaded', async ({ app, desktop }) => {
    const { page } = app;
    const start = await page.evaluate(async () => {
      const startOf = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? 0;
      const answer = await window.sidetone!.getSnapshot();
      return {
        snapshot: answer.ok ? answer.value : undefined,
        revision: document.getElementById('root')?.dataset.revision,
        painted: startOf('first-contentful-paint'),
        components: startOf('components loaded'),
      };
    });
    // The main process rendered the page, which was painted before any component was loaded.
    expect(start.revision).toBeDefined();
    expect(start.painted).toBeGreaterThan(0);
    expect(start.painted).toBeLessThan(start.components);
    expect(drawFirst(join(PROJECT_ROOT, 'out'), start.snapshot!)).toMatch(
      /Not set up.*Set up Sidetone.*Import a profile file/s,
    );
    await firstScreen(page).waitFor();
    await seeText(currentCall(page), 'Not set up');
    await seeTray({ app, desktop }, 'offline', 'Sidetone: no profile', IDLE_MENU);
    await audit(page);
  });

  test('can turn on starting at login', async ({ app: { page }, folder }) => {
    await button(page, 'Settings').click();
    const settings = form(page, 'Settings');
    await settings.getByRole('button', { name: 'General' }).click();
    const choice = settings.getByRole('checkbox', { name: /^Start Sidetone when I sign in/ });
    const read = () =>
      readFile(
        join(folder, 'config', 'autostart', 'example.sidetone.Sidetone.desktop'),
        'utf8',
      ).catch(() => '');
    await choice.click();
    await eventually(read).toMatch(/^Exec=.* --hidden$/m);
    await eventually(() => choice.isChecked()).toBe(true);
    await choice.click();
    await eventually(read).toBe('');
    await button(settings, 'Close').click();
  });

  test('can try the demo and leave it', async ({ app: { page } }) => {
    await button(page, 'Try the demo').click();
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
    await button(page, 'Leave the demo').click();
    await firstScreen(page).waitFor();
  });

  test('opens settings where a service is entered, tested and connected', async ({
    app: { page },
    simulator,
  }) => {
    const { baseUrl, userName, password } = simulator.profile.genesys;
    await button(page, 'Enter settings').click();
    const settings = form(page, 'Settings');
    const you = settings.getByRole('region', { name: 'You' });
    await button(you, 'Save').click();
    await seeText(you, 'Is missing');
    await you.getByLabel('Your name').fill('Eta');
    await button(you, 'Save').click();
    await seeText(you, 'Saved. The new settings are in use.');

    await button(settings, 'Back').click();
    await settings.getByRole('button', { name: /^Genesys/ }).click();
    const genesys = settings.getByRole('region', { name: 'Genesys' });
    await genesys.getByLabel('Address', { exact: true }).fill(baseUrl);
    await genesys.getByLabel('User name', { exact: true }).fill(userName);
    await genesys.getByLabel('Password', { exact: true }).fill('not the password');
    await button(genesys, 'Test connection').click();
    await seeText(genesys, 'Genesys does not accept the user name or password.');
    await audit(page);

    await genesys.getByLabel('Password', { exact: true }).fill(password);
    await button(genesys, 'Test connection').click();
    await seeText(genesys, 'Genesys answers and accepts your account.');
    await button(genesys, 'Save').click();
    await seeText(genesys, 'Saved. The new settings are in use.');
    expect(await genesys.getByLabel('Password', { exact: true }).inputValue()).toBe('');
    await button(settings, 'Close').click();

    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
    const { id } = simulator.genesys.arrive({ from: '15001' });
    await seeText(currentCall(page), /15001/);
    simulator.genesys.release(id);
    await deleteProfile(page);
  });

  test('shows the ways to sign in to Twilio at once, and what can be left out on request', async ({
    app: { page },
  }) => {
    await button(page, 'Settings').click();
    const settings = form(page, 'Settings');
    await settings.getByRole('button', { name: /^Twilio/ }).click();
    const twilio = settings.getByRole('region', { name: 'Twilio' });
    for (const label of ['API key SID', 'API key secret', 'Auth token']) {
      await twilio.getByLabel(label, { exact: true }).waitFor({ state: 'visible' });
    }
    expect(await twilio.getByLabel('Address', { exact: true }).isVisible()).toBe(false);
    await button(settings, 'Close').click();
  });

  test('imports a chosen profile file, and keeps several profiles', async ({
    app: { electron, page },
    simulator,
    folder,
  }) => {
    const file = join(folder, 'Work.json');
    await electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, file);
    await writeFile(file, JSON.stringify({ ...simulator.profile, agent: {} }));
    await button(page, 'Import a profile file').click();
    await seeText(page.getByRole('alert'), /^Your name \(agent\.name\): /);
    await writeFile(file, JSON.stringify(simulator.profile));
    await button(page, 'Import a profile file').click();
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');

    const profiles = await openProfiles(page);
    await profiles.getByRole('radio', { name: 'Work', checked: true }).waitFor();
    await audit(page);
    await profiles.getByLabel('Name of the new profile').fill('Second');
    await button(profiles, 'Add').click();
    await profiles.getByRole('radio', { name: 'Second', checked: true }).waitFor();
    await confirm(profiles, 'Delete this profile');
    await profiles.getByRole('radio', { name: 'Work', checked: true }).waitFor();
    await confirm(profiles, 'Sign out');
    await button(form(page, 'Settings'), 'Close').click();
    await seeText(connection(page, 'Genesys'), /^Genesys: Error|^Genesys: Signed out/);
    await deleteProfile(page);
  });

  test('imports a dropped profile file, whose page opens in the browser for a call', async ({
    app: { page },
    simulator,
    folder,
  }) => {
    const file = join(folder, 'Home.json');
    const write = (url: string): Promise<void> => {
      const agent = { ...simulator.profile.agent, screenPop: { url } };
      return writeFile(file, JSON.stringify({ ...simulator.profile, agent }));
    };
    const target = page.getByText('Or drop the file here.');
    await drop(folder, target);
    await seeText(page.getByRole('alert'), /The file .* cannot be read, or is too large/);
    await write('http://crm.example/?q={number}');
    await drop(file, target);
    await seeText(page.getByRole('alert'), /must be an https: address/);
    await write('https://crm.example/?q={number}&order={data.Order}');
    await drop(file, target);
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');

    const { id } = simulator.genesys.arrive({
      from: '15001',
      userData: { Order: 'A/1 & "more" $HOME' },
    });
    const pages = () => readFile(openedPages(folder), 'utf8').catch(() => '');
    const first = 'https://crm.example/?q=15001&order=A%2F1%20%26%20%22more%22%20%24HOME\n';
    await eventually(pages).toBe(first);
    simulator.genesys.release(id);
    // Answered at once by the telephone.
    const next = simulator.genesys.arrive({ from: '15002' });
    simulator.genesys.answer(next.id);
    await eventually(pages).toBe(`${first}https://crm.example/?q=15002&order=\n`);
    simulator.genesys.release(next.id);
    await deleteProfile(page);
  });

  test('can use a profile from a link, with its addresses shown before anything is stored', async ({
    app,
    simulator,
  }) => {
    const { page } = app;
    const { version, agent, genesys } = simulator.profile;
    const before = simulator.requests().length;
    const { password, ...open } = genesys;
    const link = (section: object): string =>
      `sidetone:profile?name=Site&json=${encodeURIComponent(JSON.stringify({ version, agent, genesys: section }))}`;
    const folder = `--user-data-dir=${app.userDataDirectory}`;
    await runApp([folder, '--', link(genesys)]);
    const refused = form(page, 'This link cannot be used');
    await seeText(refused.getByRole('listitem'), /^Password \(genesys\.password\): must not be/);
    await button(refused, 'Close').click();

    await runApp([folder, '--', link(open)]);
    const proposal = form(page, 'Use the profile “Site”?');
    await seeText(proposal.getByRole('region', { name: 'Genesys' }), open.baseUrl);
    await audit(page);
    await button(proposal, 'Cancel').click();
    await firstScreen(page).waitFor();

    // The event with which macOS delivers a link.
    await app.electron.evaluate(
      ({ app: electron }, url) => void electron.emit('open-url', new Event('open-url'), url),
      link(open),
    );
    await button(proposal, 'Use this profile').click();
    await seeText(connection(page, 'Genesys'), /^Genesys: Signed out/);
    expect(simulator.requests()).toHaveLength(before);

    await button(page, 'Settings').click();
    const settings = form(page, 'Settings');
    await settings.getByRole('button', { name: /^Genesys/ }).click();
    const section = settings.getByRole('region', { name: 'Genesys' });
    await section.getByLabel('Password', { exact: true }).fill(password);
    await button(section, 'Save').click();
    await seeText(section, 'Saved. The new settings are in use.');
    await button(settings, 'Close').click();
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
    await deleteProfile(page);
  });
});
