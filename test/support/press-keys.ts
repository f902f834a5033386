import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PYTHON } from './desktop';

/** Presses keys, by their X names, on the display of the tests, whatever has the focus. */
export async function pressKeys(...keys: readonly string[]): Promise<void> {
  await promisify(execFile)(PYTHON, [join(import.meta.dirname, 'press-keys.py'), ...keys]);
}
