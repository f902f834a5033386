import { measureActionOverhead } from './benches/action-overhead';
import { measureBurst } from './benches/burst';
import { measureColdStart } from './benches/cold-start';
import { measureEventToPaint } from './benches/event-to-paint';
import { measureFleet } from './benches/fleet';
import { measureIdleCpu } from './benches/idle-cpu';
import { measureMemory } from './benches/memory';
import { measurePackageSize } from './benches/package-size';
import { measureRemoteCommand } from './benches/remote-command';
import { measureRosterScale } from './benches/roster-scale';
import { measureStartMoments } from './benches/start-moments';
import type { Measurement } from './figure';
import type { Settings } from './settings';

/** A benchmark. Rejects if it cannot run on this computer. */
export type Bench = (settings: Settings) => Promise<readonly Measurement[]>;

/** The benchmarks by their names in `docs/performance.md`, in the order in which they run. */
export const BENCHES: ReadonlyMap<string, Bench> = new Map<string, Bench>([
  ['cold-start', measureColdStart],
  ['start-moments', measureStartMoments],
  ['memory', measureMemory],
  ['idle-cpu', measureIdleCpu],
  ['event-to-paint', measureEventToPaint],
  ['burst', measureBurst],
  ['roster-scale', measureRosterScale],
  ['action-overhead', measureActionOverhead],
  ['remote-command', measureRemoteCommand],
  ['package-size', measurePackageSize],
  ['fleet', measureFleet],
]);

/** The named benchmarks, or all if none is named. @throws Error with the unknown names */
export function chooseBenches(names: readonly string[]): [string, Bench][] {
  const unknown = names.filter((name) => !BENCHES.has(name));
  if (unknown.length > 0) {
    const known = [...BENCHES.keys()].join(', ');
    throw new Error(`unknown benchmark: ${unknown.join(', ')}. Known: ${known}`);
  }
  return [...BENCHES].filter(([name]) => names.length === 0 || names.includes(name));
}
