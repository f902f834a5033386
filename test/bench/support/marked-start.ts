import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '../settings';
import { startProgram } from './program';

const markSchema = z.object({ moment: z.string(), ms: z.number() });

/**
 * Starts an app until its window is painted (scripts/marked). Returns the moments of its start in order, in ms since the
 * process was created.
 */
export async function markStart(
  settings: Settings,
  [app = '', ...flags]: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-marks-'));
  const file = join(folder, 'marks.jsonl');
  try {
    const marked = join(settings.root, 'scripts', 'marked');
    const environment = { SIDETONE_MARKED: app, SIDETONE_MARKS: file };
    const program = await startProgram(settings, [marked, ...flags], environment);
    await program.stop();
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const marks = lines.map((line) => markSchema.parse(JSON.parse(line)));
    return new Map(marks.map(({ moment, ms }) => [moment, ms]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
