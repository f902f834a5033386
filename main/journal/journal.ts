import { open, rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AppError } from '../../contract/errors';
import { createAppendFile, type AppendFileOptions } from '../disk/append-file';
import { OWNER_ONLY } from '../disk/private-file';
import { parseLine, type JournalLine } from './journal-lines';
import { readRows } from './read-rows';

/** The record of calls and commands: lines are added, and taken out only when they are too old. */
export interface Journal {
  /** The newest lines of earlier runs, oldest first. */
  readonly earlier: readonly JournalLine[];
  /** Another number whenever lines were taken out: places from before lead nowhere then. */
  readonly edition: number;
  /** Adds one line, without its end. */
  write(line: string): void;
  /**
   * Hands over all lines from a place on, oldest first, until `take` answers false; 0 is the beginning.
   * Damaged lines are passed over. Resolves with the place to go on from, unless it was stopped; rejects
   * where the file cannot be read.
   */
  read(from: number, take: (line: JournalLine) => boolean): Promise<number>;
  /**
   * Takes out, of the lines before a place, all that are not kept. Rejects, and changes nothing, where
   * the file cannot be written. Reading and another rewriting have to wait for it.
   */
  rewrite(upTo: number, isKept: (line: JournalLine) => boolean): Promise<void>;
  /** Resolves when all that was written has reached the disk's keeper. */
  close(): Promise<void>;
}

export interface JournalOptions extends Pick<AppendFileOptions, 'file' | 'onRecovered' | 'after'> {
  /** Called when something is wrong with the file; the app continues without it. */
  readonly onProblem: (problem: AppError) => void;
}

/** How much of the end is read at the start, in bytes. */
const TAIL = 256 * 1024;

/** Keeps the journal in a file. */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { file, onProblem } = options;
  const tail = await readTail(file);
  if (tail.isDamaged) {
    const aside = `${file}.damaged`;
    await rename(file, aside).catch(() => undefined);
    onProblem({
      code: 'bad-input',
      detail: `the journal was damaged and is now ${basename(aside)}`,
    });
  }
  /** Where earlier versions put what came before; it goes when the journal is rewritten. */
  const older = `${file}.1`;
  let output = createAppendFile(options);
  let edition = 0;
  /** Lines that wait while the file is being replaced. */
  let held: string[] | undefined;
  let rewriting: Promise<void> | undefined;
  // A run that was cut short in the middle of a line must not spoil the next line too.
  if (tail.isCutShort) output.write('');

  function write(line: string): void {
    if (held === undefined) output.write(line);
    else held.push(line);
  }

  async function read(from: number, take: (line: JournalLine) => boolean): Promise<number> {
    await output.flush();
    let place = from;
    for (const source of from === 0 ? [older, file] : [file]) {
      place = from;
      for await (const { rows, end } of readRows(source, from)) {
        for (const row of rows) {
          const line = parseLine(row);
          if (line !== undefined && !take(line)) return end;
        }
        place = end;
      }
    }
    return place;
  }

  /**
   * What is kept goes to a new file, which then takes the place of the old one as a whole. Until that
   * moment the old one is written as ever, so that a crash loses nothing.
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
      letGo();
    }
  }

  /** What was held goes where the file is now, the new one or, if that failed, the old one. */
  function letGo(): void {
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
  readonly isCutShort: boolean;
  readonly isDamaged: boolean;
}

async function readTail(file: string): Promise<Tail> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  // What cannot be read is no reason not to go on: writing says what is wrong.
  const text = size === 0 ? '' : await readEnd(file, size).catch(() => '');
  const rows = text.split('\n');
  // What follows the last line end is a line that was never finished; nothing, when all went well.
  const isCutShort = rows.pop() !== '';
  // Reading may have begun in the middle of a line.
  if (size > TAIL) rows.shift();
  const lines = rows.filter((row) => row !== '').map(parseLine);
  const whole = lines.filter((line) => line !== undefined);
  // A line that was cut short and the one after it may be lost; a file of other things is no journal.
  const isDamaged = whole.length * 2 < lines.length || (lines.length === 0 && isCutShort);
  return { lines: isDamaged ? [] : whole, isCutShort, isDamaged };
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
