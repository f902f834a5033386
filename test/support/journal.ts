import type { JournalEntry, Simulator } from '../../simulator/simulator';

/** A request to change something, in the notation of the tables in docs/conformance. */
export interface Change {
  /** Method and path. */
  readonly request: string;
  /** All parameters in the URL and the body. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** POSTs that change nothing: notifications, and the state of a recording. */
const READS = /^(\/meta\/|media-status$)/;

/**
 * Watches the requests to one vendor from now on. The returned function lists those that change
 * something, oldest first, so that a test can check that each action sent one and nothing else did.
 */
export function followChanges(
  simulator: Simulator,
  vendor: JournalEntry['vendor'],
): () => readonly Change[] {
  const from = simulator.requests().length;
  return () =>
    simulator
      .requests()
      .slice(from)
      .filter(
        (entry) =>
          entry.vendor === vendor && entry.method !== 'GET' && !READS.test(entry.operation),
      )
      .map(({ method, path, query, body }) => ({
        request: `${method} ${path}`,
        parameters: { ...query, ...(typeof body === 'object' ? body : {}) },
      }));
}
