import { afterEach, beforeEach } from 'vitest';

/** Runs each test in this time zone. Needs a process per test file; it does not work in threads. */
export function setUpTimeZone(zone: string): void {
  let before: string | undefined;
  beforeEach(() => {
    before = process.env.TZ;
    process.env.TZ = zone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
}
