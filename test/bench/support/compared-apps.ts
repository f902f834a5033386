import { startSimulator } from '../../../simulator/simulator';
import type { Simulator } from '../../../simulator/simulator';
import type { Settings } from '../settings';
import { writeClockApp, writeEmptyApp } from './empty-app';
import { markStart } from './marked-start';
import { startProgram, writeProfile, type Program } from './program';
import { withTemporaryFolder } from './temporary-folder';

/** The apps to compare: Sidetone with every vendor in its profile, an empty app, and a clock. */
export interface ComparedApps {
  readonly simulator: Simulator;
  readonly startSidetone: () => Promise<Program>;
  readonly startEmptyApp: () => Promise<Program>;
  readonly startClockApp: () => Promise<Program>;
  /** The moments of a start of each, in ms since the process was started. */
  readonly markSidetone: () => Promise<ReadonlyMap<string, number>>;
  readonly markEmptyApp: () => Promise<ReadonlyMap<string, number>>;
}

/** Prepares the apps, runs `use`, and then stops their servers. */
export async function withComparedApps<Result>(
  settings: Settings,
  use: (apps: ComparedApps) => Promise<Result>,
): Promise<Result> {
  return withTemporaryFolder(async (folder) => {
    const simulator = await startSimulator();
    try {
      const emptyApp = await writeEmptyApp(folder);
      const clockApp = await writeClockApp(folder);
      const profile = await writeProfile(folder, simulator.profile);
      const sidetone = [settings.root, '--trace', '-', '--profile', profile];
      return await use({
        simulator,
        startSidetone: () => startProgram(settings, sidetone),
        startEmptyApp: () => startProgram(settings, [emptyApp]),
        startClockApp: () => startProgram(settings, [clockApp]),
        markSidetone: () => markStart(settings, sidetone),
        markEmptyApp: () => markStart(settings, [emptyApp]),
      });
    } finally {
      await simulator.close();
    }
  });
}
