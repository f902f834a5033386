import { parse, type ParseError } from 'jsonc-parser';
import type { z } from 'zod';
import { describeMistake } from './mistakes';

/** Bad input to the simulator. The message names the field. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/**
 * Parses input by a schema.
 *
 * @param where the prefix for the path of a wrong field, or ''
 * @throws InputError naming each wrong field, such as `steps[3].call`, and what is allowed there
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, where: string): T {
  const result = schema.safeParse(input, { error: describeMistake });
  if (result.success) {
    return result.data;
  }
  const complaints = result.error.issues.map((issue) => {
    const path = issue.path.map((part) =>
      typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
    );
    const field = `${where}${path.join('')}`.replace(/^\./, '');
    return field === '' ? issue.message : `${field}: ${issue.message}`;
  });
  throw new InputError(complaints.join('; '));
}

/**
 * Parses JSON.
 *
 * @param what the name of the text in an error message
 * @throws InputError with the line and the column of the first mistake
 */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const mistakes: ParseError[] = [];
    parse(text, mistakes, { disallowComments: true });
    const before = text.slice(0, mistakes[0]?.offset ?? text.length).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new InputError(`${what} is not JSON: see line ${before.length}, column ${column}`);
  }
}
