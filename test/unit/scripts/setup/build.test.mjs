import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashSources } from '../../../../scripts/setup/build.mjs';
import { withTemporaryFolder } from '../../../../scripts/setup/temporary-folder.mjs';

it('distinguishes changed sources from unchanged ones', async () => {
  await withTemporaryFolder('test', async (root) => {
    await mkdir(join(root, 'main', 'calls'), { recursive: true });
    await writeFile(join(root, 'main', 'calls', 'store.ts'), 'export {};');
    await writeFile(join(root, 'lock.json'), '{}');
    const hash = () => hashSources(root, ['main', 'lock.json']);

    const first = await hash();
    await writeFile(join(root, 'main', 'calls', 'store.ts'), 'export {};');
    expect(await hash()).toBe(first);

    await writeFile(join(root, 'lock.json'), '{"changed":true}');
    const second = await hash();
    expect(second).not.toBe(first);

    await writeFile(join(root, 'main', 'calls', 'new.ts'), '');
    expect(await hash()).not.toBe(second);
  });
});
