import type { z } from 'zod';
import type { Logger } from '../../log/logger';
import { describeProblem } from './reply';

/** Parses a list item by item. An item that cannot be read is logged and left out; the others are kept. */
export type ReadItems = <Item>(
  what: string,
  schema: z.ZodType<Item>,
  values: readonly unknown[],
) => Item[];

/**
 * Polling returns the same item repeatedly, so this many different problems are remembered to log each only
 * once.
 */
const MAX_KNOWN_PROBLEMS = 50;

/** `what` names the items in the log; each problem is logged once. */
export function createItemReader(logger: Logger): ReadItems {
  const known = new Set<string>();

  function log(what: string, problem: string): void {
    const key = `${what} ${problem}`;
    if (known.has(key) || known.size >= MAX_KNOWN_PROBLEMS) return;
    known.add(key);
    logger.warn('An item of an answer could not be read', { what, problem });
  }

  return (what, schema, values) =>
    values.flatMap((value) => {
      const item = schema.safeParse(value);
      if (item.success) return [item.data];
      log(what, describeProblem(item.error));
      return [];
    });
}
