import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { followLines } from '../../../../scripts/demo/follow-lines.mjs';
import { withTemporaryFolder } from '../../../../scripts/setup/temporary-folder.mjs';

it('returns each complete appended line once, however it is split', async () => {
  await withTemporaryFolder('test', async (folder) => {
    const file = join(folder, 'trace.jsonl');
    await writeFile(file, 'from an earlier run\n');
    const lines = [];
    let seen;
    const first = new Promise((resolve) => (seen = resolve));
    const following = await followLines(file, (line) => {
      lines.push(line);
      seen();
    });
    await appendFile(file, 'one\ntw');
    await first;
    // A multi-byte character arrives in pieces.
    const [start, rest] = [Buffer.from('ö\n').subarray(0, 1), Buffer.from('ö\n').subarray(1)];
    await appendFile(file, start);
    await appendFile(file, rest);
    await following.stop();
    expect(lines).toEqual(['one', 'twö']);
  });
});
