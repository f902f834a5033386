import type { Logger } from './logger';

/** A log that never throws, so that a failure to write does not affect the caller. */
export function guardLogger(logger: Logger): Logger {
  function guard(level: keyof Logger): Logger[keyof Logger] {
    return (message, details) => {
      try {
        logger[level](message, details);
      } catch {
        // The next line may succeed.
      }
    };
  }
  return { info: guard('info'), warn: guard('warn'), error: guard('error') };
}
