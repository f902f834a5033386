import { expect, test } from 'vitest';
import { createWatchdog } from '../../../../main/vendors/shared/watchdog';
import { createManualClock } from '../../../support/manual-clock';

const PROMISED_MS = 3_000;
/** The tolerance in addition to the promised interval. */
const TOLERANCE_MS = 12_000;
const LIMIT_MS = PROMISED_MS + TOLERANCE_MS;

function setUp() {
  const clock = createManualClock();
  let promised = PROMISED_MS;
  let silences = 0;
  const errors: unknown[] = [];
  const watchdog = createWatchdog({
    clock,
    promisedMs: () => promised,
    onSilence: () => {
      silences += 1;
      if (silences === 1) throw new Error('a bug');
    },
    onError: (error) => errors.push(error),
  });
  return {
    clock,
    watchdog,
    promise: (milliseconds: number) => (promised = milliseconds),
    silences: () => silences,
    errors,
  };
}

test('is silent while it is fed, and uses one timer however often', () => {
  const { clock, watchdog, silences } = setUp();
  for (let time = 0; time < 10 * LIMIT_MS; time += 1_000) {
    watchdog.feed();
    expect(clock.watches()).toHaveLength(1);
    clock.advance(1_000);
  }
  expect(silences()).toBe(0);
});

test('reports repeatedly while nothing is fetched', () => {
  const { clock, watchdog, silences } = setUp();
  watchdog.feed();
  clock.advance(LIMIT_MS - 1);
  expect(silences()).toBe(0);
  clock.advance(1);
  expect(silences()).toBe(1);
  clock.advance(2 * LIMIT_MS);
  expect(silences()).toBe(3);
});

test('uses the current promise', () => {
  const { clock, watchdog, promise, silences } = setUp();
  promise(30_000);
  watchdog.feed();
  promise(PROMISED_MS);
  watchdog.feed();
  clock.advance(LIMIT_MS);
  expect(silences()).toBe(1);
});

test('has no timer while nothing is promised', () => {
  const { clock, watchdog, silences } = setUp();
  expect(clock.watches()).toEqual([]);
  watchdog.feed();
  watchdog.rest();
  expect(clock.watches()).toEqual([]);
  clock.advance(10 * LIMIT_MS);
  expect(silences()).toBe(0);
});

test('continues after a bug in its callback', () => {
  const { clock, watchdog, silences, errors } = setUp();
  watchdog.feed();
  clock.advance(2 * LIMIT_MS);
  expect(errors).toEqual([new Error('a bug')]);
  expect(silences()).toBe(2);
});
