import { readdir, readFile } from 'node:fs/promises';
import { readTables } from './markdown-table';

const VENDORS = [
  ['genesys', 'Genesys Web Services v2'],
  ['telesocial', 'Telesocial TalkSpaces'],
  ['bandwidth', 'Bandwidth Catapult v1'],
  ['verba', 'Verba'],
] as const;

/** An end-to-end test that names operations of a vendor behind the last colon of its title. */
interface Citation {
  readonly file: string;
  readonly title: string;
  readonly operations: readonly string[];
}

/**
 * The tables of the README that say of each operation of the vendors' pages what asks for it and which
 * tests prove it, or why nothing does; made of `docs/conformance` and of the titles of the tests.
 */
export async function describeCoverage(): Promise<string> {
  const citations = await readCitations('test/e2e');
  const parts = await Promise.all(
    VENDORS.map(async ([vendor, name]) => {
      const rows = await readTables(`docs/conformance/${vendor}.md`);
      const sent = rows.filter(({ gesture }) => gesture !== '-');
      const unsent = rows.filter(({ gesture }) => gesture === '-');
      return [
        `### ${name}`,
        '',
        ...toTable(
          ['operation', 'in Sidetone', 'proved by'],
          sent.map(({ operation = '', gesture = '' }) => [
            operation,
            gesture,
            [`${vendor}-requests`, ...citesOf(citations, operation)].join('<br>'),
          ]),
        ),
        '',
        ...toTable(
          ['not sent', 'because'],
          unsent.map(({ operation = '', notes = '' }, index) => [
            operation,
            resolveReason(unsent, index, notes),
          ]),
        ),
        '',
      ].join('\n');
    }),
  );
  return parts.join('\n');
}

/** "As above" and the like are for the tables that they stand in. */
function resolveReason(
  rows: readonly Record<string, string>[],
  index: number,
  reason: string,
): string {
  const before = rows[index - 1];
  return /^(as above|the same)$/.test(reason) && before !== undefined
    ? resolveReason(rows, index - 1, before.notes ?? '')
    : reason;
}

function toTable(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** A title names operations with commas between them, so it leaves out those of the rows' own names. */
function citesOf(citations: readonly Citation[], operation: string): string[] {
  const name = operation.replaceAll(',', '');
  return citations
    .filter(({ operations }) => operations.includes(name))
    .map(({ file, title }) => `${file}: ${title}`);
}

async function readCitations(folder: string): Promise<Citation[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.test.ts')).sort();
  const lists = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(`${folder}/${file}`, 'utf8');
      return readTitles(text).flatMap((title) => {
        const at = title.lastIndexOf(': ');
        if (at < 0) return [];
        const operations = title
          .slice(at + 2)
          .split(',')
          .map((name) => name.trim());
        return [{ file: file.replace('.test.ts', ''), title: title.slice(0, at), operations }];
      });
    }),
  );
  return lists.flat();
}

/** The titles of the tests of a file, each behind that of the group that it is in. */
function readTitles(text: string): string[] {
  let group = '';
  return [...text.matchAll(/^( *)(describe|test)\(\s*(['"])(.*?)\3/gm)].flatMap(
    ([, indent = '', kind, , title = '']) => {
      if (kind === 'describe') {
        group = title;
        return [];
      }
      return [indent === '' ? title : `${group} ${title}`];
    },
  );
}
