import type { FileHandle } from 'node:fs/promises';
import type { AppError } from '../../contract/errors';
import { toDiskError } from './disk-error';
import { openPrivateFile } from './private-file';

/** A file that lines are appended to. A disk that is full or read-only delays them. */
export interface AppendFile {
  /** Appends a line, which has no line break. */
  write(line: string): void;
  /** Resolves when all lines so far are in the file, or cannot be written now. */
  flush(): Promise<void>;
  /** Closes the file and resolves to the lines that could not be written. */
  close(): Promise<readonly string[]>;
}

export interface AppendFileOptions {
  readonly file: string;
  /** The file, where it is already open. Otherwise the first line opens it. */
  readonly handle?: FileHandle;
  /** Called once when the file can no longer be written: `not-saved`. */
  readonly onProblem: (problem: AppError) => void;
  /** Called with the same error when the file can be written again. */
  readonly onRecovered: (problem: AppError) => void;
  /** Calls back after this many milliseconds. Returns a function that cancels it. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

const RETRY_INTERVAL_MS = 5_000;
/** A chunk size that the system accepts in one call. */
const MAX_LINES_AT_ONCE = 1_000;
/** Beyond this, the oldest lines are dropped. */
const MAX_WAITING_LINES = 10_000;

export function createAppendFile(options: AppendFileOptions): AppendFile {
  const { file, onProblem, onRecovered, after } = options;
  let handle = options.handle;
  /** Lines with their line breaks. `writtenOfFirst` bytes of the first one are already in the file. */
  let waiting: Buffer[] = [];
  let writtenOfFirst = 0;
  /** How many of the lines are being written. */
  let underWay = 0;
  let problem: AppError | undefined;
  let cancelRetry: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let isClosed = false;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      handle ??= await openPrivateFile(file);
      const lines = waiting.slice(0, MAX_LINES_AT_ONCE);
      const rest = lines.map((line, nth) => (nth === 0 ? line.subarray(writtenOfFirst) : line));
      underWay = lines.length;
      const { bytesWritten } = await handle.writev(rest);
      removeWritten(bytesWritten);
    }
  }

  /** A full disk can accept part of a line. The rest follows when there is room. */
  function removeWritten(bytes: number): void {
    let left = bytes + writtenOfFirst;
    let done = 0;
    for (const line of waiting) {
      if (left < line.length) break;
      left -= line.length;
      done += 1;
    }
    waiting = waiting.slice(done);
    writtenOfFirst = left;
    underWay = 0;
  }

  function run(): Promise<void> {
    running ??= writeAll()
      .then(succeed, fail)
      .finally(() => {
        running = undefined;
        // A line may have arrived at the very end.
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
    // The file may be on another disk by the time of the retry.
    const failed = handle;
    handle = undefined;
    underWay = 0;
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
      // Part of the first line may already be in the file.
      if (waiting.length > MAX_WAITING_LINES) waiting.splice(Math.max(1, underWay), 1);
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
