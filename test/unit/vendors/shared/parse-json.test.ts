import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../main/vendors/shared/parse-json';

const LEVELS = 100_000;

describe('parseJson', () => {
  it.each([
    ['lists', `{"value":${'['.repeat(LEVELS)}1${']'.repeat(LEVELS)},"after":1}`],
    ['objects', `{"value":${'{"a":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)},"after":1}`],
  ])('limits how deep %s are nested, so that the result can be serialized', (_what, text) => {
    const value = parseJson(text);
    expect(value).toMatchObject({ after: 1 });
    expect(JSON.stringify(value).length).toBeLessThan(1_000);
  });

  it('does not change anything else', () => {
    const text = '{"a":[{"b":[null,true,1.5,"x"]}],"__proto__":{"c":{}}}';
    expect(JSON.stringify(parseJson(text))).toBe(text);
  });

  it('returns undefined for invalid JSON', () => {
    expect(parseJson('<html>')).toBeUndefined();
  });
});
