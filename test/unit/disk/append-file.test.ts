import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  rmdir,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { AppError } from '../../../contract/errors';
import { createAppendFile, type AppendFile } from '../../../main/disk/append-file';
import { eventually } from '../../support/eventually';
import { createManualClock, type ManualClock } from '../../support/manual-clock';

describe('a file of lines', () => {
  let folder: string;
  let file: string;
  let clock: ManualClock;
  let reported: string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sidetone-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    file = join(folder, 'state', 'lines');
    clock = createManualClock();
    reported = [];
  });

  function open(handle?: FileHandle): AppendFile {
    const report = (what: string) => (problem: AppError) =>
      reported.push(`${what}: ${problem.detail}`);
    return createAppendFile({
      file,
      ...(handle && { handle }),
      onProblem: report('problem'),
      onRecovered: report('recovered'),
      after: (milliseconds, callback) => clock.after(milliseconds, callback),
    });
  }

  it('is written in order, readable only by its owner', async () => {
    const lines = open();
    for (let nth = 0; nth < 1_000; nth += 1) lines.write(`line ${nth}`);
    expect(await lines.close()).toEqual([]);
    const text = await readFile(file, 'utf8');
    expect(text).toBe(Array.from({ length: 1_000 }, (_, nth) => `line ${nth}\n`).join(''));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(reported).toEqual([]);
  });

  it('drops only lines that are not being written when too many wait for a slow disk', async () => {
    let written = '';
    let isSlow = false;
    const held: (() => void)[] = [];
    const slow = {
      writev: async (buffers: readonly Uint8Array[]) => {
        if (isSlow) await new Promise<void>((resolve) => held.push(resolve));
        const bytes = Buffer.concat(buffers);
        written += bytes.toString();
        return { bytesWritten: bytes.length };
      },
      close: () => Promise.resolve(),
    };
    const lines = open(slow as unknown as FileHandle);
    function write(from: number, upTo: number): void {
      for (let nth = from; nth < upTo; nth += 1) lines.write(`line ${nth}`);
    }
    write(0, 5_000);
    isSlow = true;
    await eventually(() => held.length).toBe(1);
    write(5_000, 10_101);
    isSlow = false;
    held[0]?.();
    await lines.close();
    const rows = written.trimEnd().split('\n');
    expect(rows.filter((row) => !/^line \d+$/.test(row))).toEqual([]);
    expect(rows).toHaveLength(10_001);
  });

  it('that others could read becomes readable only by its owner', async () => {
    await mkdir(join(folder, 'state'));
    await writeFile(file, 'earlier\n');
    await chmod(file, 0o644);
    const lines = open();
    lines.write('later');
    await lines.close();
    expect(await readFile(file, 'utf8')).toBe('earlier\nlater\n');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('that cannot be written reports that once, and continues with all lines once it can', async () => {
    await mkdir(file, { recursive: true });
    const lines = open();
    lines.write('a');
    await lines.flush();
    lines.write('b');
    clock.advance(5_000);
    await lines.flush();
    expect(reported).toEqual([`problem: a folder is in the place of ${file}`]);

    await rmdir(file);
    lines.write('c');
    clock.advance(5_000);
    await lines.flush();
    expect(reported.slice(1)).toEqual([`recovered: a folder is in the place of ${file}`]);
    lines.write('d');
    await lines.close();
    expect(await readFile(file, 'utf8')).toBe('a\nb\nc\nd\n');
    expect(clock.pending()).toEqual([]);
  });

  it('on a full disk names the disk, and continues when there is space', async () => {
    await mkdir(join(folder, 'state'));
    await symlink('/dev/full', file);
    const lines = open();
    lines.write('a');
    await lines.flush();
    const full = `no space left on the disk that holds ${join(folder, 'state')}`;
    expect(reported).toEqual([`problem: ${full}`]);
    await rm(file);
    clock.advance(5_000);
    await lines.flush();
    expect(reported.slice(1)).toEqual([`recovered: ${full}`]);
    await lines.close();
    expect(await readFile(file, 'utf8')).toBe('a\n');
  });

  it('that is closed while it cannot be written returns the missing lines', async () => {
    await mkdir(file, { recursive: true });
    const lines = open();
    lines.write('ä');
    lines.write('b');
    expect(await lines.close()).toEqual(['ä', 'b']);
    expect(clock.pending()).toEqual([]);
  });

  it('keeps a limited number of lines for a disk that never recovers', async () => {
    await mkdir(file, { recursive: true });
    const lines = open();
    for (let nth = 0; nth < 10_010; nth += 1) lines.write(`${nth}`);
    const missing = await lines.close();
    expect(missing).toHaveLength(10_000);
    expect(missing.at(-1)).toBe('10009');
  });
});
