import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Bridge } from '../../../contract/bridge';
import { requestsOf } from '../../support/sidetone';
import { test } from './app';

declare const window: { readonly sidetone: Bridge };

test('code in the window cannot dial 300 numbers', async ({ sidetone }) => {
  const { app, page, simulator } = sidetone;
  await app.waitForTrace({ kind: 'connection', vendor: 'genesys', state: 'connected' });
  const codes = await page.evaluate(async () => {
    const dials = Array.from({ length: 300 }, () => window.sidetone.dial({ address: '15004' }));
    const results = await Promise.all(dials);
    return results.map((result) => (result.ok ? 'ok' : result.error.code));
  });
  const refused = codes.filter((code) => code === 'too-fast');
  expect(refused.length).toBeGreaterThanOrEqual(290);
  await app.waitForTrace({ kind: 'command', action: 'dial', outcome: 'confirmed' });
  expect(requestsOf(simulator, 'Dial').length).toBeLessThanOrEqual(10);

  const log = await readFile(join(app.userDataDirectory, 'logs', 'sidetone.log'), 'utf8');
  const lines = log.split('\n').filter((line) => line.includes('too fast'));
  expect(lines.length).toBeGreaterThanOrEqual(1);
  expect(lines.length).toBeLessThanOrEqual(10);
  expect(lines.join()).not.toContain('004');
});
