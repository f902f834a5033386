import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import { eventually } from './eventually';

const resultSchema = z.object({
  passes: z.array(z.unknown()),
  incomplete: z.array(z.unknown()),
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

/** Expects axe to find nothing wrong with the page, in light, in dark and in forced colors. */
export async function audit(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  for (const { media, rules } of THEMES) {
    await page.emulateMedia({ forcedColors: null, ...media });
    await settle(page);
    const options = JSON.stringify(rules === undefined ? {} : { runOnly: rules });
    const result = resultSchema.parse(await page.evaluate(`axe.run(${options})`));
    const looked = result.passes.length + result.incomplete.length;
    expect(looked).toBeGreaterThan(rules === undefined ? 10 : 0);
    expect(result.violations, JSON.stringify(media)).toEqual([]);
  }
}
