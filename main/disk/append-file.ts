import type { FileHandle } from 'node:fs/promises';
import type { AppError } from '../../contract/errors';
import { toDiskError } from './disk-error';
import { openPrivateFile } from './private-file';

/** A file of lines that are added at its end. A disk that is full or read-only only delays them. */
export interface AppendFile {
  /** Adds a line, without its end. */
  write(line: string): void;
  /** Resolves when all that was written so far is in the file, or cannot be written now. */
  flush(): Promise<void>;
  /** Ends it; resolves with the lines that could not be written. */
  close(): Promise<readonly string[]>;
}

export interface AppendFileOptions {
  readonly file: string;
  /** It is open already; otherwise it is opened for the first line. */
  readonly handle?: FileHandle;
  /** Told once when the file cannot be written any more: `not-saved`. */
  readonly onProblem: (problem: AppError) => void;
  /** Told when it can be written again, with what `onProblem` was told. */
  readonly onRecovered: (problem: AppError) => void;
  /** Calls back after so many ms, unless what it returns is called first. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/** How long after a failure it is tried again, in ms. */
const RETRY_INTERVAL_MS = 5_000;
/** What the system takes in one call. */
const MAX_LINES_AT_ONCE = 1_000;
/** More lines than this do not wait; the oldest are given up first. */
const MAX_WAITING_LINES = 10_000;

export function createAppendFile(options: AppendFileOptions): AppendFile {
  const { file, onProblem, onRecovered, after } = options;
  let handle = options.handle;
  /** Lines with their ends; of the first, so many bytes are in the file already. */
  let waiting: Buffer[] = [];
  let writtenOfFirst = 0;
  let problem: AppError | undefined;
  let cancelRetry: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let isClosed = false;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      handle ??= await openPrivateFile(file);
      const lines = waiting.slice(0, MAX_LINES_AT_ONCE);
      const rest = lines.map((line, nth) => (nth === 0 ? line.subarray(writtenOfFirst) : line));
      const { bytesWritten } = await handle.writev(rest);
      takeOut(bytesWritten);
    }
  }

  /** A full disk can take a part of a line: the rest follows when there is room. */
  function takeOut(bytes: number): void {
    let left = bytes + writtenOfFirst;
    let done = 0;
    for (const line of waiting) {
      if (left < line.length) break;
      left -= line.length;
      done += 1;
    }
    waiting = waiting.slice(done);
    writtenOfFirst = left;
  }

  function run(): Promise<void> {
    running ??= writeAll()
      .then(succeed, fail)
      .finally(() => {
        running = undefined;
        // A line that came at the very end of it.
        if (waiting.length > 0 && cancelRetry === undefined && !isClosed) void run();
      });
    return running;
  }

  function succeed(): void {
    if (problem === undefined) return;
    const solved = problem;
    problem = undefined;
    onRecovered(solved);
  }

  async function fail(error: unknown): Promise<void> {
    // The disk may be another one by then.
    const failed = handle;
    handle = undefined;
    await failed?.close().catch(() => undefined);
    if (isClosed) return;
    cancelRetry = after(RETRY_INTERVAL_MS, () => {
      cancelRetry = undefined;
      void run();
    });
    if (problem !== undefined) return;
    problem = toDiskError(error, file);
    onProblem(problem);
  }

  async function flush(): Promise<void> {
    while (running !== undefined) await running;
  }

  return {
    write: (line) => {
      if (isClosed) return;
      waiting.push(Buffer.from(`${line}\n`));
      // The first may be in the file in part.
      if (waiting.length > MAX_WAITING_LINES) waiting.splice(1, 1);
      if (cancelRetry === undefined) void run();
    },
    flush,
    close: async () => {
      await flush();
      isClosed = true;
      cancelRetry?.();
      cancelRetry = undefined;
      if (waiting.length > 0) await run();
      await handle?.close().catch(() => undefined);
      return waiting.map((line) => line.toString('utf8', 0, line.length - 1));
    },
  };
}
