import { expect, it } from 'vitest';
import { waitForPaint } from '../../../main/app/wait-for-paint';
import { createManualClock } from '../../support/manual-clock';

function wait(parts: { isLoading: boolean }) {
  const clock = createManualClock();
  const calls: number[] = [];
  const end = waitForPaint(
    clock,
    () => parts.isLoading,
    () => calls.push(clock.elapsed()),
  );
  return { clock, calls, end };
}

it('stops waiting if a loaded page is not painted within three seconds', () => {
  const { clock, calls } = wait({ isLoading: false });
  clock.advance(2_999);
  expect(calls).toEqual([]);
  clock.advance(60_000);
  expect(calls).toHaveLength(1);
});

it('waits longer for a page that is still loading, up to a limit', () => {
  const { clock, calls } = wait({ isLoading: true });
  clock.advance(14_999);
  expect(calls).toEqual([]);
  clock.advance(1);
  expect(calls).toHaveLength(1);
});

it('stops waiting within three seconds after a page has loaded', () => {
  const page = { isLoading: true };
  const { clock, calls } = wait(page);
  clock.advance(4_000);
  page.isLoading = false;
  clock.advance(3_000);
  expect(calls).toHaveLength(1);
});

it('never calls back once the wait has ended', () => {
  const { clock, calls, end } = wait({ isLoading: true });
  clock.advance(4_000);
  end();
  clock.advance(60_000);
  expect(calls).toEqual([]);
});
