import type { AttachedData } from '../../../contract/call-model';
import type { Deletion } from '../../state/window-store';

/**
 * A row as it is shown: data of the call, what the agent deleted a moment ago and can have back, or
 * what somebody else deleted while the agent was among the rows.
 */
export interface ShownData extends AttachedData {
  readonly kind: 'data' | 'deleted' | 'gone';
}

/**
 * The rows to show, with those that were deleted a moment ago. While the list is held,
 * every row keeps its place: values change in it, what is gone stays, and what is new comes last.
 */
export function arrangeData(
  data: readonly AttachedData[],
  deletions: readonly Pick<Deletion, 'data' | 'index'>[],
  held: readonly ShownData[] | undefined,
): ShownData[] {
  const byKey = new Map(data.map((item) => [item.key, item]));
  if (held === undefined) {
    const rows = data.map((item): ShownData => ({ ...item, kind: 'data' }));
    for (const { data: item, index } of [...deletions].sort(
      (one, other) => one.index - other.index,
    )) {
      rows.splice(index, 0, { ...item, kind: 'deleted' });
    }
    return rows;
  }
  const keys = new Set(held.map(({ key }) => key));
  const isDeleted = new Set(deletions.map((deletion) => deletion.data.key));
  return [
    ...held.map((row): ShownData => {
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
