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
import type { Measurement } from './figure';
import type { Settings } from './settings';

/** Measures one thing; rejects when it cannot be measured here. */
export type Bench = (settings: Settings) => Promise<readonly Measurement[]>;

/** The benches by their names in the outer contract, in the order in which they run. */
export const BENCHES: ReadonlyMap<string, Bench> = new Map<string, Bench>([
  ['cold-start', measureColdStart],
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

/** The benches that were asked for, all of them when none was named. @throws Error naming the unknown */
export function chooseBenches(names: readonly string[]): [string, Bench][] {
  const unknown = names.filter((name) => !BENCHES.has(name));
  if (unknown.length > 0) {
    const known = [...BENCHES.keys()].join(', ');
    throw new Error(`no bench is named ${unknown.join(', ')}; there are ${known}`);
  }
  return [...BENCHES].filter(([name]) => names.length === 0 || names.includes(name));
}
