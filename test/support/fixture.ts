import { readFileSync } from 'node:fs';

/** Reads a sample payload, by its path in `test/fixtures`. */
export function readFixture(path: string): string {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');
}
