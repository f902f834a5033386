import { describe, expect, it } from 'vitest';
import { createRepeater } from '../../../../main/vendors/shared/repeater';
import { eventually } from '../../../support/eventually';
import { createManualClock } from '../../../support/manual-clock';

function unexpected(error: unknown): void {
  throw error;
}

describe('createRepeater', () => {
  it('reports a task that throws, even if the report throws too, and runs it again after growing delays', async () => {
    const clock = createManualClock();
    const errors: unknown[] = [];
    let runs = 0;
    const repeater = createRepeater(
      clock,
      () => {
        runs += 1;
        encodeURIComponent(runs < 4 ? '\ud800' : 'whole');
        return Promise.resolve(50);
      },
      (error) => {
        errors.push(error);
        throw error;
      },
    );
    repeater.trigger();
    const delays: (number | undefined)[] = [];
    for (let round = 0; round < 5; round += 1) {
      await clock.whenSet();
      delays.push(clock.pending()[0]);
      await clock.fireNext();
    }
    expect(delays).toEqual([1_000, 2_000, 4_000, 50, 50]);
    expect(errors).toHaveLength(3);
    await repeater.stop();
    expect(clock.pending()).toEqual([]);
  });

  it('abandons a run that never ends when it is restarted', async () => {
    const clock = createManualClock();
    const signals: AbortSignal[] = [];
    const repeater = createRepeater(
      clock,
      (signal) => {
        signals.push(signal);
        return signals.length === 1 ? new Promise(() => undefined) : Promise.resolve(50);
      },
      unexpected,
    );
    repeater.trigger();
    repeater.restart();
    await clock.whenSet();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await repeater.stop();
    expect(clock.pending()).toEqual([]);
  });

  it('runs when triggered and again after the delay that the task returns', async () => {
    const clock = createManualClock();
    let runs = 0;
    const repeater = createRepeater(
      clock,
      () => Promise.resolve((runs += 1) < 3 ? 50 : undefined),
      unexpected,
    );
    repeater.trigger();
    await clock.fireNext();
    await clock.fireNext();
    await Promise.resolve();
    expect(runs).toBe(3);
    expect(clock.pending()).toEqual([]);
    await repeater.stop();
  });

  it('runs for the first time after a delay', async () => {
    const clock = createManualClock();
    let runs = 0;
    const repeater = createRepeater(clock, () => Promise.resolve(void (runs += 1)), unexpected);
    repeater.begin(100);
    clock.advance(99);
    expect(runs).toBe(0);
    clock.advance(1);
    expect(runs).toBe(1);
    await repeater.stop();
  });

  it('never runs twice at a time, and triggers during a run cause one more run', async () => {
    const clock = createManualClock();
    const ends: (() => void)[] = [];
    const repeater = createRepeater(
      clock,
      () => new Promise((resolve) => ends.push(() => resolve(undefined))),
      unexpected,
    );
    repeater.trigger();
    repeater.trigger();
    repeater.trigger();
    expect(ends).toHaveLength(1);
    ends[0]!();
    await eventually(() => ends.length).toBe(2);
    ends[1]!();
    await repeater.stop();
    expect(ends).toHaveLength(2);
  });

  it('aborts the current run when stopped, waits for it, and leaves no timer', async () => {
    const clock = createManualClock();
    let wasAborted = false;
    const repeater = createRepeater(
      clock,
      (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            wasAborted = true;
            resolve(10);
          });
        }),
      unexpected,
    );
    repeater.trigger();
    await repeater.stop();
    repeater.trigger();
    expect(wasAborted).toBe(true);
    expect(clock.pending()).toEqual([]);
  });
});
