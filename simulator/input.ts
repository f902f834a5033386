import type { z } from 'zod';

/** Bad input to the simulator. The message names the field. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/**
 * Parses input by a schema.
 *
 * @param where what stands before the path of an offending field, or ''
 * @throws InputError naming each field that is wrong, such as `steps[3].call`
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, where: string): T {
  const result = schema.safeParse(input);
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
