import { readFile } from 'node:fs/promises';

/** The rows of all tables in a Markdown file, keyed by column name, without backticks. */
export async function readTables(file: string): Promise<Record<string, string>[]> {
  const text = await readFile(file, 'utf8');
  const rows: Record<string, string>[] = [];
  let columns: string[] | undefined;
  for (const line of text.split('\n')) {
    const cells = readCells(line);
    if (cells === undefined) columns = undefined;
    else if (columns === undefined) columns = cells;
    else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) {
      rows.push(Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])));
    }
  }
  return rows;
}

function readCells(line: string): string[] | undefined {
  if (!line.startsWith('|')) return undefined;
  return line
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('`', ''));
}
