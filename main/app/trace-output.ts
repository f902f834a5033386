import { createWriteStream } from 'node:fs';

/** Where the lines of the trace go. */
export interface TraceOutput {
  write(line: string): void;
  /** Resolves when all that was written has reached its place. */
  close(): Promise<void>;
}

/** Appends to a file, or writes to standard output for `-`. */
export function openTraceOutput(target: string, onError: (error: Error) => void): TraceOutput {
  const stream = target === '-' ? process.stdout : createWriteStream(target, { flags: 'a' });
  // Whoever read the trace may be gone, or the disk full: calls matter more.
  stream.on('error', onError);
  return {
    write: (line) => void stream.write(`${line}\n`),
    close: () =>
      new Promise((resolve) => {
        if (stream === process.stdout) stream.write('', () => resolve());
        else stream.end(() => resolve());
      }),
  };
}
