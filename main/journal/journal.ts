import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../contract/errors';

/** One line of the journal: a line of the trace, telephone numbers cut short as there. */
const lineSchema = z.looseObject({ t: z.string(), kind: z.string() });
export type JournalLine = z.infer<typeof lineSchema>;

/** The record of calls and commands that outlives the app: lines are added and never changed. */
export interface Journal {
  /** The newest lines of earlier runs, oldest first. */
  readonly earlier: readonly JournalLine[];
  /** Adds one line, without its end. */
  write(line: string): void;
  /** Resolves when all that was written has reached the disk's keeper. */
  close(): Promise<void>;
}

export interface JournalOptions {
  readonly file: string;
  /** Told when something is wrong with the file; the app goes on without what it cannot have. */
  readonly onProblem: (problem: AppError) => void;
}

const OWNER_ONLY = 0o600;
/** At this size the journal becomes `NAME.1` at the next start, and a new one begins, in bytes. */
const LARGEST_FILE = 5 * 1024 * 1024;
/** How much of the end is read at the start, in bytes. */
const TAIL = 256 * 1024;

export async function openJournal({ file, onProblem }: JournalOptions): Promise<Journal> {
  await mkdir(dirname(file), { recursive: true }).catch(() => undefined);
  const tail = await readTail(file);
  if (tail.isDamaged) {
    const aside = `${file}.damaged`;
    await rename(file, aside).catch(() => undefined);
    onProblem({
      code: 'bad-input',
      detail: `the journal was damaged and is now ${basename(aside)}`,
    });
  } else if (tail.size > LARGEST_FILE) {
    await rename(file, `${file}.1`).catch(() => undefined);
  }
  const stream = createWriteStream(file, { flags: 'a', mode: OWNER_ONLY });
  let hasFailed = false;
  stream.on('error', () => {
    if (!hasFailed) onProblem({ code: 'internal', detail: 'the journal cannot be written' });
    hasFailed = true;
  });
  // A run that was cut short in the middle of a line must not spoil the next line too.
  if (tail.isCutShort) stream.write('\n');
  return {
    earlier: tail.lines,
    write: (line) => void stream.write(`${line}\n`),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}

/** The TalkSpaces that the journal leaves open, by their vendor's ids. */
export function findOpenTalkSpaces(lines: readonly JournalLine[]): string[] {
  const open = new Set<string>();
  for (const { kind, line, id, state } of lines) {
    if (kind !== 'call' || line !== 'talkspace' || typeof id !== 'string') continue;
    if (state === 'Ended') open.delete(id);
    else open.add(id);
  }
  return [...open].map((id) => id.replace(/^talkspace:/, ''));
}

interface Tail {
  readonly lines: readonly JournalLine[];
  readonly size: number;
  readonly isCutShort: boolean;
  readonly isDamaged: boolean;
}

async function readTail(file: string): Promise<Tail> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  const text = size === 0 ? '' : await readEnd(file, size);
  const rows = text.split('\n');
  // What follows the last line end is a line that was never finished; nothing, when all went well.
  const isCutShort = rows.pop() !== '';
  // Reading may have begun in the middle of a line.
  if (size > TAIL) rows.shift();
  const lines = rows.filter((row) => row !== '').map(parseLine);
  const whole = lines.filter((line) => line !== undefined);
  // A line that was cut short and the one after it may be lost; a file of other things is no journal.
  const isDamaged = whole.length * 2 < lines.length || (lines.length === 0 && isCutShort);
  return { lines: isDamaged ? [] : whole, size, isCutShort, isDamaged };
}

async function readEnd(file: string, size: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const length = Math.min(size, TAIL);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function parseLine(row: string): JournalLine | undefined {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(row));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
