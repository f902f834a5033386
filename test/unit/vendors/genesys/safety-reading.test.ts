import { beforeEach, expect, test } from 'vitest';
import { createSafetyReading } from '../../../../main/vendors/genesys/safety-reading';
import type { SafetyReading } from '../../../../main/vendors/genesys/safety-reading';
import { createManualClock } from '../../../support/manual-clock';
import type { ManualClock } from '../../../support/manual-clock';

let clock: ManualClock;
let readAt: number[];
let isInCall: boolean;
let isInDoubt: boolean;
let isWatched: boolean;
let safetyReading: SafetyReading;

beforeEach(() => {
  clock = createManualClock(0);
  readAt = [];
  isInCall = false;
  isInDoubt = false;
  isWatched = true;
  safetyReading = createSafetyReading({
    clock,
    random: () => 0,
    isInCall: () => isInCall,
    isInDoubt: () => isInDoubt,
    isWatched: () => isWatched,
    read: () => {
      readAt.push(clock.now() / 1000);
      safetyReading.noteReading();
    },
  });
});

/** As in the client: nothing is called connected before all calls were read. */
function connect(): void {
  safetyReading.noteReading();
  safetyReading.setConnected(true);
}

test('without a call it reads soon after news, then ever more rarely, at most twice a minute', () => {
  connect();
  clock.advance(150_000);
  expect(readAt).toEqual([3, 9, 21, 45, 75, 105, 135]);
  safetyReading.noteNews();
  clock.advance(9_000);
  expect(readAt.slice(7)).toEqual([153, 159]);
});

test('in a call nothing that is seen is older than five seconds', () => {
  isInCall = true;
  connect();
  clock.advance(20_000);
  expect(readAt).toEqual([2.8, 5.6, 8.4, 11.2, 14, 16.8, 19.6]);
});

test('what was read a while before the connection came back is read again the sooner', () => {
  isInCall = true;
  safetyReading.noteReading();
  clock.advance(2_000);
  safetyReading.setConnected(true);
  clock.advance(1_000);
  expect(readAt).toEqual([2.8]);
});

test('in a call that nobody sees it reads three times less often', () => {
  isInCall = true;
  isWatched = false;
  connect();
  clock.advance(30_000);
  expect(readAt).toEqual([8.4, 16.8, 25.2]);
});

test('a call that only a reading found is looked after at once', () => {
  connect();
  clock.advance(45_000);
  isInCall = true;
  safetyReading.noteReading();
  clock.advance(3_000);
  expect(readAt.at(-1)).toBe(47.8);
});

test.each([true, false])(
  'a call that was missing is asked for again soon, also where nobody looks: %s',
  (isSeen) => {
    isInCall = true;
    isWatched = isSeen;
    connect();
    isInDoubt = true;
    safetyReading.noteReading();
    clock.advance(400);
    expect(readAt).toEqual([0.4]);
  },
);

test('news without end do not put the reading off', () => {
  isInCall = true;
  connect();
  for (let count = 0; count < 20; count += 1) {
    clock.advance(1_000);
    safetyReading.noteNews();
  }
  expect(readAt).toEqual([2.8, 5.6, 8.4, 11.2, 14, 16.8, 19.6]);
});

test('reads nothing while news do not come, and sets no timer once it is stopped', () => {
  safetyReading.noteNews();
  safetyReading.noteReading();
  expect(clock.pending()).toEqual([]);
  safetyReading.setConnected(true);
  safetyReading.setConnected(false);
  expect(clock.pending()).toEqual([]);
  safetyReading.setConnected(true);
  safetyReading.stop();
  safetyReading.noteNews();
  expect(clock.pending()).toEqual([]);
  expect(readAt).toEqual([]);
});
