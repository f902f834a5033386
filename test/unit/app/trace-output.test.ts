import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openTraceOutput } from '../../../main/app/trace-output';
import { testInFolder as test } from '../../support/temporary-folder';

async function writeOneLine(file: string): Promise<void> {
  const output = await openTraceOutput(file);
  if (!output.ok) throw new Error(output.error.detail);
  output.value.write('{}');
  await output.value.close();
}

test('makes the trace readable only by its owner, even if the file was readable by others', async ({
  folder,
}) => {
  const made = join(folder, 'made');
  await writeOneLine(made);
  const there = join(folder, 'there');
  await writeFile(there, 'earlier\n');
  await chmod(there, 0o644);
  await writeOneLine(there);
  for (const file of [made, there]) expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(there, 'utf8')).toBe('earlier\n{}\n');
});

test('does not change the permissions of anything but a regular file', async () => {
  const { mode } = await stat('/dev/null');
  await writeOneLine('/dev/null');
  expect((await stat('/dev/null')).mode).toBe(mode);
});

test('refuses a trace in a missing folder', async ({ folder }) => {
  expect(await openTraceOutput(join(folder, 'missing', 'trace'))).toMatchObject({
    ok: false,
    error: { code: 'bad-input' },
  });
});
