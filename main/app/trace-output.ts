import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { fail, succeed, type Result } from '../../contract/result';

/** Where the lines of the trace go. */
export interface TraceOutput {
  write(line: string): void;
  /** Resolves when all that was written has reached its place. */
  close(): Promise<void>;
}

/** Appends to a file, or writes to standard output for `-`. A file that cannot be written is `bad-input`. */
export async function openTraceOutput(target: string): Promise<Result<TraceOutput>> {
  let stream;
  try {
    stream = target === '-' ? process.stdout : (await open(target, 'a')).createWriteStream();
  } catch {
    return fail({ code: 'bad-input', detail: `--trace: ${target} cannot be written` });
  }
  // Whoever read the trace may be gone, or the disk full: calls matter more.
  stream.on('error', () => undefined);
  return succeed(toOutput(stream));
}

function toOutput(stream: Writable): TraceOutput {
  return {
    write: (line) => void stream.write(`${line}\n`),
    close: () =>
      new Promise((resolve) => {
        if (stream === process.stdout) stream.write('', () => resolve());
        else stream.end(() => resolve());
      }),
  };
}
