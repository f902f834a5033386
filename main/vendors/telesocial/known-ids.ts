/** The ids that were listed or used, of which the latest are kept: a list names those of all agents. */
export interface KnownIds {
  note(ids: readonly string[]): void;
  has(id: string): boolean;
}

/** In addition to the latest list. */
const MAX_EARLIER = 1_000;

export function createKnownIds(): KnownIds {
  const known = new Set<string>();
  return {
    note: (ids) => {
      for (const id of ids) {
        known.delete(id);
        known.add(id);
      }
      for (const oldest of known) {
        if (known.size <= ids.length + MAX_EARLIER) break;
        known.delete(oldest);
      }
    },
    has: (id) => known.has(id),
  };
}
