import { z } from 'zod';

const settingsSchema = z.object({
  /** The folder with package.json and out/. */
  root: z.string(),
  /** The entry that Electron starts when Playwright drives the app. */
  drivenApp: z.string(),
  /** The Electron to measure with. */
  executable: z.string(),
  sandboxFlags: z.array(z.string()),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A value that scripts/bench.mjs passes on. @throws Error if it did not start this process */
export function readSettings(): Settings {
  const text = process.env.SIDETONE_BENCH;
  if (text === undefined) throw new Error('benchmarks are started by `npm run bench`');
  return settingsSchema.parse(JSON.parse(text));
}
