import type { AttachedData } from '../../../contract/call-model';
import type { Deletion } from '../../state/window-store';

/** How long a deletion can be undone. */
const UNDO_MS = 8_000;

/**
 * A displayed row: data of the call, data that the agent has just deleted and can restore, or data
 * that somebody else deleted while the pointer or the focus was in the list.
 */
export interface ShownData extends AttachedData {
  readonly kind: 'data' | 'deleted' | 'gone';
}

/**
 * The rows to show, including those just deleted. While the list is frozen, every row keeps its
 * place: values are updated in place, removed rows stay, and new rows are added last.
 */
export function arrangeData(
  data: readonly AttachedData[],
  deletions: readonly Pick<Deletion, 'data' | 'index'>[],
  frozen: readonly ShownData[] | undefined,
): ShownData[] {
  const byKey = new Map(data.map((item) => [item.key, item]));
  if (frozen === undefined) {
    const rows = data.map((item): ShownData => ({ ...item, kind: 'data' }));
    for (const { data: item, index } of [...deletions].sort(
      (one, other) => one.index - other.index,
    )) {
      rows.splice(index, 0, { ...item, kind: 'deleted' });
    }
    return rows;
  }
  const keys = new Set(frozen.map(({ key }) => key));
  const isDeleted = new Set(deletions.map((deletion) => deletion.data.key));
  return [
    ...frozen.map((row): ShownData => {
      const item = byKey.get(row.key);
      return item === undefined
        ? { ...row, kind: isDeleted.has(row.key) ? 'deleted' : 'gone' }
        : { ...item, kind: 'data' };
    }),
    ...data
      .filter(({ key }) => !keys.has(key))
      .map((item): ShownData => ({ ...item, kind: 'data' })),
  ];
}

/** The first of the deletions that can no longer be undone, and in how many ms. `now` as for `doneAt`. */
export function findNextToForget(
  deletions: readonly Pick<Deletion, 'data' | 'doneAt'>[],
  now: number,
): { readonly key: string; readonly inMs: number } | undefined {
  return deletions
    .map(({ data, doneAt = now }) => ({ key: data.key, inMs: Math.max(0, doneAt + UNDO_MS - now) }))
    .sort((one, other) => one.inMs - other.inMs)[0];
}
