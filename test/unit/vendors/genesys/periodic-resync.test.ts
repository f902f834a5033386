import { beforeEach, expect, test } from 'vitest';
import { createPeriodicResync } from '../../../../main/vendors/genesys/periodic-resync';
import type { PeriodicResync } from '../../../../main/vendors/genesys/periodic-resync';
import { createManualClock } from '../../../support/manual-clock';
import type { ManualClock } from '../../../support/manual-clock';

let clock: ManualClock;
/** In seconds. */
let fetchedAt: number[];
let isInCall: boolean;
let isInDoubt: boolean;
let isWatched: boolean;
let periodicResync: PeriodicResync;

beforeEach(() => {
  clock = createManualClock(0);
  fetchedAt = [];
  isInCall = false;
  isInDoubt = false;
  isWatched = true;
  periodicResync = createPeriodicResync({
    clock,
    random: () => 0,
    isInCall: () => isInCall,
    isInDoubt: () => isInDoubt,
    isWatched: () => isWatched,
    fetch: () => {
      fetchedAt.push(clock.now() / 1000);
      periodicResync.noteFetch();
    },
  });
});

/** As in the client, it does not count as connected until all calls have been fetched. */
function connect(): void {
  periodicResync.noteFetch();
  periodicResync.setConnected(true);
}

test('without a call it fetches soon after a notification, then less and less often, but at least twice a minute', () => {
  connect();
  clock.advance(150_000);
  expect(fetchedAt).toEqual([3, 9, 21, 45, 75, 105, 135]);
  periodicResync.noteNotification();
  clock.advance(9_000);
  expect(fetchedAt.slice(7)).toEqual([153, 159]);
});

test('during a call nothing that is shown is older than five seconds', () => {
  isInCall = true;
  connect();
  clock.advance(20_000);
  expect(fetchedAt).toEqual([2.8, 5.6, 8.4, 11.2, 14, 16.8, 19.6]);
});

test('after a reconnect it fetches sooner if the last fetch was a while ago', () => {
  isInCall = true;
  periodicResync.noteFetch();
  clock.advance(2_000);
  periodicResync.setConnected(true);
  clock.advance(1_000);
  expect(fetchedAt).toEqual([2.8]);
});

test('during a call it fetches a third as often while the window is hidden', () => {
  isInCall = true;
  isWatched = false;
  connect();
  clock.advance(30_000);
  expect(fetchedAt).toEqual([8.4, 16.8, 25.2]);
});

test('after a fetch that found a new call it fetches as often as during a call', () => {
  connect();
  clock.advance(45_000);
  isInCall = true;
  periodicResync.noteFetch();
  clock.advance(3_000);
  expect(fetchedAt.at(-1)).toBe(47.8);
});

test.each([
  { window: 'visible', isVisible: true },
  { window: 'hidden', isVisible: false },
])('a missing call is checked again soon, with the window $window', ({ isVisible }) => {
  isInCall = true;
  isWatched = isVisible;
  connect();
  isInDoubt = true;
  periodicResync.noteFetch();
  clock.advance(400);
  expect(fetchedAt).toEqual([0.4]);
});

test('a stream of notifications does not postpone it', () => {
  isInCall = true;
  connect();
  for (let count = 0; count < 20; count += 1) {
    clock.advance(1_000);
    periodicResync.noteNotification();
  }
  expect(fetchedAt).toEqual([2.8, 5.6, 8.4, 11.2, 14, 16.8, 19.6]);
});

test('a call that may be back is fetched at once, but never more than once a second', () => {
  connect();
  clock.advance(20_000);
  fetchedAt = [];
  periodicResync.noteReturn();
  clock.advance(0);
  expect(fetchedAt).toEqual([20]);
  for (let count = 0; count < 10; count += 1) {
    clock.advance(100);
    periodicResync.noteReturn();
  }
  expect(fetchedAt).toEqual([20, 21]);
});

test('it fetches nothing while disconnected, and leaves no timer once stopped', () => {
  periodicResync.noteNotification();
  periodicResync.noteReturn();
  periodicResync.noteFetch();
  expect(clock.pending()).toEqual([]);
  periodicResync.setConnected(true);
  periodicResync.setConnected(false);
  expect(clock.pending()).toEqual([]);
  periodicResync.setConnected(true);
  periodicResync.stop();
  periodicResync.noteNotification();
  expect(clock.pending()).toEqual([]);
  expect(fetchedAt).toEqual([]);
});
