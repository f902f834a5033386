import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openSavedData } from '../../../main/app/open-saved-data';
import { createMemoryPreferences } from '../../../main/settings/preferences';
import { knownCall, participant } from '../../support/calls';
import { createMemoryLogger } from '../../support/memory-logger';
import { createOfflineParts, profileOf } from '../../support/offline-session';
import { testInFolder } from '../../support/temporary-folder';

const CALL = knownCall('a', {
  participants: [participant('(212) 555-0143', { address: '+12125550143' })],
  attachedData: [
    { key: 'CustomerName', value: 'Ada Marsh, 2125550144', isText: true },
    { key: 'Subject', value: 'Cannot reach 212-555-0145', isText: true },
  ],
});
const WRAP_UP = { note: 'Call back on 212 555 0146', outcome: 'Passed on to 2125550147' };

/** Opens what is saved, with the store that it is for. */
async function open(folder: string, numbers: 'full' | 'masked' = 'full') {
  const { store } = createOfflineParts();
  const profile = profileOf('Eta', {
    history: { numbers },
    genesys: { baseUrl: 'https://genesys.example', userName: 'eta', password: 'hush' },
  });
  const opened = await openSavedData(
    { kind: 'ready', profile, withheld: [], isDemo: false, stop: () => undefined },
    { folder, preferences: createMemoryPreferences(), store, logger: createMemoryLogger() },
  );
  store.setEarlier(opened.earlier);
  return { opened, store };
}

async function readJournal(folder: string): Promise<unknown[]> {
  const text = await readFile(join(folder, 'journal.jsonl'), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line): unknown => JSON.parse(line));
}

/** The journal's entries for a call and its wrap-up. */
async function record(folder: string, numbers: 'full' | 'masked'): Promise<unknown[]> {
  const { opened } = await open(folder, numbers);
  opened.journal.call(CALL);
  opened.journal.wrapUp(CALL.id, WRAP_UP);
  await opened.close();
  return readJournal(folder);
}

testInFolder('the journal has complete numbers by default', async ({ folder }) => {
  expect(await record(folder, 'full')).toMatchObject([
    {
      participants: ['(212) 555-0143'],
      caller: 'Ada Marsh, 2125550144',
      about: 'Cannot reach 212-555-0145',
      address: '+12125550143',
    },
    WRAP_UP,
  ]);
});

testInFolder(
  'the journal has no complete number anywhere if the profile masks numbers',
  async ({ folder }) => {
    const [call, wrapUp] = await record(folder, 'masked');
    expect(call).toMatchObject({
      participants: ['(***) ***-*143'],
      caller: 'Ada Marsh, *******144',
      about: 'Cannot reach ***-***-*145',
    });
    expect(call).not.toHaveProperty('address');
    expect(wrapUp).toMatchObject({
      note: 'Call back on *** *** *146',
      outcome: 'Passed on to *******147',
    });
  },
);

testInFolder(
  'clearing the history keeps a call of the run before until its service has answered',
  async ({ folder }) => {
    await record(folder, 'full');
    const { opened, store } = await open(folder);
    store.setConnection('genesys', 'connecting');
    await opened.history.clear();
    expect(await readJournal(folder)).toMatchObject([{ id: CALL.id }, WRAP_UP]);
    store.setConnection('genesys', 'connected');
    await opened.history.clear();
    expect(await readJournal(folder)).toEqual([]);
    await opened.close();
  },
);
