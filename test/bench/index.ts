import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toFigure, type Figure } from './figure';
import { chooseBenches } from './registry';
import { readSettings } from './settings';

/** Runs the benches one after the other; one that cannot be run does not keep the others from it. */
async function main(): Promise<void> {
  const settings = readSettings();
  const figures: Figure[] = [];
  for (const [name, measure] of chooseBenches(process.argv.slice(2))) {
    process.stderr.write(`Measuring ${name}\n`);
    try {
      for (const measurement of await measure(settings)) {
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

function complain(line: string, exitCode: number): void {
  process.stderr.write(`bench: ${line}\n`);
  process.exitCode = exitCode;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => complain(describe(error), 2));
