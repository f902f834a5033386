import { z } from 'zod';

const settingsSchema = z.object({
  /** The folder that holds package.json and out/. */
  root: z.string(),
  /** What Electron is to start where Playwright drives the app. */
  drivenApp: z.string(),
  /** The Electron to measure with. */
  executable: z.string(),
  sandboxFlags: z.array(z.string()),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What scripts/bench.mjs hands over. @throws Error when this was not started by it */
export function readSettings(): Settings {
  const text = process.env.SIDETONE_BENCH;
  if (text === undefined) throw new Error('benchmarks are started by `npm run bench`');
  return settingsSchema.parse(JSON.parse(text));
}
