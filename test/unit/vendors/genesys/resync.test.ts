import { beforeEach, expect, test } from 'vitest';
import { toError } from '../../../../main/vendors/genesys/reply';
import { createResync } from '../../../../main/vendors/genesys/resync';
import type { Resync } from '../../../../main/vendors/genesys/resync';
import type { CallsResult } from '../../../../main/vendors/genesys/session';

let reported: string[];
let fetches: ((outcome: CallsResult) => void)[];
let resync: Resync;

/** Completes the pending fetch and everything that depends on it. */
async function finishFetch(outcome: CallsResult): Promise<void> {
  fetches.shift()!(outcome);
  await new Promise((resolve) => setImmediate(resolve));
}

function read(...calls: string[]): CallsResult {
  return { kind: 'fetched', calls, isComplete: true };
}

beforeEach(() => {
  reported = [];
  fetches = [];
  resync = createResync({
    fetch: () => new Promise((resolve) => fetches.push(resolve)),
    onCalls: ({ calls }) => {
      if (calls.includes('bug')) throw new Error('a bug');
      reported.push(`calls ${calls.join()}`);
      return calls.includes('unreadable') ? toError('malformed-answer') : undefined;
    },
    onNotification: (notification) => {
      if (notification === 'bug') throw new Error('a bug');
      reported.push(`notification ${String(notification)}`);
    },
    onDone: () => reported.push('done'),
    onFailure: ({ kind, error }) => reported.push(error.code === 'internal' ? 'internal' : kind),
    onBug: () => reported.push('bug'),
  });
});

test('a fetch fails if its calls cannot be applied, and the next fetch is possible', async () => {
  resync.request();
  resync.handle('1');
  await finishFetch(read('bug'));
  expect(resync.isPending()).toBe(true);
  resync.request();
  await finishFetch(read('a'));
  expect(reported).toEqual(['bug', 'notification 1', 'internal', 'calls a', 'done']);
});

test('a fetch that throws has failed', async () => {
  resync.request();
  await finishFetch(Promise.reject(new Error('a bug')) as unknown as CallsResult);
  expect(reported).toEqual(['bug', 'internal']);
  resync.request();
  await finishFetch(read('a'));
  expect(reported.slice(2)).toEqual(['calls a', 'done']);
});

test('a notification that cannot be applied is replaced by a fetch', async () => {
  resync.handle('bug');
  await finishFetch(read('a'));
  resync.request();
  resync.handle('bug');
  resync.handle('2');
  await finishFetch(read('b'));
  expect(reported.slice(0, 5)).toEqual(['bug', 'calls a', 'done', 'calls b', 'bug']);
  expect(reported).toContain('notification 2');
  await finishFetch(read('c'));
  expect(reported.slice(-2)).toEqual(['calls c', 'done']);
  expect(resync.isPending()).toBe(false);
});

test('notifications during a fetch wait and are applied after it', async () => {
  resync.handle('1');
  resync.request();
  resync.handle('2');
  resync.handle('3');
  expect(reported).toEqual(['notification 1']);
  await finishFetch(read('a'));
  resync.handle('4');
  expect(reported).toEqual([
    'notification 1',
    'calls a',
    'notification 2',
    'notification 3',
    'done',
    'notification 4',
  ]);
});

test('there is one fetch at a time, and one more for all requests during it', async () => {
  resync.request();
  resync.request();
  resync.request();
  expect(fetches).toHaveLength(1);
  await finishFetch(read('a'));
  expect(resync.isPending()).toBe(true);
  expect(fetches).toHaveLength(1);
  await finishFetch(read('b'));
  expect(fetches).toHaveLength(0);
  expect(resync.isPending()).toBe(false);
  expect(reported).toEqual(['calls a', 'calls b', 'done']);
});

test('a fetch with an unreadable call stays pending', async () => {
  resync.request();
  resync.handle('1');
  await finishFetch(read('a', 'unreadable'));
  expect(reported).toEqual(['calls a,unreadable', 'notification 1', 'failed']);
  expect(resync.isPending()).toBe(true);
});

test('a failed fetch loses no notification and stays pending', async () => {
  resync.request();
  resync.handle('1');
  await finishFetch({ kind: 'failed', error: toError('no-answer') });
  expect(reported).toEqual(['notification 1', 'failed']);
  expect(resync.isPending()).toBe(true);
  resync.request();
  await finishFetch(read());
  expect(resync.isPending()).toBe(false);
});

test('nothing is reported after stopping', async () => {
  resync.request();
  resync.stop();
  await finishFetch(read('a'));
  expect(reported).toEqual([]);
});
