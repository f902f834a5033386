import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openHistory, type SavedHistory } from '../../../main/app/open-history';
import { createMemoryPreferences } from '../../../main/settings/preferences';
import { knownCall, participant } from '../../support/calls';
import { createMemoryLogger } from '../../support/memory-logger';
import { testInFolder } from '../../support/temporary-folder';

const MISSED = knownCall('a', {
  state: 'ended',
  direction: 'inbound',
  endedAt: 9_000,
  participants: [participant('(212) 555-0143', { address: '+12125550143' })],
  attachedData: [
    { key: 'CustomerName', value: 'Ada Marsh', isText: true },
    { key: 'Card', value: '4000-1234', isText: true },
  ],
});

function open(folder: string): Promise<SavedHistory> {
  return openHistory({
    folder,
    isInMemory: false,
    preferences: createMemoryPreferences(),
    telephoneLines: ['genesys'],
    hostedLines: [],
    hasFullNumbers: true,
    isOngoing: () => false,
    readNames: () => Promise.resolve(() => undefined),
    identityKeys: { callerKeys: ['CustomerName'], reasonKeys: [] },
    secrets: [],
    onProblem: () => undefined,
    onRecovered: () => undefined,
    logger: createMemoryLogger(),
  });
}

/** The journal's entry in the folder for a missed call. */
async function record(folder: string): Promise<string> {
  const opened = await open(folder);
  opened.journal.call(MISSED, { isMissed: true });
  await opened.close();
  return readFile(join(folder, 'journal.jsonl'), 'utf8');
}

testInFolder(
  'the journal has the caller and the number to call back, readable only by its owner',
  async ({ folder }) => {
    const text = await record(folder);
    expect(JSON.parse(text)).toMatchObject({
      direction: 'inbound',
      caller: 'Ada Marsh',
      participants: ['(212) 555-0143'],
      address: '+12125550143',
      missed: true,
    });
    expect(text).not.toContain('4000-1234');
    expect((await stat(join(folder, 'journal.jsonl'))).mode & 0o777).toBe(0o600);
  },
);

testInFolder('what one session tidies up is not lost in the next one', async ({ folder }) => {
  const file = join(folder, 'journal.jsonl');
  const old = `${JSON.stringify({ t: '2020-01-01T00:00:00.000Z', kind: 'call' })}\n`;
  await writeFile(file, old.repeat(10_000));
  const first = await open(folder);
  const cleared = first.history.clear();
  await first.close();
  const next = await open(folder);
  next.journal.call(MISSED);
  await cleared;
  next.journal.call(MISSED);
  await next.close();
  const text = await readFile(file, 'utf8');
  expect(text.match(/Ada Marsh/g)).toHaveLength(2);
  expect(text).not.toContain('2020');
});
