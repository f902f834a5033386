import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'vitest';

/** A `test` with an empty folder of its own, which is removed after it. */
export const testInFolder = base.extend('folder', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-test-'));
  onCleanup(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
});
