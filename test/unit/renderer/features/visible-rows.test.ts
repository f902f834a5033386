import { describe, expect, it } from 'vitest';
import { findVisibleRows } from '../../../../renderer/features/roster/visible-rows';

describe('the drawn rows of a long roster', () => {
  it('cover the box and a few rows beyond it at every scroll position', () => {
    for (let scrollTop = 0; scrollTop <= 2_000 * 44 - 352; scrollTop += 997) {
      const { first, end } = findVisibleRows(scrollTop, 352, 44, 2_000);
      expect(first * 44).toBeLessThanOrEqual(scrollTop);
      expect(Math.min(end * 44, 2_000 * 44)).toBeGreaterThanOrEqual(scrollTop + 352);
      expect(end - first).toBeLessThan(40);
    }
  });

  it('stay within a roster that became shorter than the scroll position', () => {
    const { first, end } = findVisibleRows(50_000, 352, 44, 60);
    expect(end).toBe(60);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(60);
  });
});
