import { describe, expect, it } from 'vitest';
import { median, toFigure } from '../../bench/figure';

describe('the figure of a measurement', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[100, 9, 80], 80],
  ])('takes the median of %j', (samples, expected) => {
    expect(median(samples)).toBe(expected);
  });

  it('has no median without samples', () => {
    expect(() => median([])).toThrow('nothing was measured');
  });

  it('compares the medians, and has the number of samples', () => {
    const figure = toFigure('cold-start', {
      unit: 'ms',
      values: [400, 420, 410],
      baselines: [350, 300, 328],
    });
    expect(figure).toEqual({
      name: 'cold-start',
      value: 410,
      unit: 'ms',
      baseline: 328,
      ratio: 1.25,
      n: 3,
    });
  });

  it('has no ratio if the baseline is too small to measure', () => {
    const figure = toFigure('idle-cpu', { unit: 's/min', values: [0.2], baselines: [0] });
    expect(figure.ratio).toBeNull();
  });
});
