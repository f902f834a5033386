import { startSimulator } from '../../../simulator/simulator';
import type { Simulator } from '../../../simulator/simulator';
import type { Settings } from '../settings';
import { writeEmptyApp } from './empty-app';
import { startProgram, writeProfile, type Program } from './program';
import { withTemporaryFolder } from './temporary-folder';

/** The two apps that are compared: Sidetone with every vendor in its profile, and an empty one. */
export interface Rivals {
  readonly simulator: Simulator;
  readonly startSidetone: () => Promise<Program>;
  readonly startEmptyApp: () => Promise<Program>;
}

/** Prepares both apps, and ends what serves them when `use` is done. */
export async function withRivals<Result>(
  settings: Settings,
  use: (rivals: Rivals) => Promise<Result>,
): Promise<Result> {
  return withTemporaryFolder(async (folder) => {
    const simulator = await startSimulator();
    try {
      const emptyApp = await writeEmptyApp(folder);
      const profile = await writeProfile(folder, simulator.profile);
      return await use({
        simulator,
        startSidetone: () =>
          startProgram(settings, [settings.root, '--trace', '-', '--profile', profile]),
        startEmptyApp: () => startProgram(settings, [emptyApp]),
      });
    } finally {
      await simulator.close();
    }
  });
}
