import { z } from 'zod';

/** Describes a violation of a schema, with the values or fields that are allowed. */
export function describeMistake(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${withArticle(issue.expected)}`;
    case 'invalid_value':
      return describeChoice(issue.input, issue.values.map(String));
    case 'unrecognized_keys':
      return `${issue.keys.map(quote).join(', ')} is not allowed here; use ${fieldsOf(issue.inst)}`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? describeChoice(valueAt(issue.input, issue.discriminator), issue.options.map(String))
        : 'has a value of the wrong type';
    case 'too_small':
      return issue.origin === 'number' ? `must be ${issue.minimum} or more` : 'must not be empty';
    case 'too_big':
      return `must be ${issue.maximum} or less`;
    case 'invalid_format':
      return issue.format === 'url' ? 'must be a URL' : 'is not well formed';
    default:
      return 'is not valid';
  }
}

function describeChoice(given: unknown, allowed: readonly string[]): string {
  const choice = `must be ${allowed.length > 1 ? 'one of ' : ''}${allowed.join(', ')}`;
  if (given === undefined) return `is missing; it ${choice}`;
  return typeof given === 'string' ? `is ${quote(given)} and ${choice}` : choice;
}

function valueAt(input: unknown, key: unknown): unknown {
  return typeof input === 'object' && input !== null && typeof key === 'string'
    ? Reflect.get(input, key)
    : undefined;
}

function fieldsOf(schema: unknown): string {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape).join(', ') : 'no such fields';
}

function withArticle(type: string): string {
  if (type === 'int') return 'a whole number';
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function quote(text: string): string {
  return `"${text}"`;
}
