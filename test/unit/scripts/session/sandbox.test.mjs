import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureSandbox, explainSandbox } from '../../../../scripts/session/sandbox.mjs';
import { testInFolder as test } from '../../../support/temporary-folder';

const ORDINARY_USER = 1000;

describe.runIf(process.platform === 'linux')('where users may make no namespaces', () => {
  afterEach(() => vi.unstubAllEnvs());

  async function forbidNamespaces(folder) {
    const command = join(folder, 'unshare');
    await writeFile(command, '#!/bin/sh\nexit 1\n');
    await chmod(command, 0o755);
    vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
  }

  test('the way out is said before Chromium ends', async ({ folder }) => {
    await forbidNamespaces(folder);
    const executable = join(folder, 'electron');
    const helper = join(folder, 'chrome-sandbox');
    await expect(ensureSandbox(executable, ORDINARY_USER)).rejects.toThrow(
      `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    );
  });

  test.runIf(process.getuid?.() === 0)('a helper that root owns will do', async ({ folder }) => {
    await forbidNamespaces(folder);
    const helper = join(folder, 'chrome-sandbox');
    await writeFile(helper, '');
    await chmod(helper, 0o4755);
    await ensureSandbox(join(folder, 'electron'), ORDINARY_USER);
  });

  test('root does without', async ({ folder }) => {
    await forbidNamespaces(folder);
    await ensureSandbox(join(folder, 'electron'), 0);
  });
});

describe('the way out', () => {
  it.each([
    ['kernel.apparmor_restrict_unprivileged_userns', '1', '0'],
    ['kernel.unprivileged_userns_clone', '0', '1'],
    ['user.max_user_namespaces', '0', '15000'],
  ])('names %s', (name, refuses, allows) => {
    const words = explainSandbox('/dist/chrome-sandbox', { [name]: refuses });
    expect(words).toContain(`(${name} is ${refuses})`);
    expect(words).toContain(`sudo sysctl -w ${name}=${allows}`);
  });
});
