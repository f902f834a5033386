import { readdir, readFile } from 'node:fs/promises';

/** Clock ticks per second in /proc: 100 on every Linux that Electron supports. */
const TICKS_PER_SECOND = 100;

/** A process and all its descendants. */
export async function listTree(rootId: number): Promise<number[]> {
  const entries = await readdir('/proc');
  const stats = await Promise.all(entries.filter((name) => /^\d+$/.test(name)).map(readStat));
  const tree = [rootId];
  for (const parent of tree) {
    for (const stat of stats) if (stat?.parentId === parent) tree.push(stat.processId);
  }
  return tree;
}

interface ProcessStat {
  readonly processId: number;
  readonly parentId: number;
  readonly cpuSeconds: number;
}

/** Returns undefined if the process has exited in the meantime. */
async function readStat(processId: number | string): Promise<ProcessStat | undefined> {
  const text = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // The second field is the program's name in parentheses, which can contain anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return {
    processId: Number(processId),
    parentId: Number(fields[1]),
    cpuSeconds: ticks / TICKS_PER_SECOND,
  };
}

/** CPU time used so far by a process and its descendants, in seconds. */
export async function readCpuSeconds(rootId: number): Promise<number> {
  const stats = await Promise.all((await listTree(rootId)).map(readStat));
  return sum(stats.map((stat) => stat?.cpuSeconds ?? 0));
}

/** Memory of a process and its descendants in MB, with shared memory counted once (PSS). */
export async function readMemory(rootId: number): Promise<number> {
  const sizes = await Promise.all((await listTree(rootId)).map(readProportionalSize));
  return sum(sizes) / 1024;
}

async function readProportionalSize(processId: number): Promise<number> {
  const text = await readFile(`/proc/${processId}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @throws Error if the kernel does not provide the data */
export function requireLinux(): void {
  if (process.platform !== 'linux') throw new Error('it reads /proc, so it needs Linux');
}
