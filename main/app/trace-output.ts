import { open, type FileHandle } from 'node:fs/promises';
import { fail, succeed, type Result } from '../../contract/result';
import { createAppendFile } from '../disk/append-file';
import { OWNER_ONLY, restrictToOwner } from '../disk/private-file';
import { systemClock } from '../time/system-clock';

/** The destination of the trace. */
export interface TraceOutput {
  write(line: string): void;
  /** Resolves when everything is written. */
  close(): Promise<void>;
}

/**
 * Appends to a file that only its owner can read, or writes to standard output for `-`. A file that cannot
 * be opened is `bad-input`; if writing fails later, it is retried.
 */
export async function openTraceOutput(target: string): Promise<Result<TraceOutput>> {
  if (target === '-') return succeed(writeToStandardOutput());
  try {
    const handle = await open(target, 'a', OWNER_ONLY);
    await restrictToOwner(target);
    return succeed(appendTo(target, handle));
  } catch {
    return fail({ code: 'bad-input', detail: `--trace: ${target} cannot be written` });
  }
}

function appendTo(file: string, handle: FileHandle): TraceOutput {
  const say = (text: string): void => void process.stderr.write(`sidetone: ${text}\n`);
  const lines = createAppendFile({
    file,
    handle,
    onProblem: ({ detail = '' }) => say(`the trace has to wait: ${detail}`),
    onRecovered: () => say('the trace is being written again'),
    after: (milliseconds, callback) => systemClock.after(milliseconds, callback),
  });
  return {
    write: (line) => lines.write(line),
    close: async () => {
      await lines.close();
    },
  };
}

function writeToStandardOutput(): TraceOutput {
  // The reader of the trace may have exited. Calls are more important.
  process.stdout.on('error', () => undefined);
  return {
    write: (line) => void process.stdout.write(`${line}\n`),
    close: () => new Promise((resolve) => process.stdout.write('', () => resolve())),
  };
}
