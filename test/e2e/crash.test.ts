import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../../simulator/simulator';
import { launchApp } from '../support/app';
import { eventually } from '../support/eventually';
import { startSidetone } from '../support/sidetone';

test('a window whose process crashes is shown again, with the current state of the call', async () => {
  const sidetone = await startSidetone();
  onTestFinished(() => sidetone.close());
  const { app, simulator } = sidetone;
  await app.waitForTrace({ kind: 'connection', vendor: 'genesys', state: 'connected' });
  const { id } = simulator.genesys.arrive({ from: '15001' });
  await app.waitForTrace({ kind: 'call', state: 'ringing' });
  const killed = await app.electron.evaluate(({ webContents }) => {
    const pid = webContents.getAllWebContents()[0]!.getOSProcessId();
    process.kill(pid, 'SIGKILL');
    return pid;
  });
  simulator.genesys.answer(id);
  simulator.genesys.join(id, { number: '15002' });

  await eventually(() =>
    app.electron.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      if (contents === undefined || contents.isCrashed()) return '';
      // The promise never settles if the page crashes during the call.
      const patience = new Promise<string>((resolve) => setTimeout(resolve, 500, ''));
      return Promise.race([contents.executeJavaScript('document.body.innerText'), patience]);
    }),
  ).toMatch(/Established[\s\S]*15001, 15002/);
  const reborn = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents()[0]!.getOSProcessId(),
  );
  expect(reborn).not.toBe(killed);
});

test('a killed app loses neither its journal nor its open TalkSpace', async () => {
  const simulator = await startSimulator();
  onTestFinished(() => simulator.close());
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const start = () =>
    launchApp({ profile: simulator.profile, userDataDirectory: join(folder, 'state') });

  const killed = await start();
  await killed.page.getByRole('button', { name: 'Start TalkSpace' }).click();
  await killed.waitForTrace({ kind: 'command', action: 'start-talkspace', outcome: 'confirmed' });
  const [talkSpace] = simulator.telesocial.conferences();
  killed.electron.process().kill('SIGKILL');
  await killed.close().catch(() => undefined);
  const journal = await readFile(join(folder, 'state', 'journal.jsonl'), 'utf8');
  expect(journal).toContain(talkSpace!.id);

  const reborn = await start();
  onTestFinished(() => reborn.close());
  const region = reborn.page.getByRole('region', { name: 'TalkSpace' });
  await region.getByText(talkSpace!.id).waitFor();
  await region.getByRole('button', { name: 'Close TalkSpace' }).click();
  await reborn.waitForTrace({ kind: 'command', action: 'close-talkspace', outcome: 'confirmed' });
});
