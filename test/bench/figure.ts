/** The samples of a benchmark and of its baseline. */
export interface Measurement {
  readonly unit: 'ms' | 's' | 'MB' | 's/min' | '1/s';
  readonly values: readonly number[];
  readonly baselines: readonly number[];
  /** Distinguishes several measurements of one benchmark; the main one has none. */
  readonly of?: string;
}

/** One line of the report (`docs/performance.md`). */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  /** `value` divided by `baseline`; null if the baseline is too small to measure. */
  readonly ratio: number | null;
  /** The number of samples of each median. */
  readonly n: number;
  readonly of?: string;
}

/** @throws Error if there are no samples */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (lower === undefined || upper === undefined) throw new Error('nothing was measured');
  return (lower + upper) / 2;
}

export function toFigure(name: string, measurement: Measurement): Figure {
  const { unit, values, baselines, of } = measurement;
  const value = round(median(values));
  const baseline = round(median(baselines));
  const ratio = baseline === 0 ? null : round(value / baseline);
  return { name, value, unit, baseline, ratio, n: values.length, ...(of && { of }) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
