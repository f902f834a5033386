import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Clock } from '../../../main/time/clock';
import { guardClock } from '../../../main/time/guard-clock';
import { createManualClock, type ManualClock } from '../../support/manual-clock';

let clock: ManualClock;
/** The number of further clock uses that throw. */
let bugs: number;
let errors: unknown[];

beforeEach(() => {
  vi.useFakeTimers();
  clock = createManualClock();
  bugs = 0;
  errors = [];
});
afterEach(() => void vi.useRealTimers());

function guard(): Clock {
  function meetBug(): void {
    if (bugs === 0) return;
    bugs -= 1;
    throw new Error('a bug');
  }
  const broken: Clock = {
    now: () => (meetBug(), clock.now()),
    elapsed: () => (meetBug(), clock.elapsed()),
    after: (...timer) => (meetBug(), clock.after(...timer)),
    watch: (...timer) => (meetBug(), clock.watch(...timer)),
  };
  return guardClock(broken, (error) => errors.push(error));
}

test('a clock that cannot be read returns the last time', () => {
  const guarded = guard();
  const before = guarded.elapsed();
  clock.advance(1_000);
  bugs = 2;
  expect([guarded.elapsed(), guarded.now()]).toEqual([before, before]);
  expect(errors).toHaveLength(2);
  expect(guarded.elapsed()).toBe(before + 1_000);
});

test.each(['after', 'watch'] as const)(
  'a timer that could not be set fires at its original time: %s',
  (set) => {
    const guarded = guard();
    const calls: number[] = [];
    const start = clock.elapsed();
    bugs = 1;
    guarded[set](5_000, () => calls.push(clock.elapsed() - start));
    clock.advance(3_000);
    vi.runAllTimers();
    clock.advance(10_000);
    expect(calls).toEqual([5_000]);
  },
);

test('a timer that could not be set can be canceled, before and after it is set', () => {
  const guarded = guard();
  bugs = 1;
  const cancelBefore = guarded.after(1_000, () => undefined);
  cancelBefore();
  expect(vi.getTimerCount()).toBe(0);
  bugs = 1;
  const cancelAfter = guarded.after(1_000, () => undefined);
  vi.runAllTimers();
  expect(clock.pending()).toEqual([1_000]);
  cancelAfter();
  expect(clock.pending()).toEqual([]);
});
