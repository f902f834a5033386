import type { z } from 'zod';
import type { AppError } from '../../contract/errors';
import type { FieldMistake } from '../../contract/settings';
import { profileSchema, type Profile } from './profile';

/** A valid profile, or all its mistakes. Each begins with the name of the field. */
export type CheckedProfile =
  | { readonly ok: true; readonly value: Profile }
  | { readonly ok: false; readonly mistakes: readonly string[] };

export type CheckedFields =
  | { readonly ok: true; readonly value: Profile }
  | { readonly ok: false; readonly mistakes: readonly FieldMistake[] };

/** Checks the content of a profile. Mistakes name fields, never their values. */
export function checkProfile(content: unknown): CheckedProfile {
  const checked = checkFields(content);
  return checked.ok
    ? checked
    : {
        ok: false,
        mistakes: checked.mistakes.map(
          ({ field, message }) => `${field || 'the profile'}: ${message}`,
        ),
      };
}

/** Like `checkProfile`, with the mistakes by field. */
export function checkFields(content: unknown): CheckedFields {
  // Without `jitless`, zod would first compile a validator, which takes longer than validating a profile once.
  const parsed = profileSchema.safeParse(content, { reportInput: true, jitless: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  const mistakes = new Map<string, string>();
  for (const [field, message] of parsed.error.issues.flatMap(describeIssue)) {
    // One mistake per field is enough. The next one is reported once this is corrected.
    if (!mistakes.has(field)) mistakes.set(field, message);
  }
  return {
    ok: false,
    mistakes: [...mistakes].map(([field, message]) => ({ field, message })),
  };
}

/** The maximum length of an error's detail (`contract/errors.ts`). */
const MAX_DETAIL_LENGTH = 500;

/** All mistakes as one error: `bad-input`. */
export function toProfileError(mistakes: readonly string[]): AppError {
  const detail = mistakes.join('; ');
  return {
    code: 'bad-input',
    detail:
      detail.length > MAX_DETAIL_LENGTH ? `${detail.slice(0, MAX_DETAIL_LENGTH - 1)}…` : detail,
  };
}

type IssueMistake = readonly [field: string, message: string];

function describeIssue(issue: z.core.$ZodIssue): readonly IssueMistake[] {
  const field = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => [
        [...issue.path, key].map(String).join('.'),
        'is not a known field',
      ]);
    case 'invalid_type':
      return [
        [field, issue.input === undefined ? 'is missing' : `must be ${article(issue.expected)}`],
      ];
    case 'invalid_union':
      return [[field, issue.input === undefined ? 'is missing' : issue.message]];
    case 'invalid_value':
      return [
        [field, `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`],
      ];
    case 'too_small':
      return [[field, 'must not be empty']];
    case 'too_big':
      return [[field, 'is too long']];
    case 'custom':
    case 'invalid_format':
      return [[field, issue.message]];
    default:
      return [[field, 'is not valid']];
  }
}

function article(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}
