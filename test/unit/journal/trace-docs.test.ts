import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMAND_ACTIONS } from '../../../contract/commands';
import { ERROR_CODES } from '../../../contract/errors';
import { en } from '../../../contract/locale/en';
import { toTraceJsonSchema, traceLineSchema } from '../../../main/journal/trace-schema';

const DOCS = join(import.meta.dirname, '../../../docs');
const PAGE = join(DOCS, 'trace.md');
const SCHEMA = join(DOCS, 'trace.schema.json');

const isUpdate = process.env.SIDETONE_UPDATE_DOCS === '1';

/** A kind of line in the JSON schema. */
const kindSchema = z.object({
  properties: z.intersection(
    z.object({ kind: z.object({ const: z.string() }) }),
    z.record(z.string(), z.object({ enum: z.array(z.string()).default([]) })),
  ),
});
const kinds = z
  .object({ oneOf: z.array(kindSchema) })
  .parse(toTraceJsonSchema())
  .oneOf.map(({ properties }) => ({ kind: properties.kind.const, fields: properties }));

describe('docs/trace.schema.json', () => {
  it('is the schema in the code', async () => {
    const schema = toTraceJsonSchema();
    if (isUpdate) await writeFile(SCHEMA, `${JSON.stringify(schema, null, 2)}\n`);
    expect(JSON.parse(await readFile(SCHEMA, 'utf8'))).toEqual(schema);
  });
});

describe('docs/trace.md', () => {
  it('lists the error codes and the actions', async () => {
    const page = await readFile(PAGE, 'utf8');
    const wanted = await format(
      withTables(page, {
        'Error codes': ERROR_CODES.map((code) => [code, en.errors[code].message]),
        Actions: COMMAND_ACTIONS.map((action) => [action, en.commands[action].name]),
      }),
      { parser: 'markdown', singleQuote: true, printWidth: 100 },
    );
    if (isUpdate) await writeFile(PAGE, wanted);
    expect(await readFile(PAGE, 'utf8')).toBe(wanted);
  });

  it.each(kinds)('has every field and value of $kind', async ({ kind, fields }) => {
    const page = await readFile(PAGE, 'utf8');
    const section = page.split(`\n### \`${kind}\`\n`)[1]?.split(/\n##+ /)[0] ?? '';
    for (const [name, field] of Object.entries(fields)) {
      if (name === 't' || name === 'kind') continue;
      const row = section.split('\n').find((line) => line.startsWith(`| \`${name}`)) ?? '';
      expect(row, `${kind}.${name}`).not.toBe('');
      // The longest lists have their own tables.
      if (/\(#[a-z-]+\)/.test(row)) continue;
      const values = 'enum' in field ? field.enum : [];
      for (const value of values) expect(row).toContain(`\`${value}\``);
    }
  });

  it('has examples that are valid', async () => {
    const page = await readFile(PAGE, 'utf8');
    const examples = page.split('\n').filter((line) => line.startsWith('{'));
    expect(examples.length).toBeGreaterThan(2);
    for (const line of examples) traceLineSchema.parse(JSON.parse(line));
  });
});

function withTables(
  page: string,
  tables: Readonly<Record<string, readonly (readonly string[])[]>>,
): string {
  return Object.entries(tables).reduce((text, [name, rows]) => {
    const begin = `<!-- ${name}: begin -->`;
    const end = `<!-- ${name}: end -->`;
    const table = ['| code | meaning |', '| --- | --- |', ...rows.map(toRow)].join('\n');
    const [before = '', rest = ''] = text.split(begin);
    return `${before}${begin}\n\n${table}\n\n${end}${rest.split(end)[1] ?? ''}`;
  }, page);
}

function toRow([code = '', meaning = '']: readonly string[]): string {
  return `| \`${code}\` | ${meaning.replaceAll('{target}', 'NAME')} |`;
}
