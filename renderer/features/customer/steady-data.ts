import type { AttachedData } from '../../../contract/call-model';
import type { Deletion } from '../../state/window-store';

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
