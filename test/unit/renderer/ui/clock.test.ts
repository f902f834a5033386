import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  countFrom,
  elapsedSeconds,
  formatElapsed,
  formatTimeOfDay,
  tickEachSecond,
  untilNextSecond,
} from '../../../../renderer/ui/clock';
import { reportResumed } from '../../../../renderer/ui/resumed';

describe('the counter of a call', () => {
  it.each([
    [0, '00:00'],
    [59, '00:59'],
    [187, '03:07'],
    [3_599, '59:59'],
    [3_600, '1:00:00'],
    [36_061, '10:01:01'],
    [86_399, '23:59:59'],
    [86_400, '1 d 00:00:00'],
    [421_687_401, '4880 d 15:23:21'],
  ])('shows %i seconds as %s', (seconds, text) => {
    expect(formatElapsed(seconds)).toBe(text);
  });

  it('never shows a negative time if the clocks differ', () => {
    expect(elapsedSeconds(5_000, 4_000)).toBe(0);
  });

  it.each([
    [0, 1_000],
    [1, 999],
    [1_999, 1],
    [999.9, 1],
    [-300, 300],
  ])('at %d ms changes next in %i ms', (elapsed, wait) => {
    expect(untilNextSecond(elapsed)).toBe(wait);
  });

  it('shows a time of day with two digits per part', () => {
    expect(formatTimeOfDay(new Date(2026, 0, 2, 3, 4, 5).getTime())).toBe('03:04:05');
  });
});

describe('a counter', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 10_000_000 }));
  afterEach(() => void vi.useRealTimers());

  const HOUR = 3_600_000;

  it.each([HOUR, -HOUR])('is not affected when the clock is set by %d ms', (shift) => {
    const { read } = countFrom(10_000_000 - 5_000, undefined);
    vi.advanceTimersByTime(2_000);
    vi.setSystemTime(Date.now() + shift);
    expect(read()).toBe(7);
    vi.advanceTimersByTime(2_000);
    expect(read()).toBe(9);
  });

  it('includes the time that the computer slept', () => {
    vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
    const counter = countFrom(10_000_000 - 5_000, undefined);
    const ticks: number[] = [];
    const stop = counter.subscribe(() => ticks.push(counter.read()));
    // On some systems only the time of day goes on.
    vi.setSystemTime(Date.now() + HOUR);
    expect(counter.read()).toBe(5);
    reportResumed();
    expect(ticks).toEqual([3_605]);
    vi.advanceTimersByTime(1_000);
    expect(ticks).toEqual([3_605, 3_606]);
    stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.unstubAllGlobals();
  });

  it('stops for a call that has ended', () => {
    const { read } = countFrom(1_000, 4_000);
    vi.advanceTimersByTime(HOUR);
    expect(read()).toBe(3);
  });

  it('starts at zero if the start is in the future', () => {
    expect(countFrom(10_000_000 + HOUR, undefined).read()).toBe(0);
  });
});

describe('the tick', () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });

  function turn(visibilityState: 'visible' | 'hidden') {
    page.visibilityState = visibilityState;
    page.dispatchEvent(new Event('visibilitychange'));
  }

  beforeEach(() => {
    vi.useFakeTimers({ now: 10_400 });
    vi.stubGlobal('document', page);
    page.visibilityState = 'visible';
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('occurs on the full seconds of the call', () => {
    const ticks: number[] = [];
    const stop = tickEachSecond(
      () => Date.now() - 10_000,
      () => ticks.push(Date.now()),
    );
    vi.advanceTimersByTime(2_600);
    stop();
    expect(ticks).toEqual([11_000, 12_000, 13_000]);
  });

  it('is shared by all counters of the page until the last one ends', () => {
    const ticks: string[] = [];
    const stopFirst = tickEachSecond(
      () => Date.now() - 10_000,
      () => ticks.push(`first ${String(Date.now())}`),
    );
    const stopSecond = tickEachSecond(
      () => Date.now() - 9_700,
      () => ticks.push(`second ${String(Date.now())}`),
    );
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(600);
    expect(ticks).toEqual(['first 11000', 'second 11000']);
    stopFirst();
    ticks.length = 0;
    vi.advanceTimersByTime(1_000);
    expect(ticks).toEqual(['second 11700']);
    stopSecond();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops while the page is hidden, and occurs at once when it is visible again', () => {
    const ticks: number[] = [];
    const stop = tickEachSecond(
      () => Date.now() - 10_000,
      () => ticks.push(Date.now()),
    );
    turn('hidden');
    ticks.length = 0;
    vi.advanceTimersByTime(60_250);
    expect(ticks).toEqual([]);
    turn('visible');
    expect(ticks).toEqual([70_650]);
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
