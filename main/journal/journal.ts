import { open, rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AppError } from '../../contract/errors';
import { createAppendFile, type AppendFileOptions } from '../disk/append-file';
import { OWNER_ONLY } from '../disk/private-file';
import { parseLine, type JournalLine } from './journal-lines';
import { readRows } from './read-rows';

/** The record of calls and commands. Lines are appended, and removed only when they are too old. */
export interface Journal {
  /** The newest lines of earlier runs, oldest first. */
  readonly earlier: readonly JournalLine[];
  /** Changes when lines are removed, since earlier positions are invalid then. */
  readonly edition: number;
  /** Appends a line, which has no line break. */
  write(line: string): void;
  /**
   * Passes all lines from a position on to `take`, oldest first, until it returns false; 0 is the beginning.
   * Damaged lines are skipped. Resolves to the position to continue from, unless it was stopped. Rejects if
   * the file cannot be read.
   */
  read(from: number, take: (line: JournalLine) => boolean): Promise<number>;
  /**
   * Removes the lines before a position that are not kept. Rejects, and changes nothing, if the file cannot
   * be written. Do not call `read` or `rewrite` until it has ended.
   */
  rewrite(upTo: number, isKept: (line: JournalLine) => boolean): Promise<void>;
  /** Resolves when everything has been handed to the operating system. */
  close(): Promise<void>;
}

export interface JournalOptions extends Pick<AppendFileOptions, 'file' | 'onRecovered' | 'after'> {
  /** Called when something is wrong with the file; the app continues without it. */
  readonly onProblem: (problem: AppError) => void;
}

/** How much of the end is read at the start, in bytes. */
const MAX_TAIL_BYTES = 256 * 1024;

/** Keeps the journal in a file. */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { file, onProblem } = options;
  const tail = await readTail(file);
  if (tail.isDamaged) {
    const movedTo = `${file}.damaged`;
    await rename(file, movedTo).catch(() => undefined);
    onProblem({
      code: 'bad-input',
      detail: `the journal was damaged and is now ${basename(movedTo)}`,
    });
  }
  /** The older lines of earlier versions, until the journal is rewritten. */
  const older = `${file}.1`;
  let output = createAppendFile(options);
  let edition = 0;
  /** Lines that were written while the file is being replaced. */
  let held: string[] | undefined;
  let rewriting: Promise<void> | undefined;
  // An incomplete last line must not damage the next one.
  if (tail.isIncomplete) output.write('');

  function write(line: string): void {
    if (held === undefined) output.write(line);
    else held.push(line);
  }

  async function read(from: number, take: (line: JournalLine) => boolean): Promise<number> {
    await output.flush();
    let position = from;
    for (const source of from === 0 ? [older, file] : [file]) {
      position = from;
      for await (const { rows, end } of readRows(source, from)) {
        for (const row of rows) {
          const line = parseLine(row);
          if (line !== undefined && !take(line)) return end;
        }
        position = end;
      }
    }
    return position;
  }

  /**
   * What is kept goes to a new file, which then replaces the old one. Until then lines are written to the
   * old one as usual, so that a crash loses nothing.
   */
  async function rewrite(upTo: number, isKept: (line: JournalLine) => boolean): Promise<void> {
    const next = `${file}.new`;
    const handle = await open(next, 'w', OWNER_ONLY);
    try {
      for (const source of [older, file]) {
        for await (const { rows } of readRows(source, 0, source === file ? upTo : undefined)) {
          const kept = rows.filter((row) => {
            const line = parseLine(row);
            return line !== undefined && isKept(line);
          });
          if (kept.length > 0) await handle.appendFile(`${kept.join('\n')}\n`);
        }
      }
      held = [];
      held.unshift(...(await output.close()));
      for await (const { rows } of readRows(file, upTo)) {
        await handle.appendFile(`${rows.join('\n')}\n`);
      }
      await handle.sync();
      await handle.close();
      await rename(next, file);
      await rm(older, { force: true });
      edition += 1;
    } finally {
      await handle.close();
      await rm(next, { force: true });
      writeHeld();
    }
  }

  /** Writes what was held to the new file or, if replacing it failed, to the old one. */
  function writeHeld(): void {
    if (held === undefined) return;
    const waiting = held;
    held = undefined;
    output = createAppendFile(options);
    for (const line of waiting) write(line);
  }

  return {
    earlier: tail.lines,
    get edition() {
      return edition;
    },
    write,
    read,
    rewrite: (upTo, isKept) => {
      rewriting = rewrite(upTo, isKept);
      return rewriting;
    },
    close: async () => {
      await rewriting?.catch(() => undefined);
      await output.close();
    },
  };
}

interface Tail {
  readonly lines: readonly JournalLine[];
  readonly isIncomplete: boolean;
  readonly isDamaged: boolean;
}

async function readTail(file: string): Promise<Tail> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  // If it cannot be read, the first write reports what is wrong.
  const text = size === 0 ? '' : await readEnd(file, size).catch(() => '');
  const rows = text.split('\n');
  // What follows the last line break is an incomplete line, or nothing.
  const isIncomplete = rows.pop() !== '';
  // The first row may be the end of a longer line.
  if (size > MAX_TAIL_BYTES) rows.shift();
  const lines = rows.filter((row) => row !== '').map(parseLine);
  const intact = lines.filter((line) => line !== undefined);
  // A few lines may be lost. With more, it is not a journal.
  const isDamaged = intact.length * 2 < lines.length || (lines.length === 0 && isIncomplete);
  return { lines: isDamaged ? [] : intact, isIncomplete, isDamaged };
}

async function readEnd(file: string, size: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const length = Math.min(size, MAX_TAIL_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
