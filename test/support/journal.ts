import type { JournalEntry, Simulator } from '../../simulator/simulator';

/** A request that changes something, in the notation of the tables in docs/conformance. */
export interface Change {
  /** Method and path. */
  readonly request: string;
  /** All parameters in the URL and the body. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** POST requests that change nothing: notifications, and the state of a recording. */
const READS = /^(\/meta\/|media-status$)/;

/**
 * Records the requests to a vendor from now on. The returned function lists those that change something,
 * oldest first, so that a test can check that each action sent exactly one.
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
