import { readdir, readFile } from 'node:fs/promises';
import { readTables } from './markdown-table';
import { listTwilioOperations } from './twilio-coverage';

const VENDORS = [
  ['genesys', 'Genesys Web Services v2'],
  ['telesocial', 'Telesocial TalkSpaces'],
  ['bandwidth', 'Bandwidth Catapult v1'],
  ['twilio', 'Twilio Programmable Voice'],
  ['verba', 'Verba'],
] as const;

const INTRODUCTION = `# Coverage of the services

Every operation that the services document for calls, conferences and recordings: what uses it in
Sidetone and which tests cover it, or why Sidetone does not use it. Tests named \`…-requests\` run
Sidetone's own client and compare each request, parameter by parameter, with the tables in
[conformance](conformance). The others click the button in the real app and check what the service
received.

This page is generated: \`SIDETONE_UPDATE_DOCS=1 npx vitest run --project conformance coverage-docs\`.
`;

/** An end-to-end test that names a vendor's operations after the last colon of its title. */
interface Citation {
  readonly file: string;
  readonly title: string;
  readonly operations: readonly string[];
}

/**
 * `docs/coverage.md`: for each operation on the vendors' pages, what uses it and which tests cover it,
 * or why nothing does. Made from `docs/conformance` and the titles of the tests.
 */
export async function describeCoverage(): Promise<string> {
  const citations = await readCitations('test/e2e');
  const parts = await Promise.all(
    VENDORS.map(async ([vendor, name]) => {
      const rows =
        vendor === 'twilio'
          ? listTwilioOperations()
          : await readTables(`docs/conformance/${vendor}.md`);
      const sent = rows.filter(({ action }) => action !== '-');
      const unsent = rows.filter(({ action }) => action === '-');
      return [
        `## ${name}`,
        '',
        ...toTable(
          ['operation', 'in Sidetone', 'tests'],
          sent.map(({ operation = '', action = '' }) => [
            operation,
            action,
            [`${vendor}-requests`, ...citesOf(citations, operation)].join('<br>'),
          ]),
        ),
        '',
        ...toTable(
          ['not used', 'because'],
          unsent.map(({ operation = '', notes = '' }, index) => [
            operation,
            resolveReason(unsent, index, notes),
          ]),
        ),
        '',
      ].join('\n');
    }),
  );
  return [INTRODUCTION, ...parts].join('\n');
}

/** "As above" only makes sense in the table it comes from. */
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

/** Commas separate the operations in a title, so an operation's own commas are left out there. */
function citesOf(citations: readonly Citation[], operation: string): string[] {
  const name = operation.replaceAll(',', '');
  return citations
    .filter(({ operations }) => operations.includes(name))
    .map(({ file, title }) => `${file}: ${title}`);
}

async function readCitations(folder: string): Promise<Citation[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((file) => file.endsWith('.ts')).sort();
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
        return [
          { file: file.replace(/(\.test)?\.ts$/, ''), title: title.slice(0, at), operations },
        ];
      });
    }),
  );
  return lists.flat();
}

/** The titles of a file's tests, each prefixed with the title of its group. */
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
