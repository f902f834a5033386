import '../../renderer/bridge';
import type { Snapshot } from '../../contract/snapshot';
import type { Sidetone } from './sidetone';

/** Later than any snapshot of the main process. */
const LAST = 1_000_000;

/** Shows the window a changed snapshot in place of all others, until the page is reloaded. */
export async function injectSnapshot(
  { app, page }: Pick<Sidetone, 'app' | 'page'>,
  change: (snapshot: Snapshot) => Partial<Snapshot>,
): Promise<void> {
  const answer = await page.evaluate(() => window.sidetone?.getSnapshot());
  if (answer?.ok !== true) throw new Error('The window has no snapshot.');
  const { value } = answer;
  await app.electron.evaluate(
    ({ BrowserWindow }, sent) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('window:snapshot', sent),
    { ...value, ...change(value), revision: value.revision + LAST },
  );
}
