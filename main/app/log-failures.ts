import type { App } from 'electron';
import type { Logger } from '../log/logger';

/**
 * Logs bugs in the main process, and processes of the app that ended unexpectedly. The app goes on: the
 * agent's calls continue, and a dialog about a bug would be in the way.
 */
export function logFailures(app: App, logger: Logger): void {
  process.on('unhandledRejection', (error) => logger.error('Unexpected error', { error }));
  process.on('uncaughtException', (error) => logger.error('Unexpected error', { error }));
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    if (reason !== 'clean-exit') logger.error('A page has crashed', { reason, exitCode });
  });
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    logger.error('A helper process has crashed', { type, name, reason, exitCode });
  });
}
