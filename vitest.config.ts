import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { DESKTOPS } from './test/support/desktops';

/**
 * The tests that take the longest. Most end-to-end tests are in several parts, so that the size of the file,
 * which Vitest goes by until it has measured a run, says nothing.
 */
const LONGEST = [
  'demo',
  'talkspaces',
  'conferences',
  'keyboard',
  'settings-and-control',
  'gallery',
  'resting-pointer',
  'twilio',
  'keyring',
  'desktop',
  'telephone',
  'connections',
  'history',
  'recordings',
  'telephone-calls',
  'window',
]
  .map((name) => `/test/e2e/${name}.test.ts`)
  // Each is one file on one processor, and longer than all others of its group.
  .concat('/test/chaos/chaos.test.ts', '/test/fleet/fleet.test.ts');

/** Starts the longest files first, so that at the end none of them runs alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) =>
      LONGEST.findIndex((name) => moduleId.endsWith(name));
    const isLong = (file: TestSpecification) => rank(file) >= 0;
    const longest = sorted.filter(isLong).sort((one, other) => rank(one) - rank(other));
    return [...longest, ...sorted.filter((file) => !isLong(file))];
  }
}

/** `npm run check` runs the unit project alone; `npm test` runs them all. */
export default defineConfig({
  plugins: [react()],
  test: {
    // When a test counts as stuck. It is no requirement on speed: a test of milliseconds takes seconds
    // while the computer is also busy with other things.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default Vitest leaves one processor idle, which is half of them on a small computer.
    maxWorkers: availableParallelism(),
    coverage: {
      include: ['{contract,main,preload,renderer,simulator}/**/*.{ts,tsx}'],
      // Vitest looks for these names at any depth.
      exclude: ['test/**'],
      reporter: ['text-summary', 'json-summary', 'html'],
      reportsDirectory: 'out/coverage',
    },
    sequence: { sequencer: LongestFirst },
    // No test leaves anything behind, so a worker may run one file after the other and load the modules
    // once: a third of the time of short tests would go into starting workers and loading.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx,mjs}'],
          pool: 'threads',
        },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['test/integration/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'conformance', include: ['test/conformance/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'chaos',
          include: ['test/chaos/**/*.test.ts'],
          // How long a battery takes is for those to say who chose its size.
          testTimeout: 0,
        },
      },
      {
        extends: true,
        test: { name: 'fleet', include: ['test/fleet/**/*.test.ts'], testTimeout: 0 },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/security/**/*.test.ts'],
          // One real app at a time on a desktop: they share its display and its message bus.
          maxWorkers: DESKTOPS.length,
          // After the projects that run as many files at once as there are processors.
          sequence: { groupOrder: 1 },
          setupFiles: ['test/support/take-desktop.ts'],
        },
      },
    ],
  },
});
