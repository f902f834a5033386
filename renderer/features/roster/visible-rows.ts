/** The rows of a long list to draw: from `first` up to, but not including, `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** Rows drawn beyond each edge, so that neither scrolling nor the Tab key meets a gap. */
const SPARE_ROWS = 8;

/** Lengths in CSS pixels; `rowHeight` is the same for every row. */
export function findVisibleRows(
  scrollTop: number,
  viewportHeight: number,
  rowHeight: number,
  rowCount: number,
): RowRange {
  const first = Math.floor(scrollTop / rowHeight) - SPARE_ROWS;
  const end = Math.ceil((scrollTop + viewportHeight) / rowHeight) + SPARE_ROWS;
  const lastFirst = Math.max(0, rowCount - (end - first));
  return { first: Math.min(Math.max(0, first), lastFirst), end: Math.min(rowCount, end) };
}
