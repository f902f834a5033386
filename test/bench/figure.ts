/** What one bench measured, sample by sample, and beside it what it is compared with. */
export interface Measurement {
  readonly unit: 'ms' | 's' | 'MB' | 's/min' | '1/s';
  readonly values: readonly number[];
  readonly baselines: readonly number[];
  /** Which of several measurements of one bench; the main one has none. */
  readonly of?: string;
}

/** One line of the report (outer contract, section 7). */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  /** `value` over `baseline`; null where the baseline is too small to be measured. */
  readonly ratio: number | null;
  /** How many samples the medians are of. */
  readonly n: number;
  readonly of?: string;
}

/** @throws Error when there is nothing to take the median of */
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
