import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyIntegrity } from '../../../../scripts/setup/integrity.mjs';
import { withTemporaryFolder } from '../../../../scripts/setup/temporary-folder.mjs';

const integrityOf = (text) => `sha512-${createHash('sha512').update(text).digest('base64')}`;

it('accepts a file with the right hash', async () => {
  await withTemporaryFolder('test', async (folder) => {
    const file = join(folder, 'archive');
    await writeFile(file, 'as published');
    await expect(verifyIntegrity(file, integrityOf('as published'))).resolves.toBeUndefined();
  });
});

it('rejects a changed file, and names it', async () => {
  await withTemporaryFolder('test', async (folder) => {
    const file = join(folder, 'archive');
    await writeFile(file, 'as published, and a bit more');
    const verification = verifyIntegrity(file, integrityOf('as published'));
    await expect(verification).rejects.toThrow(`${file} has the wrong hash`);
  });
});
