import { z } from 'zod';
import { isWellFormed } from '../../contract/text';

export const BROKEN_CHARACTER = 'contains an incomplete character; type it again';

export function textOf(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/\S/, 'must not be blank')
    .refine(isWellFormed, BROKEN_CHARACTER);
}

export const text = textOf(500);

/** The part before the colon in Basic authentication (RFC 7617), so it cannot contain one. */
export const basicUserName = text.refine(
  (name) => !name.includes(':'),
  'must not contain a colon (:)',
);
