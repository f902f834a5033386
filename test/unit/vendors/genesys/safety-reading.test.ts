import { beforeEach, expect, test } from 'vitest';
import { createSafetyReading } from '../../../../main/vendors/genesys/safety-reading';
import type { SafetyReading } from '../../../../main/vendors/genesys/safety-reading';
import { createManualClock } from '../../../support/manual-clock';
import type { ManualClock } from '../../../support/manual-clock';

let clock: ManualClock;
let readAt: number[];
let safetyReading: SafetyReading;

beforeEach(() => {
  clock = createManualClock(0);
  readAt = [];
  safetyReading = createSafetyReading({
    clock,
    random: () => 0.5,
    read: () => readAt.push(clock.now() / 1000),
  });
});

test('reads soon after news, then ever more rarely, at most twice a minute', () => {
  safetyReading.setConnected(true);
  clock.advance(150_000);
  expect(readAt).toEqual([3, 9, 21, 45, 75, 105, 135]);
  safetyReading.noteNews();
  clock.advance(9_000);
  expect(readAt.slice(7)).toEqual([153, 159]);
});

test('news that come one after the other are followed by one reading', () => {
  safetyReading.setConnected(true);
  for (let count = 0; count < 5; count += 1) {
    clock.advance(1_000);
    safetyReading.noteNews();
  }
  clock.advance(3_000);
  expect(readAt).toEqual([8]);
});

test('reads nothing while news do not come, and sets no timer once it is stopped', () => {
  safetyReading.noteNews();
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
