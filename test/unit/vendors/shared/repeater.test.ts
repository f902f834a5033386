import { describe, expect, it } from 'vitest';
import { createRepeater } from '../../../../main/vendors/shared/repeater';
import { createManualClock } from '../../../support/manual-clock';

describe('createRepeater', () => {
  it('runs when poked and again after the pause that the task asks for', async () => {
    const clock = createManualClock();
    let runs = 0;
    const repeater = createRepeater(clock, () => Promise.resolve((runs += 1) < 3 ? 50 : undefined));
    repeater.poke();
    await clock.fireNext();
    await clock.fireNext();
    await Promise.resolve();
    expect(runs).toBe(3);
    expect(clock.pending()).toEqual([]);
    await repeater.stop();
  });

  it('begins after a pause when asked so', async () => {
    const clock = createManualClock();
    let runs = 0;
    const repeater = createRepeater(clock, () => Promise.resolve(void (runs += 1)));
    repeater.begin(100);
    clock.advance(99);
    expect(runs).toBe(0);
    clock.advance(1);
    expect(runs).toBe(1);
    await repeater.stop();
  });

  it('never runs twice at a time: a poke meanwhile is one run afterwards', async () => {
    const clock = createManualClock();
    const ends: (() => void)[] = [];
    const repeater = createRepeater(
      clock,
      () => new Promise((resolve) => ends.push(() => resolve(undefined))),
    );
    repeater.poke();
    repeater.poke();
    repeater.poke();
    expect(ends).toHaveLength(1);
    ends[0]!();
    await expect.poll(() => ends.length).toBe(2);
    ends[1]!();
    await repeater.stop();
    expect(ends).toHaveLength(2);
  });

  it('stops: aborts the run under way, waits for it, and leaves no timer', async () => {
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
    );
    repeater.poke();
    await repeater.stop();
    repeater.poke();
    expect(wasAborted).toBe(true);
    expect(clock.pending()).toEqual([]);
  });
});
