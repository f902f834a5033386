import { openPrivateFile, OWNER_ONLY } from '../disk/private-file';
import type { Logger } from './logger';
import { redactNumbers, redactSecrets } from './redact';

/** The size, in bytes, at which the file becomes `NAME.old.EXT` and a new one begins. */
const LARGEST_FILE = 1024 * 1024;
const DEEPEST = 5;

export interface FileLoggerOptions {
  /** Path of the log; its folder is made when it is missing. */
  readonly file: string;
  /** What must never be written, asked for at every line because a profile can change. */
  readonly secrets: () => readonly string[];
}

/**
 * A logger that writes to one file, a line an entry, and to nothing else. Secrets and telephone
 * numbers are taken out of every text on the way; numbers as numbers (a status, a duration) stay.
 */
export function createLogger({ file, secrets }: FileLoggerOptions): Logger {
  let output: ReturnType<typeof openOutput> | undefined;

  function clean(text: string): string {
    return redactNumbers(redactSecrets(text, secrets()));
  }

  function cleanDeep(value: unknown, depth = 0): unknown {
    if (typeof value === 'string') return clean(value);
    if (value instanceof Error) return clean(value.stack ?? value.message);
    if (typeof value !== 'object' || value === null) {
      return typeof value === 'bigint' ? clean(value.toString()) : value;
    }
    if (depth === DEEPEST) return '…';
    if (Array.isArray(value)) return value.map((item) => cleanDeep(item, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [clean(key), cleanDeep(item, depth + 1)]),
    );
  }

  function write(level: 'info' | 'warn' | 'error'): Logger['info'] {
    return (message, details) => {
      const line = clean(message).replaceAll('\n', ' ');
      const text = details === undefined ? line : `${line} ${JSON.stringify(cleanDeep(details))}`;
      output ??= openOutput(file);
      // Reporting that the log cannot be written would end here again; the next line tries anew.
      output.then((opened) => opened[level](text)).catch(() => (output = undefined));
    };
  }

  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** Loads the library with the first line: the window is painted without it. */
async function openOutput(file: string) {
  const { default: log } = await import('electron-log/node');
  // electron-log gives up for good on a file that it cannot open once, so that is found out here.
  await (await openPrivateFile(file)).close();
  const output = log.create({ logId: file });
  output.transports.console.level = false;
  output.transports.file.level = 'info';
  output.transports.file.sync = false;
  output.transports.file.maxSize = LARGEST_FILE;
  output.transports.file.format = '{iso} {level} {text}';
  output.transports.file.writeOptions = { flag: 'a', mode: OWNER_ONLY, encoding: 'utf8' };
  output.transports.file.resolvePathFn = () => file;
  return output;
}
