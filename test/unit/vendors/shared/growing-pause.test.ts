import { describe, expect, it } from 'vitest';
import { createGrowingPause } from '../../../../main/vendors/shared/growing-pause';

describe('createGrowingPause', () => {
  it('grows up to the longest and starts over when reset', () => {
    const pause = createGrowingPause({
      firstMs: 1000,
      longestMs: 5000,
      factor: 2,
      random: () => 0,
    });
    expect([pause.next(), pause.next(), pause.next(), pause.next(), pause.next()]).toEqual([
      1000, 2000, 4000, 5000, 5000,
    ]);
    pause.reset();
    expect(pause.next()).toBe(1000);
  });

  it('is shorter by up to a fifth, at random', () => {
    const at = (value: number): number =>
      createGrowingPause({ firstMs: 1000, longestMs: 1000, factor: 2, random: () => value }).next();
    expect([at(0), at(1)]).toEqual([1000, 800]);
  });
});

it('is longer while nobody looks, and as before when somebody does', () => {
  let isWatched = false;
  const pause = createGrowingPause({
    firstMs: 1_000,
    longestMs: 1_000,
    factor: 2,
    random: () => 0,
    isWatched: () => isWatched,
  });
  expect(pause.next()).toBe(3_000);
  isWatched = true;
  expect(pause.next()).toBe(1_000);
});
