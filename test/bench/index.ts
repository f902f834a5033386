import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { toFigure, type Figure } from './figure';
import { chooseBenches } from './registry';
import { readSettings } from './settings';

/** No bench takes half as long, in ms. */
const LIMIT_MS = 300_000;

/** Runs the benches one after the other; one that cannot be run does not keep the others from it. */
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
      complain(`${name} could not be run: ${describe(error)}`, 1);
    }
  }
  const results = join(settings.root, 'out', 'bench', 'results.json');
  await writeFile(results, `${JSON.stringify(figures, null, 2)}\n`);
}

/** @throws Error when it takes too long to be worth waiting for */
async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const limit = delay(LIMIT_MS, undefined, { ref: false }).then(() => {
    throw new Error('it did not come to an end');
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
  // What a bench that failed has left behind would keep the process alive.
  .finally(() => process.exit());
