/**
 * A `ref` for a list: makes the buttons in its rows one Tab stop. The arrow keys go from row to row and
 * from button to button, Home and End to the first and the last row.
 */
export function withArrowKeys(list: HTMLElement | null): (() => void) | undefined {
  return list === null ? undefined : addArrowKeys(list);
}

function addArrowKeys(list: HTMLElement): () => void {
  let stop: HTMLElement | undefined;

  function mark(): void {
    const rows = rowsOf(list).flat();
    stop = stop !== undefined && rows.includes(stop) ? stop : rows[0];
    for (const button of rows) {
      button.tabIndex = button === stop ? 0 : -1;
    }
  }

  function press(event: KeyboardEvent): void {
    const rows = rowsOf(list);
    const at = rows.findIndex((row) => row.some((button) => button === event.target));
    const row = rows[at];
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const column = row.findIndex((button) => button === event.target);
    const target = findTarget(rows, at, column, event.key, isRightToLeft(list));
    if (target !== undefined) {
      event.preventDefault();
      target.focus();
    }
  }

  function follow({ target }: FocusEvent): void {
    if (target instanceof HTMLElement && rowsOf(list).flat().includes(target)) {
      stop = target;
      mark();
    }
  }

  mark();
  const observer = new MutationObserver(mark);
  observer.observe(list, { childList: true, subtree: true });
  list.addEventListener('keydown', press);
  list.addEventListener('focusin', follow);
  return () => {
    observer.disconnect();
    list.removeEventListener('keydown', press);
    list.removeEventListener('focusin', follow);
  };
}

/** The buttons of each row that has any, except those in an open menu. */
function rowsOf(list: HTMLElement): HTMLElement[][] {
  return [...list.children]
    .map((row) => [...row.querySelectorAll<HTMLElement>('button:not([role="menuitem"])')])
    .filter((row) => row.length > 0);
}

function findTarget(
  rows: readonly HTMLElement[][],
  at: number,
  column: number,
  key: string,
  isReversed: boolean,
): HTMLElement | undefined {
  const inRow = (index: number): HTMLElement | undefined => {
    const row = rows[index];
    return row?.[Math.min(column, row.length - 1)];
  };
  switch (key) {
    case 'ArrowDown':
      return inRow(at + 1);
    case 'ArrowUp':
      return inRow(at - 1);
    case 'Home':
      return inRow(0);
    case 'End':
      return inRow(rows.length - 1);
    case 'ArrowRight':
      return rows[at]?.[column + (isReversed ? -1 : 1)];
    case 'ArrowLeft':
      return rows[at]?.[column + (isReversed ? 1 : -1)];
    default:
      return undefined;
  }
}

function isRightToLeft(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
