import type { Bridge } from '../../contract/bridge';
import { MAX_REPORTED_ERROR } from '../../contract/reported-error';

/** Per page, so that an error that keeps changing its text does not fill the log. */
const MAX_REPORTS = 50;

/**
 * Reports every unexpected error in the page to the main process, which logs it. An error that occurs
 * again is not reported again. React's guards pass theirs on through `window.reportError`.
 */
export function reportErrors({ reportError }: Pick<Bridge, 'reportError'>): void {
  const reported = new Set<string>();

  function report(error: unknown): void {
    const text = describe(error).slice(0, MAX_REPORTED_ERROR);
    if (reported.has(text) || reported.size === MAX_REPORTS) return;
    reported.add(text);
    void reportError({ text });
  }

  window.addEventListener('error', ({ error, message }: ErrorEvent) => {
    // Chromium's notice that an observer takes another frame has no error.
    if (error !== null) report(error ?? message);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => report(reason));
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
