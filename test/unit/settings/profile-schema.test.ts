import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MAX_FIELD_LENGTH } from '../../../contract/profile-limits';
import { toProfileJsonSchema } from '../../../main/settings/profile-json-schema';

const FILE = join(import.meta.dirname, '../../../docs/profile.schema.json');

it('the profile schema in docs matches the code', async () => {
  const schema = toProfileJsonSchema();
  // Run with SIDETONE_UPDATE_DOCS=1 after a change of the profile.
  if (process.env.SIDETONE_UPDATE_DOCS === '1') {
    await writeFile(FILE, `${JSON.stringify(schema, null, 2)}\n`);
  }
  expect(JSON.parse(await readFile(FILE, 'utf8'))).toEqual(schema);
});

it('no field allows a longer text than the form, which could not save its section', () => {
  const lengths = JSON.stringify(toProfileJsonSchema()).matchAll(/"maxLength":(\d+)/g);
  expect(Math.max(...Array.from(lengths, ([, length]) => Number(length)))).toBe(MAX_FIELD_LENGTH);
});
