/** The event of the page for that. */
export const RESUMED = 'resumed';

/** Reports to all counters of the page that the computer has slept. */
export function reportResumed(): void {
  document.dispatchEvent(new Event(RESUMED));
}
