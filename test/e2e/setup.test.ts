import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { startSimulator } from '../../simulator/simulator';
import { launchApp } from '../support/app';
import { audit } from '../support/axe';
import { runApp } from '../support/electron';
import { startKeyring } from '../support/keyring';
import { testInFolder } from '../support/temporary-folder';
import { button, connection, currentCall, form, region, seeText } from '../support/window';

/** The app without a profile. From source it begins with the demo, and the agent leaves it. */
const test = testInFolder
  .extend('simulator', async ({}, { onCleanup }) => {
    const simulator = await startSimulator();
    onCleanup(() => simulator.close());
    return simulator;
  })
  .extend('app', async ({}, { onCleanup }) => {
    const keyring = await startKeyring();
    const app = await launchApp({ environment: keyring.environment });
    onCleanup(async () => {
      await app.close();
      await keyring.close();
    });
    await button(app.page, 'Leave the demo').click();
    await app.page.getByRole('heading', { name: 'Set up Sidetone' }).waitFor();
    return app;
  });

describe('the first start', () => {
  test('leads to settings where a service is entered, tested and connected', async ({
    app: { page },
    simulator,
  }) => {
    const { baseUrl, userName, password } = simulator.profile.genesys;
    await audit(page);

    await button(page, 'Enter settings').click();
    const settings = form(page, 'Settings');
    const you = settings.getByRole('region', { name: 'You' });
    await button(you, 'Save').click();
    await seeText(you, 'Is missing');
    await you.getByLabel('Your name').fill('Eta');
    await button(you, 'Save').click();
    await seeText(you, 'Saved. It is in use now.');

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
    await seeText(genesys, 'Saved. It is in use now.');
    expect(await genesys.getByLabel('Password', { exact: true }).inputValue()).toBe('');
    await button(settings, 'Close').click();

    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
    simulator.genesys.arrive({ from: '15001' });
    await seeText(currentCall(page), /15001/);
  });

  test('can try the demo and leave it, and take a profile file', async ({
    app: { electron, page },
    simulator,
    folder,
  }) => {
    await button(page, 'Try the demo').click();
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
    await button(page, 'Leave the demo').click();
    await page.getByRole('heading', { name: 'Set up Sidetone' }).waitFor();

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

    await button(page, 'Settings').click();
    const settings = form(page, 'Settings');
    await settings.getByRole('button', { name: /^Profiles/ }).click();
    const profiles = region(page, 'Profiles');
    await profiles.getByRole('radio', { name: 'Work', checked: true }).waitFor();
    await audit(page);
    await profiles.getByLabel('Name of the new profile').fill('Second');
    await button(profiles, 'Add').click();
    await profiles.getByRole('radio', { name: 'Second', checked: true }).waitFor();
    await button(profiles, 'Delete this profile').click();
    await button(page.getByRole('alertdialog'), 'Delete this profile').click();
    await profiles.getByRole('radio', { name: 'Work', checked: true }).waitFor();
    await button(profiles, 'Sign out').click();
    await button(page.getByRole('alertdialog'), 'Sign out').click();
    await button(settings, 'Close').click();
    await seeText(connection(page, 'Genesys'), /^Genesys: Error|^Genesys: Signed out/);
  });

  test('can take a profile from a link, which shows its addresses before anything is stored', async ({
    app,
    simulator,
  }) => {
    const { page } = app;
    const { version, agent, genesys } = simulator.profile;
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
    await page.getByRole('heading', { name: 'Set up Sidetone' }).waitFor();

    // As macOS hands a link over.
    await app.electron.evaluate(
      ({ app: electron }, url) => void electron.emit('open-url', new Event('open-url'), url),
      link(open),
    );
    await button(proposal, 'Use this profile').click();
    await seeText(connection(page, 'Genesys'), /^Genesys: Signed out/);
    expect(simulator.requests()).toEqual([]);

    await button(page, 'Settings').click();
    const settings = form(page, 'Settings');
    await settings.getByRole('button', { name: /^Genesys/ }).click();
    const section = settings.getByRole('region', { name: 'Genesys' });
    await section.getByLabel('Password', { exact: true }).fill(password);
    await button(section, 'Save').click();
    await seeText(section, 'Saved. It is in use now.');
    await button(settings, 'Close').click();
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
  });
});
