import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRateLimiter } from '../../../../main/http/rate-limiter';
import {
  createBackoff,
  createDelay,
  createRateLimitBackoff,
  createReconnectBackoff,
} from '../../../../main/vendors/shared/backoff';
import { createManualClock } from '../../../support/manual-clock';

describe('createBackoff', () => {
  test('grows up to the maximum and starts over when reset', () => {
    const backoff = createBackoff({ minMs: 1_000, maxMs: 5_000, factor: 2, random: () => 0 });
    expect(Array.from({ length: 5 }, () => backoff.next())).toEqual([
      1_000, 2_000, 4_000, 5_000, 5_000,
    ]);
    backoff.reset();
    expect(backoff.next()).toBe(1_000);
  });

  test('stays the same without a factor', () => {
    const backoff = createBackoff({ minMs: 1_000, random: () => 0 });
    expect([backoff.next(), backoff.next()]).toEqual([1_000, 1_000]);
  });

  test('is shortened by up to a tenth at random', () => {
    const at = (value: number): number =>
      createBackoff({ minMs: 1_000, random: () => value }).next();
    expect([at(0), at(1)]).toEqual([1_000, 900]);
  });

  test('is three times longer while the window is hidden', () => {
    let isWatched = false;
    const backoff = createBackoff({ minMs: 1_000, random: () => 0, isWatched: () => isWatched });
    expect(backoff.next()).toBe(3_000);
    isWatched = true;
    expect(backoff.next()).toBe(1_000);
  });
});

describe('createDelay', () => {
  test('ends after its time, or when it is interrupted', async () => {
    const clock = createManualClock();
    const delay = createDelay(clock);
    const first = delay.wait(1_000);
    clock.advance(1_000);
    expect(await first).toBe(false);
    const second = delay.wait(1_000);
    delay.end();
    expect(await second).toBe(true);
    expect(clock.pending()).toEqual([]);
  });

  test('leaves no timer after the signal, whether it started before or after', async () => {
    const clock = createManualClock();
    const stopping = new AbortController();
    const delay = createDelay(clock, stopping.signal);
    const underWay = delay.wait(1_000);
    stopping.abort();
    expect(await underWay).toBe(true);
    expect(await delay.wait(1_000)).toBe(true);
    expect(clock.pending()).toEqual([]);
  });
});

describe('createReconnectBackoff', () => {
  test('allows the first attempt at once', () => {
    expect(createReconnectBackoff(createManualClock(), () => 1).delay()).toBe(0);
  });

  test('doubles delays up to a minute', () => {
    const clock = createManualClock();
    const backoff = createReconnectBackoff(clock, () => 1);
    const delays = Array.from({ length: 8 }, () => {
      backoff.recordAttempt();
      const delay = backoff.delay();
      clock.advance(60_000);
      return delay;
    });
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  test('starts over after a stable connection, and not after a short one', () => {
    const clock = createManualClock();
    const backoff = createReconnectBackoff(clock, () => 1);
    for (let count = 0; count < 4; count += 1) {
      backoff.recordAttempt();
      clock.advance(60_000);
    }
    backoff.recordAttempt();
    backoff.recordSuccess();
    clock.advance(29_000);
    expect(backoff.delay()).toBe(16_000);
    clock.advance(1_000);
    expect(backoff.delay()).toBe(1_000);
  });

  test("never goes below the server's interval, even for a requested attempt", () => {
    const clock = createManualClock();
    const backoff = createReconnectBackoff(clock, () => 0);
    backoff.recordAttempt();
    backoff.setServerInterval(7_000);
    expect(backoff.delay()).toBe(7_000);
    expect(backoff.minDelay()).toBe(7_000);
    clock.advance(7_000);
    expect(backoff.minDelay()).toBe(0);
  });

  test('limits the interval that a server can ask for', () => {
    const backoff = createReconnectBackoff(createManualClock(), () => 0);
    backoff.setServerInterval(1e15);
    expect(backoff.delay()).toBe(60_000);
  });

  test.each([-3_600_000, 3_600_000])('ignores a change of the clock by %d ms', (milliseconds) => {
    const clock = createManualClock();
    const backoff = createReconnectBackoff(clock, () => 0);
    for (let count = 0; count < 5; count += 1) backoff.recordAttempt();
    clock.set(milliseconds);
    expect(backoff.minDelay()).toBe(60_000);
  });

  test('does not count attempts that never reached the server, but waits at least two seconds', () => {
    const clock = createManualClock();
    const backoff = createReconnectBackoff(clock, () => 1);
    for (let count = 0; count < 6; count += 1) {
      backoff.recordAttempt();
      backoff.recordUnreachable();
    }
    expect(backoff.minDelay()).toBe(0);
    expect(backoff.delay()).toBe(18_000);
  });

  test('spreads clients that must wait until the same moment', () => {
    const clock = createManualClock();
    const backoff = createReconnectBackoff(clock, () => 0.5);
    for (let count = 0; count < 5; count += 1) backoff.recordAttempt();
    expect(backoff.minDelay()).toBe(60_000);
    expect(backoff.delay()).toBe(68_000);
  });

  test('never allows more than five attempts in a minute', () => {
    const step = fc.record({
      random: fc.double({ min: 0, max: 1, noNaN: true }),
      isSuccess: fc.boolean(),
      livedMs: fc.integer({ min: 0, max: 40_000 }),
      intervalMs: fc.integer({ min: 0, max: 3_000 }),
      isRequested: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 6, maxLength: 40 }), (steps) => {
        const clock = createManualClock();
        let random = 0;
        const backoff = createReconnectBackoff(clock, () => random);
        const attempts = steps.map((at) => {
          random = at.random;
          clock.advance(at.isRequested ? backoff.minDelay() : backoff.delay());
          backoff.recordAttempt();
          const attemptedAt = clock.now();
          if (at.isSuccess) backoff.recordSuccess();
          clock.advance(at.livedMs);
          backoff.setServerInterval(at.intervalMs);
          return attemptedAt;
        });
        return attempts.every((time, index) => index < 5 || time - attempts[index - 5]! >= 60_000);
      }),
    );
  });
});

describe('createRateLimitBackoff', () => {
  function setUp() {
    const clock = createManualClock();
    const limiter = createRateLimiter({ minIntervalMs: 100, clock });
    const reports: boolean[] = [];
    const backoff = createRateLimitBackoff({
      clock,
      limiter,
      random: () => 0,
      onStart: () => reports.push(backoff.isLong()),
    });
    return { clock, backoff, reports };
  }

  test('counts as long until the end of the delay', () => {
    const { clock, backoff } = setUp();
    backoff.start({ 'retry-after': '30' });
    clock.advance(29_000);
    expect(backoff.isLong()).toBe(true);
    clock.advance(1_000);
    expect(backoff.isLong()).toBe(false);
  });

  test('adds up short delays in a row, because nothing is fetched between them', () => {
    const { clock, backoff, reports } = setUp();
    for (let count = 0; count < 2; count += 1) {
      backoff.start({ 'retry-after': '2' });
      clock.advance(2_000);
    }
    expect(reports).toEqual([false, true]);
  });

  test('counts delays separately if a request was served between them', () => {
    const { clock, backoff, reports } = setUp();
    for (let count = 0; count < 2; count += 1) {
      backoff.start({ 'retry-after': '2' });
      clock.advance(2_000);
      backoff.reset();
    }
    expect(reports).toEqual([false, false]);
  });

  test.each([
    ['without a time', {}, undefined],
    ['with no time to wait', { 'retry-after': '0' }, undefined],
    ['with a time in the past', {}, Date.UTC(2020, 0, 1)],
  ])('delays grow after a rejection %s', (_name, headers, inBody) => {
    const { clock, backoff } = setUp();
    backoff.start(headers, inBody);
    clock.advance(2_000);
    backoff.start(headers, inBody);
    clock.advance(3_000);
    expect(backoff.isLong()).toBe(true);
    clock.advance(1_000);
    expect(backoff.isLong()).toBe(false);
  });
});
