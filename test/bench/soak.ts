import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { startSimulator, type Simulator } from '../../simulator/simulator';
import { readSettings, type Settings } from './settings';
import { listTree, readMemory, requireLinux } from './support/processes';
import { writeProfile } from './support/program';
import { drawSoak, type Sample } from './support/soak-plot';
import { withTemporaryFolder } from './support/temporary-folder';

/** Ten times the load of a busy agent, who has about twenty calls an hour. */
const CALLS_AN_HOUR = 200;
const CALL_EVERY_MS = 3_600_000 / CALLS_AN_HOUR;
const STEP_MS = 1_000;
const SAMPLE_EVERY_CALLS = 2;
/** Calls before the measurement, since an app still loads code during its first calls. */
const WARM_UP_CALLS = 4;

/** Runs the real app through an hour of calls, to see whether memory, handles or clock error grow. */
async function main(): Promise<void> {
  requireLinux();
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
  const settings = readSettings();
  const samples = await withTemporaryFolder(async (folder) => {
    const simulator = await startSimulator();
    const app = await launch(settings, simulator, folder);
    try {
      return await soak(app, simulator, Number(values.minutes));
    } finally {
      await app.close();
      await simulator.close();
    }
  });
  const results = join(settings.root, 'out', 'bench');
  await writeFile(join(results, 'soak.json'), `${JSON.stringify(samples, null, 2)}\n`);
  await writeFile(join(results, 'soak.svg'), drawSoak(samples));
  process.stdout.write(`${JSON.stringify(summarize(samples))}\n`);
}

async function launch(
  settings: Settings,
  simulator: Simulator,
  folder: string,
): Promise<ElectronApplication> {
  const profile = await writeProfile(folder, simulator.profile);
  const { executable, sandboxFlags, drivenApp } = settings;
  return _electron.launch({
    executablePath: executable,
    args: [...sandboxFlags, drivenApp, '--profile', profile, `--user-data-dir=${folder}`],
    chromiumSandbox: sandboxFlags.length === 0,
  });
}

async function soak(
  app: ElectronApplication,
  simulator: Simulator,
  minutes: number,
): Promise<readonly Sample[]> {
  const page = await app.firstWindow();
  await page.getByText('Genesys: Connected').waitFor();
  const startedAt = performance.now();
  const samples: Sample[] = [];
  for (let call = 1; performance.now() - startedAt < minutes * 60_000; call += 1) {
    const callStartedAt = performance.now();
    const clockErrorSeconds = await playCall(simulator, page);
    if (call > WARM_UP_CALLS && call % SAMPLE_EVERY_CALLS === 0) {
      samples.push({
        minute: (performance.now() - startedAt) / 60_000,
        calls: call,
        clockErrorSeconds,
        ...(await measure(app)),
      });
      process.stderr.write(`${JSON.stringify(samples.at(-1))}\n`);
    }
    await delay(Math.max(0, CALL_EVERY_MS - (performance.now() - callStartedAt)));
  }
  return samples;
}

/** Plays one call with everything that can happen to it. Returns the error of the window's clock, in s. */
async function playCall({ genesys }: Simulator, page: Page): Promise<number> {
  const arrivedAt = performance.now();
  const { id } = genesys.arrive({ from: '+12125550142' });
  const steps = [
    () => genesys.answer(id),
    () => genesys.join(id, { number: '15002' }, true),
    () => genesys.mute(id, true),
    () => genesys.mute(id, false),
    () => genesys.hold(id, true),
    () => genesys.hold(id, false),
    () => genesys.leave(id, '15002'),
  ];
  for (const step of steps) {
    await delay(STEP_MS);
    step();
  }
  await delay(STEP_MS);
  const shown = await page.getByRole('timer').innerText();
  const elapsed = Math.floor((performance.now() - arrivedAt) / 1_000);
  genesys.release(id);
  return toSeconds(shown) - elapsed;
}

function toSeconds(clock: string): number {
  return clock.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}

async function measure(
  app: ElectronApplication,
): Promise<Pick<Sample, 'megabytes' | 'openFiles' | 'handles'>> {
  const rootId = app.process().pid ?? 0;
  const tree = await listTree(rootId);
  const files = await Promise.all(
    tree.map(async (id) => (await readdir(`/proc/${id}/fd`).catch(() => [])).length),
  );
  return {
    megabytes: await readMemory(rootId),
    openFiles: files.reduce((total, count) => total + count, 0),
    handles: await app.evaluate(() => process.getActiveResourcesInfo().length),
  };
}

function summarize(samples: readonly Sample[]): object {
  const first = samples.slice(0, Math.ceil(samples.length / 4));
  const last = samples.slice(-first.length);
  const compare = (pick: (sample: Sample) => number) => ({
    firstQuarter: median(first.map(pick)),
    lastQuarter: median(last.map(pick)),
  });
  return {
    name: 'soak',
    calls: samples.at(-1)?.calls ?? 0,
    minutes: Math.round(samples.at(-1)?.minute ?? 0),
    megabytes: compare(({ megabytes }) => megabytes),
    openFiles: compare(({ openFiles }) => openFiles),
    handles: compare(({ handles }) => handles),
    largestClockErrorSeconds: Math.max(
      ...samples.map(({ clockErrorSeconds }) => Math.abs(clockErrorSeconds)),
    ),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

main().catch((error: unknown) => {
  process.stderr.write(`soak: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
