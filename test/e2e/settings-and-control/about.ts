import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../support/electron';
import { button, form, seeText } from '../../support/window';
import { test } from './app';

const manifestSchema = z.object({ version: z.string() });

test('About has the version and the license of everything in the package', async ({
  sidetone: { page },
}) => {
  const manifest = await readFile(join(PROJECT_ROOT, 'package.json'), 'utf8');
  const { version } = manifestSchema.parse(JSON.parse(manifest));
  await button(page, 'Commands').click();
  await form(page, 'Commands').waitFor();
  await page.keyboard.type('about');
  await page.keyboard.press('Enter');

  const about = form(page, 'About Sidetone');
  await seeText(about, `Version ${version}`);
  const others = about.getByRole('region', { name: 'Third-party software' });
  const shown = await others.getByRole('listitem').allTextContents();
  for (const part of ['Electron (MIT)', 'Chromium (', 'react ', 'undici ', 'zod ', 'cometd ']) {
    expect(shown.filter((text) => text.startsWith(part))).not.toEqual([]);
  }
  for (const text of shown)
    expect(text).toMatch(
      /Permission is hereby|Permission to use|Redistribution and use|Apache License|LICENSES\.chromium/,
    );
  await others.getByText(/^Electron/).click();
  await others.getByText(/Copyright \(c\) Electron contributors/).waitFor();

  await button(about, 'Close').click();
  await about.waitFor({ state: 'detached' });
});
