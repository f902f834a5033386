import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Settings } from '../settings';
import { startProgram } from './program';

const markSchema = z.object({ moment: z.string(), ms: z.number() });

/** The last moment, and how often and how long it is waited for. */
const LAST = 'page usable';
const MAX_TRIES = 100;
const RETRY_AFTER_MS = 100;

/**
 * Starts an app until its page accepts input (scripts/marked). Returns the moments of its start in order, in ms since the
 * process was started.
 */
export async function markStart(
  settings: Settings,
  [app = '', ...flags]: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-marks-'));
  const file = join(folder, 'marks.jsonl');
  try {
    const marked = join(settings.root, 'scripts', 'marked');
    const environment = {
      SIDETONE_MARKED: app,
      SIDETONE_MARKS: file,
      SIDETONE_MARKED_SINCE: String(Date.now()),
    };
    const program = await startProgram(settings, [marked, ...flags], environment);
    try {
      const marks = await readMarks(file);
      return new Map(marks.map(({ moment, ms }) => [moment, ms]));
    } finally {
      await program.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readMarks(file: string, tries = MAX_TRIES): Promise<z.infer<typeof markSchema>[]> {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const marks = lines.map((line) => markSchema.parse(JSON.parse(line)));
  if (marks.some(({ moment }) => moment === LAST)) return marks;
  if (tries === 0) throw new Error(`the moment "${LAST}" was never reached`);
  await delay(RETRY_AFTER_MS);
  return readMarks(file, tries - 1);
}
