import { readFileSync } from 'node:fs';

/** The text of a sample payload in `test/fixtures`, by its path there. */
export function readFixture(path: string): string {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');
}
