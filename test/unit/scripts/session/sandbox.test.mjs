import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureSandbox, explainSandbox } from '../../../../scripts/session/sandbox.mjs';
import { testInFolder as test } from '../../../support/temporary-folder';

const ORDINARY_USER = 1000;

describe.runIf(process.platform === 'linux')('if users cannot create namespaces', () => {
  afterEach(() => vi.unstubAllEnvs());

  async function forbidNamespaces(folder) {
    const command = join(folder, 'unshare');
    await writeFile(command, '#!/bin/sh\nexit 1\n');
    await chmod(command, 0o755);
    vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
  }

  test('the remedy is printed before Chromium exits', async ({ folder }) => {
    await forbidNamespaces(folder);
    const executable = join(folder, 'electron');
    const helper = join(folder, 'chrome-sandbox');
    await expect(ensureSandbox(executable, ORDINARY_USER)).rejects.toThrow(
      `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    );
  });

  test.runIf(process.getuid?.() === 0)('a helper that root owns is enough', async ({ folder }) => {
    await forbidNamespaces(folder);
    const helper = join(folder, 'chrome-sandbox');
    await writeFile(helper, '');
    await chmod(helper, 0o4755);
    await ensureSandbox(join(folder, 'electron'), ORDINARY_USER);
  });

  test('root needs no sandbox', async ({ folder }) => {
    await forbidNamespaces(folder);
    await ensureSandbox(join(folder, 'electron'), 0);
  });
});

describe('the remedy', () => {
  it.each([
    ['kernel.apparmor_restrict_unprivileged_userns', '1', '0'],
    ['kernel.unprivileged_userns_clone', '0', '1'],
    ['user.max_user_namespaces', '0', '15000'],
  ])('names %s', (name, refuses, allows) => {
    const remedy = explainSandbox('/dist/chrome-sandbox', { [name]: refuses });
    expect(remedy).toContain(`(${name} is ${refuses})`);
    expect(remedy).toContain(`sudo sysctl -w ${name}=${allows}`);
  });
});
