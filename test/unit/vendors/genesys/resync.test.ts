import { beforeEach, expect, test } from 'vitest';
import { toError } from '../../../../main/vendors/genesys/reply';
import { createResync } from '../../../../main/vendors/genesys/resync';
import type { Resync } from '../../../../main/vendors/genesys/resync';
import type { CallsRead } from '../../../../main/vendors/genesys/session';

let told: string[];
let readings: ((outcome: CallsRead) => void)[];
let resync: Resync;

/** Ends the reading that is under way, and lets everything that hangs on it happen. */
async function finishReading(outcome: CallsRead): Promise<void> {
  readings.shift()!(outcome);
  await new Promise((resolve) => setImmediate(resolve));
}

function read(...calls: string[]): CallsRead {
  return { kind: 'read', calls, isWhole: true };
}

beforeEach(() => {
  told = [];
  readings = [];
  resync = createResync({
    read: () => new Promise((resolve) => readings.push(resolve)),
    onCalls: ({ calls }) => {
      if (calls.includes('bug')) throw new Error('a bug');
      told.push(`calls ${calls.join()}`);
      return calls.includes('unreadable') ? toError('malformed-answer') : undefined;
    },
    onNews: (news) => {
      if (news === 'bug') throw new Error('a bug');
      told.push(`news ${String(news)}`);
    },
    onDone: () => told.push('done'),
    onFailure: ({ kind, error }) => told.push(error.code === 'internal' ? 'internal' : kind),
    onBug: () => told.push('bug'),
  });
});

test('calls that cannot be taken are a reading that failed, and the next one is made', async () => {
  resync.request();
  resync.pass('1');
  await finishReading(read('bug'));
  expect(resync.isOwed()).toBe(true);
  resync.request();
  await finishReading(read('a'));
  expect(told).toEqual(['bug', 'news 1', 'internal', 'calls a', 'done']);
});

test('a reading that throws is one that failed', async () => {
  resync.request();
  await finishReading(Promise.reject(new Error('a bug')) as unknown as CallsRead);
  expect(told).toEqual(['bug', 'internal']);
  resync.request();
  await finishReading(read('a'));
  expect(told.slice(2)).toEqual(['calls a', 'done']);
});

test('news that cannot be taken are made up for by a reading', async () => {
  resync.pass('bug');
  await finishReading(read('a'));
  resync.request();
  resync.pass('bug');
  resync.pass('2');
  await finishReading(read('b'));
  expect(told.slice(0, 5)).toEqual(['bug', 'calls a', 'done', 'calls b', 'bug']);
  expect(told).toContain('news 2');
  await finishReading(read('c'));
  expect(told.slice(-2)).toEqual(['calls c', 'done']);
  expect(resync.isOwed()).toBe(false);
});

test('news that come while the calls are read wait, and are applied after', async () => {
  resync.pass('1');
  resync.request();
  resync.pass('2');
  resync.pass('3');
  expect(told).toEqual(['news 1']);
  await finishReading(read('a'));
  resync.pass('4');
  expect(told).toEqual(['news 1', 'calls a', 'news 2', 'news 3', 'done', 'news 4']);
});

test('there is one reading at a time, and one more for all who asked meanwhile', async () => {
  resync.request();
  resync.request();
  resync.request();
  expect(readings).toHaveLength(1);
  await finishReading(read('a'));
  expect(resync.isOwed()).toBe(true);
  expect(readings).toHaveLength(1);
  await finishReading(read('b'));
  expect(readings).toHaveLength(0);
  expect(resync.isOwed()).toBe(false);
  expect(told).toEqual(['calls a', 'calls b', 'done']);
});

test('a reading of which one call cannot be read stays owed', async () => {
  resync.request();
  resync.pass('1');
  await finishReading(read('a', 'unreadable'));
  expect(told).toEqual(['calls a,unreadable', 'news 1', 'failed']);
  expect(resync.isOwed()).toBe(true);
});

test('a reading that failed loses no news and stays owed', async () => {
  resync.request();
  resync.pass('1');
  await finishReading({ kind: 'failed', error: toError('no-answer') });
  expect(told).toEqual(['news 1', 'failed']);
  expect(resync.isOwed()).toBe(true);
  resync.request();
  await finishReading(read());
  expect(resync.isOwed()).toBe(false);
});

test('nothing is told after it was stopped', async () => {
  resync.request();
  resync.stop();
  await finishReading(read('a'));
  expect(told).toEqual([]);
});
