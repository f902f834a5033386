import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { createReplyFile, writeReply } from '../../../main/app/remote-reply';
import { testInFolder as test } from '../../support/temporary-folder';

/** Long enough for an existing file. */
const LIMIT_MS = 20;

describe('the reply of the running app', () => {
  test('is one line, and leaves no file behind', async ({ folder }) => {
    const done = createReplyFile(folder);
    writeReply(folder, done.id);
    expect(done.wait(LIMIT_MS)).toBe('');
    const refused = createReplyFile(folder);
    writeReply(folder, refused.id, 'There is\nno call.');
    expect(refused.wait(LIMIT_MS)).toBe('There is no call.');
    done.remove();
    refused.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  test('is readable only by its owner', async ({ folder }) => {
    const { id } = createReplyFile(folder);
    const [name = ''] = await readdir(folder);
    expect(name).toContain(id);
    expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
  });

  test('is undefined if none arrives in time', ({ folder }) => {
    expect(createReplyFile(folder).wait(LIMIT_MS)).toBeUndefined();
  });

  test('is not written if nobody waits for it', async ({ folder }) => {
    const givenUp = createReplyFile(folder);
    givenUp.remove();
    writeReply(folder, givenUp.id, 'too late');
    expect(await readdir(folder)).toEqual([]);
  });

  test('is written only to a reply file', async ({ folder }) => {
    const other = join(folder, 'profile.json');
    await writeFile(other, '{}');
    writeReply(folder, '/../profile.json', 'x');
    const id = randomUUID();
    await symlink(other, join(folder, `.reply-${id}`));
    writeReply(folder, id, 'x');
    expect(await readFile(other, 'utf8')).toBe('{}');
  });
});
