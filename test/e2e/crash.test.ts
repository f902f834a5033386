import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../../simulator/simulator';
import { launchApp } from '../support/app';
import { traceLineSchema } from '../../main/journal/trace-schema';
import { eventually } from '../support/eventually';
import { lastCall } from '../support/recorded-call';
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
      return new Promise<string>((resolve) => {
        const onGone = (): void => resolve('');
        contents.once('render-process-gone', onGone);
        void contents
          .executeJavaScript('document.body.innerText')
          .then(resolve, onGone)
          .finally(() => contents.off('render-process-gone', onGone));
      });
    }),
  ).toMatch(/Established[\s\S]*15001, 15002/);
  const reborn = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents()[0]!.getOSProcessId(),
  );
  expect(reborn).not.toBe(killed);
});

test('a killed app loses neither its journal, its last calls nor its open TalkSpace', async () => {
  const simulator = await startSimulator();
  onTestFinished(() => simulator.close());
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const start = () =>
    launchApp({ profile: simulator.profile, userDataDirectory: join(folder, 'state') });

  const killed = await start();
  const { id } = simulator.genesys.arrive({ from: '15001' });
  await killed.waitForTrace({ kind: 'call', line: 'genesys', state: 'ringing' });
  simulator.genesys.release(id);
  await killed.waitForTrace({ kind: 'call', line: 'genesys', state: 'ended' });
  await killed.page.getByRole('button', { name: 'Start TalkSpace' }).click();
  await killed.waitForTrace({ kind: 'command', action: 'start-talkspace', outcome: 'confirmed' });
  const [talkSpace] = simulator.telesocial.conferences();
  killed.electron.process().kill('SIGKILL');
  await killed.close().catch(() => undefined);
  const journal = await readFile(join(folder, 'state', 'journal.jsonl'), 'utf8');
  expect(journal).toContain(talkSpace!.id);

  const reborn = await start();
  onTestFinished(() => reborn.close());
  await lastCall(reborn.page, '15001').waitFor();
  const region = reborn.page.getByRole('region', { name: 'TalkSpace' });
  await region.getByText(talkSpace!.id).waitFor();
  await region.getByRole('button', { name: 'Close TalkSpace' }).click();
  const end = await reborn.waitForTrace({ kind: 'call', line: 'talkspace', state: 'ended' });
  const lines = journal.split('\n').filter((line) => line.includes('"line":"talkspace"'));
  const began = traceLineSchema.parse(JSON.parse(lines[0]!)).t;
  expect(end.seconds).toBeGreaterThanOrEqual(
    Math.floor((Date.parse(String(end.t)) - Date.parse(began)) / 1_000),
  );
});
