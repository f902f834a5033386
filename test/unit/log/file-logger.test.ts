import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogLevel } from '../../../contract/preference-choices';
import { createLogger } from '../../../main/log/file-logger';
import { eventually } from '../../support/eventually';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidetone-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

function linesOf(file: string): Promise<string[]> {
  return readFile(file, 'utf8').then(
    (text) => text.split(/\r?\n/).filter((line) => line !== ''),
    () => [],
  );
}

describe('createLogger', () => {
  it('continues once its folder can be used again', async () => {
    const inTheWay = join(folder, 'logs');
    await writeFile(inTheWay, '');
    const file = join(inTheWay, 'sidetone.log');
    const logger = createLogger({ file, secrets: () => [] });
    logger.info('lost');
    await rm(inTheWay);
    await eventually(async () => {
      logger.info('written');
      return (await linesOf(file)).some((line) => line.endsWith('written'));
    }).toBe(true);
  });

  it('writes one line per entry, without secrets and with masked numbers', async () => {
    const file = join(folder, 'logs', 'sidetone.log');
    const logger = createLogger({ file, secrets: () => ['hush-1'] });
    logger.info('call of 15002 $& %s', {
      token: 'hush-1',
      status: 12345,
      id: 9703255647n,
      nested: { list: ['+1 970 325 5647', { 'hush-1': true }] },
    });
    logger.error('failed\nbadly', { error: new Error('with hush-1') });
    await eventually(() => linesOf(file)).toHaveLength(2);

    const text = await readFile(file, 'utf8');
    expect(text).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:.]+Z info call of \*\*002 \$& %s \{"token":"\[secret\]","status":12345,"id":"\*{7}647","nested":\{"list":\["\+\* \*\*\* \*\*\* \*647",\{"\[secret\]":true\}\]\}\}/,
    );
    expect(text).toContain(' error failed badly ');
    expect(text).not.toContain('hush');
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('requests the current secrets for every line', async () => {
    const file = join(folder, 'sidetone.log');
    const secrets: string[] = [];
    const logger = createLogger({ file, secrets: () => secrets });
    secrets.push('later');
    logger.warn('known later');
    await eventually(() => linesOf(file)).toHaveLength(1);
    expect(await readFile(file, 'utf8')).toContain('warn known [secret]');
  });

  it('leaves out entries below the chosen level, from the next line on', async () => {
    const file = join(folder, 'sidetone.log');
    let level: LogLevel = 'error';
    const logger = createLogger({ file, secrets: () => [], level: () => level });
    logger.info('left out');
    logger.warn('left out');
    logger.error('kept');
    level = 'info';
    logger.info('kept too');
    await eventually(() => linesOf(file)).toHaveLength(2);
    expect(await readFile(file, 'utf8')).not.toContain('left out');
  });

  it('writes nothing to the console', async () => {
    const file = join(folder, 'sidetone.log');
    const spies = [
      vi.spyOn(process.stdout, 'write').mockReturnValue(true),
      vi.spyOn(process.stderr, 'write').mockReturnValue(true),
    ];
    createLogger({ file, secrets: () => [] }).error('quiet');
    await eventually(() => linesOf(file)).toHaveLength(1);
    const written = spies.flatMap((spy) => spy.mock.calls.map(([chunk]) => String(chunk)));
    for (const spy of spies) spy.mockRestore();
    expect(written.filter((chunk) => chunk.includes('quiet'))).toEqual([]);
  });

  it('starts a new file when one is full and keeps the previous one', async () => {
    const file = join(folder, 'sidetone.log');
    const logger = createLogger({ file, secrets: () => [] });
    for (let line = 0; line < 12; line += 1) logger.info('x'.repeat(100_000));
    await eventually(() => linesOf(file)).toHaveLength(12);
    logger.info('one more');
    await eventually(() => readdir(folder)).toEqual(['sidetone.log', 'sidetone.old.log']);
  });
});
