import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { startSimulator } from '../../simulator/simulator';
import { launchApp } from '../support/app';
import { eventually } from '../support/eventually';
import { testInFolder as test } from '../support/temporary-folder';
import { seeText } from '../support/window';

test('a full disk is reported in the window until there is space again, and nothing is lost', async ({
  folder,
}) => {
  const simulator = await startSimulator();
  onTestFinished(() => simulator.close());
  const userDataDirectory = join(folder, 'state');
  const journal = join(userDataDirectory, 'journal.jsonl');
  await mkdir(userDataDirectory);
  await symlink('/dev/full', journal);
  const app = await launchApp({ profile: simulator.profile, userDataDirectory });
  onTestFinished(() => app.close());
  await app.waitForTrace({ kind: 'connection', vendor: 'genesys', state: 'connected' });
  simulator.genesys.arrive({ from: '15001' });
  await app.waitForTrace({ kind: 'call', state: 'ringing' });
  const note = app.page.getByRole('note');
  await seeText(note, new RegExp(`no space left on the disk that holds ${userDataDirectory}`));
  expect(await note.count()).toBe(1);

  await rm(journal);
  await eventually(() => note.count()).toBe(0);
  expect(await readFile(journal, 'utf8')).toContain('"ringing"');
});
