import type { z } from 'zod';
import { fail, succeed, type Result } from '../../contract/result';
import { profileSchema, type Profile } from './profile';

/** Reads a profile from its text. The error names the first field that is wrong, never its value. */
export function parseProfileText(text: string): Result<Profile> {
  let content: unknown;
  try {
    // Editors on Windows put a mark before the text.
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail({ code: 'bad-input', detail: 'the profile is not valid JSON' });
  }
  return parseProfile(content);
}

export function parseProfile(content: unknown): Result<Profile> {
  const parsed = profileSchema.safeParse(content, { reportInput: true });
  if (parsed.success) return succeed(parsed.data);
  const [issue] = parsed.error.issues;
  return fail({
    code: 'bad-input',
    detail: issue === undefined ? 'the profile is not valid' : describeIssue(issue),
  });
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const field = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${[...issue.path, issue.keys[0]].map(String).join('.')}: is not a known field`;
    case 'invalid_type':
      return issue.input === undefined
        ? `${field || 'the profile'}: is missing`
        : `${field || 'the profile'}: must be ${article(issue.expected)}`;
    case 'invalid_value':
      return `${field}: must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'too_small':
      return `${field}: must not be empty`;
    case 'too_big':
      return `${field}: is too long`;
    case 'custom':
    case 'invalid_format':
      return `${field}: ${issue.message}`;
    default:
      return `${field || 'the profile'}: is not valid`;
  }
}

function article(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}
