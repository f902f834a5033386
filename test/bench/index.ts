import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { toFigure, type Figure } from './figure';
import { chooseBenches } from './registry';
import { readSettings } from './settings';

/** Timeout of a benchmark, in ms; more than twice what any of them takes. */
const LIMIT_MS = 300_000;

/** Runs the benchmarks one after another. A failed one does not stop the others. */
async function main(): Promise<void> {
  const settings = readSettings();
  const figures: Figure[] = [];
  for (const [name, measure] of chooseBenches(process.argv.slice(2))) {
    process.stderr.write(`Measuring ${name}\n`);
    try {
      for (const measurement of await inTime(measure(settings))) {
        const figure = toFigure(name, measurement);
        figures.push(figure);
        process.stdout.write(`${JSON.stringify(figure)}\n`);
      }
    } catch (error) {
      complain(`${name} failed: ${describe(error)}`, 1);
    }
  }
  const results = join(settings.root, 'out', 'bench', 'results.json');
  await writeFile(results, `${JSON.stringify(figures, null, 2)}\n`);
}

/** @throws Error after the timeout */
async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const limit = delay(LIMIT_MS, undefined, { ref: false }).then(() => {
    throw new Error('it timed out');
  });
  return Promise.race([work, limit]);
}

function complain(line: string, exitCode: number): void {
  process.stderr.write(`bench: ${line}\n`);
  process.exitCode = exitCode;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

main()
  .catch((error: unknown) => complain(describe(error), 2))
  // Leftovers of a failed benchmark would keep the process alive.
  .finally(() => process.exit());
