import type { Logger } from '../../log/logger';

/** Logs a bug that was caught. Never throws, since its caller has to continue. */
export function reportBug(logger: Logger, where: string, error: unknown): void {
  try {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    logger.error('A bug was caught', { where, error: text });
  } catch {
    // There is nothing else to report it to.
  }
}
