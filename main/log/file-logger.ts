import { LOG_LEVELS, type LogLevel } from '../../contract/preference-choices';
import { openPrivateFile, OWNER_ONLY } from '../disk/private-file';
import type { Logger } from './logger';
import { redactNumbers, redactSecrets } from './redact';

/** At this size, in bytes, the file is renamed to `NAME.old.EXT` and a new one is started. */
const MAX_FILE_SIZE = 1024 * 1024;
const MAX_DEPTH = 5;

export interface FileLoggerOptions {
  /** Path of the log. Its folder is created if it is missing. */
  readonly file: string;
  /** The values that must never be written. Called for each line, since the profile can change. */
  readonly secrets: () => readonly string[];
  /**
   * The minimum level that is written, checked for each line. Without it, everything is written.
   */
  readonly level?: () => LogLevel;
}

/**
 * A logger that writes one line per entry to a file. Secrets and telephone numbers are removed from
 * every text. Values of type number (a status, a duration) stay as they are.
 */
export function createLogger({ file, secrets, level }: FileLoggerOptions): Logger {
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
    if (depth === MAX_DEPTH) return '…';
    if (Array.isArray(value)) return value.map((item) => cleanDeep(item, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [clean(key), cleanDeep(item, depth + 1)]),
    );
  }

  function write(severity: LogLevel): Logger['info'] {
    return (message, details) => {
      if (LOG_LEVELS.indexOf(severity) > LOG_LEVELS.indexOf(level?.() ?? 'info')) return;
      const line = clean(message).replaceAll('\n', ' ');
      const text = details === undefined ? line : `${line} ${JSON.stringify(cleanDeep(details))}`;
      output ??= openOutput(file);
      // There is nowhere to report that the log cannot be written. The next line tries again.
      output.then((opened) => opened[severity](text)).catch(() => (output = undefined));
    };
  }

  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** Loads the library with the first line, so that the first paint does not wait for it. */
async function openOutput(file: string) {
  const { default: log } = await import('electron-log/node');
  // electron-log gives up for good on a file that it cannot open once, so try that first.
  await (await openPrivateFile(file)).close();
  const output = log.create({ logId: file });
  output.transports.console.level = false;
  output.transports.file.level = 'info';
  output.transports.file.sync = false;
  output.transports.file.maxSize = MAX_FILE_SIZE;
  output.transports.file.format = '{iso} {level} {text}';
  output.transports.file.writeOptions = { flag: 'a', mode: OWNER_ONLY, encoding: 'utf8' };
  output.transports.file.resolvePathFn = () => file;
  return output;
}
