import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reportResumed } from '../../../../renderer/ui/resumed';
import { followToday, startOfToday } from '../../../../renderer/ui/use-today';

const MIDNIGHT = new Date(2026, 2, 15).getTime();
const page = new EventTarget();
const pageWindow = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers({ now: MIDNIGHT - 60_000 });
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', pageWindow);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('today changes at each midnight', () => {
  const seen: number[] = [];
  const stop = followToday(() => seen.push(startOfToday()));
  vi.advanceTimersByTime(59_999);
  expect(seen).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(seen).toEqual([MIDNIGHT]);
  vi.setSystemTime(new Date(2026, 2, 15, 23, 59, 59));
  page.dispatchEvent(new Event('visibilitychange'));
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual([MIDNIGHT, MIDNIGHT, new Date(2026, 2, 16).getTime()]);
  stop();
});

it.each([
  ['is shown', () => page.dispatchEvent(new Event('visibilitychange'))],
  ['gets the focus', () => pageWindow.dispatchEvent(new Event('focus'))],
  ['learns that the computer has slept', reportResumed],
])('today is compared when the window %s', (_what, happen) => {
  const seen: number[] = [];
  const stop = followToday(() => seen.push(startOfToday()));
  vi.setSystemTime(MIDNIGHT + 8 * 3_600_000);
  happen();
  expect(seen).toEqual([MIDNIGHT]);
  stop();
  happen();
  expect(seen).toEqual([MIDNIGHT]);
  expect(vi.getTimerCount()).toBe(0);
});
