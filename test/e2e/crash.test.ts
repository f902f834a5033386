import { expect, onTestFinished, test } from 'vitest';
import { startSidetone } from '../support/sidetone';

test('a window whose process dies is shown again, with the call as it is by then', async () => {
  const sidetone = await startSidetone();
  onTestFinished(() => sidetone.close());
  const { app, simulator } = sidetone;
  await app.waitForTrace({ kind: 'connection', vendor: 'genesys', state: 'connected' });
  const { id } = simulator.genesys.arrive({ from: '15001' });
  await app.waitForTrace({ kind: 'call', state: 'Ringing' });
  const killed = await app.electron.evaluate(({ webContents }) => {
    const pid = webContents.getAllWebContents()[0]!.getOSProcessId();
    process.kill(pid, 'SIGKILL');
    return pid;
  });
  simulator.genesys.answer(id);
  simulator.genesys.join(id, { number: '15002' });

  await expect
    .poll(
      () =>
        app.electron.evaluate(async ({ webContents }) => {
          const [contents] = webContents.getAllWebContents();
          if (contents === undefined || contents.isCrashed()) return '';
          return (await contents.executeJavaScript('document.body.innerText')) as string;
        }),
      { timeout: 15_000, interval: 200 },
    )
    .toMatch(/Established[\s\S]*15001, 15002/);
  const reborn = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents()[0]!.getOSProcessId(),
  );
  expect(reborn).not.toBe(killed);
});
