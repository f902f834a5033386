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

test('a trace is for its owner alone, also in a file that others could read', async ({
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

test('a trace to what is no file changes nothing of it', async () => {
  const { mode } = await stat('/dev/null');
  await writeOneLine('/dev/null');
  expect((await stat('/dev/null')).mode).toBe(mode);
});

test('a trace in a folder that is not there is refused', async ({ folder }) => {
  expect(await openTraceOutput(join(folder, 'missing', 'trace'))).toMatchObject({
    ok: false,
    error: { code: 'bad-input' },
  });
});
