import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import { eventually } from './eventually';

const resultSchema = z.object({
  passes: z.array(z.unknown()),
  violations: z.array(
    z.object({
      id: z.string(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
    }),
  ),
});

/** Waits until no color or position is changing; animations that repeat are left alone. */
async function settle(page: Page): Promise<void> {
  await eventually(() =>
    page.evaluate(
      () =>
        document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().iterations === 1).length,
    ),
  ).toBe(0);
}

const THEMES = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** Expects axe to find nothing wrong with the page, in light, in dark and in forced colors. */
export async function audit(page: Page): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ forcedColors: null, ...theme });
    await settle(page);
    const result = resultSchema.parse(await page.evaluate(`${axe.source};axe.run()`));
    expect(result.passes.length).toBeGreaterThan(10);
    expect(result.violations, JSON.stringify(theme)).toEqual([]);
  }
}
