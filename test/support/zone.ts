import { afterEach, beforeEach } from 'vitest';

/** Has each test run in this time zone. Only where a test file has a process of its own, not a thread. */
export function useZone(zone: string): void {
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
