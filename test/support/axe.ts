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

/** Waits until all transitions and animations have ended, except those that repeat forever. */
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

/** Rules that depend on the theme run in each theme, all others once. */
const THEMES = [
  { media: { colorScheme: 'light' }, rules: undefined },
  { media: { colorScheme: 'dark' }, rules: ['color-contrast'] },
  { media: { colorScheme: 'dark', forcedColors: 'active' }, rules: ['color-contrast'] },
] as const;

/**
 * An expression that runs axe. The page returns only what the test needs, because sending the complete
 * report takes longer than running axe.
 */
function runAxe(options: object): string {
  return `axe.run(${JSON.stringify(options)}).then(({ passes, incomplete, violations }) => ({
    checked: passes.length + incomplete.length,
    violations,
  }))`;
}

/** Expects axe to find no violation on the page, in light, dark and forced colors. */
export async function audit(page: Page): Promise<void> {
  // A page that was audited before already has axe.
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
