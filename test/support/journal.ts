import type { JournalEntry, Simulator } from '../../simulator/simulator';

/** One request that was to change something, as the tables in docs/conformance write it. */
export interface Change {
  /** Method and path. */
  readonly request: string;
  /** Everything that was sent in the URL and in the body. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** POSTs that change nothing: notifications, and what asks for the state of a recording. */
const READINGS = /^(\/meta\/|media-status$)/;

/**
 * Follows the requests to one vendor from now on. What is returned tells those that were to change
 * something, the oldest first, so that a test can see that each gesture sent one, and nothing else did.
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
          entry.vendor === vendor && entry.method !== 'GET' && !READINGS.test(entry.operation),
      )
      .map(({ method, path, query, body }) => ({
        request: `${method} ${path}`,
        parameters: { ...query, ...(typeof body === 'object' ? body : {}) },
      }));
}
