import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import { eventually } from './eventually';

const resultSchema = z.object({
  checked: z.number(),
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

/** What depends on the theme is looked at in each of them, everything else once. */
const THEMES = [
  { media: { colorScheme: 'light' }, rules: undefined },
  { media: { colorScheme: 'dark' }, rules: ['color-contrast'] },
  { media: { colorScheme: 'dark', forcedColors: 'active' }, rules: ['color-contrast'] },
] as const;

/**
 * An expression that runs axe. The page sends back only what the test needs: to send everything that axe
 * reports takes longer than to run it.
 */
function runAxe(options: object): string {
  return `axe.run(${JSON.stringify(options)}).then(({ passes, incomplete, violations }) => ({
    checked: passes.length + incomplete.length,
    violations,
  }))`;
}

/** Expects axe to find nothing wrong with the page, in light, in dark and in forced colors. */
export async function audit(page: Page): Promise<void> {
  // A page that was audited before has it already.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  for (const { media, rules } of THEMES) {
    await page.emulateMedia({ forcedColors: null, ...media });
    await settle(page);
    const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
    const result = resultSchema.parse(await page.evaluate(runAxe(options)));
    expect(result.checked).toBeGreaterThan(rules === undefined ? 10 : 0);
    expect(result.violations, JSON.stringify(media)).toEqual([]);
  }
}
