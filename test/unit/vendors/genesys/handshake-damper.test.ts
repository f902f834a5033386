import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHandshakeDamper } from '../../../../main/vendors/genesys/handshake-damper';
import { createManualClock } from '../../../support/manual-clock';

test('the first handshake is made at once', () => {
  expect(createHandshakeDamper(createManualClock(), () => 1).delay()).toBe(0);
});

test('pauses double up to a minute', () => {
  const clock = createManualClock();
  const damper = createHandshakeDamper(clock, () => 1);
  const pauses = Array.from({ length: 8 }, () => {
    damper.begin();
    const pause = damper.delay();
    clock.advance(60_000);
    return pause;
  });
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});

test('a session that was good for a while forgets the trouble before it; one that was not does not', () => {
  const clock = createManualClock();
  const damper = createHandshakeDamper(clock, () => 1);
  for (let count = 0; count < 4; count += 1) {
    damper.begin();
    clock.advance(60_000);
  }
  damper.begin();
  damper.succeed();
  clock.advance(29_000);
  expect(damper.delay()).toBe(16_000);
  clock.advance(1_000);
  expect(damper.delay()).toBe(1_000);
});

test("the server's interval is the least, also for one who is in a hurry", () => {
  const clock = createManualClock();
  const damper = createHandshakeDamper(clock, () => 0);
  damper.begin();
  damper.advise(7_000);
  expect(damper.delay()).toBe(7_000);
  expect(damper.shortestDelay()).toBe(7_000);
  clock.advance(7_000);
  expect(damper.shortestDelay()).toBe(0);
});

test.each([-3_600_000, 3_600_000])('a clock set by %d ms changes no pause', (milliseconds) => {
  const clock = createManualClock();
  const damper = createHandshakeDamper(clock, () => 0);
  for (let count = 0; count < 5; count += 1) damper.begin();
  clock.set(milliseconds);
  expect(damper.shortestDelay()).toBe(60_000);
});

test('what never reached the server is none of the five, but pauses grow and none is shorter than two seconds', () => {
  const clock = createManualClock();
  const damper = createHandshakeDamper(clock, () => 1);
  for (let count = 0; count < 6; count += 1) {
    damper.begin();
    damper.withdraw();
  }
  expect(damper.shortestDelay()).toBe(0);
  expect(damper.delay()).toBe(18_000);
});

test('those who have to wait for the same moment do not all come then', () => {
  const clock = createManualClock();
  const damper = createHandshakeDamper(clock, () => 0.5);
  for (let count = 0; count < 5; count += 1) damper.begin();
  expect(damper.shortestDelay()).toBe(60_000);
  expect(damper.delay()).toBe(68_000);
});

test('a wish that no timer could keep is not followed', () => {
  const damper = createHandshakeDamper(createManualClock(), () => 0);
  damper.advise(1e15);
  expect(damper.delay()).toBe(60_000);
});

test('there are never more than five in a minute, whatever happens between them', () => {
  const step = fc.record({
    random: fc.double({ min: 0, max: 1, noNaN: true }),
    isGood: fc.boolean(),
    lived: fc.integer({ min: 0, max: 40_000 }),
    interval: fc.integer({ min: 0, max: 3_000 }),
    isHurried: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 6, maxLength: 40 }), (steps) => {
      const clock = createManualClock();
      let random = 0;
      const damper = createHandshakeDamper(clock, () => random);
      const made = steps.map((at) => {
        random = at.random;
        clock.advance(at.isHurried ? damper.shortestDelay() : damper.delay());
        damper.begin();
        const begun = clock.now();
        if (at.isGood) damper.succeed();
        clock.advance(at.lived);
        damper.advise(at.interval);
        return begun;
      });
      return made.every((time, index) => index < 5 || time - made[index - 5]! >= 60_000);
    }),
  );
});
