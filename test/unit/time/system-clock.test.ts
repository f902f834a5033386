import { describe, expect, it } from 'vitest';
import { createElapsed } from '../../../main/time/system-clock';

const HOUR = 3_600_000;

/** A computer whose monotonic clock stops during sleep, as on Linux. */
function startComputer({ countsSleep = false } = {}) {
  let wall = Date.UTC(2026, 0, 1);
  let awake = 500;
  let uptime = 86_400_000;
  let asked = 0;
  const elapsed = createElapsed({
    wall: () => wall,
    awake: () => awake,
    uptime: () => {
      asked += 1;
      return uptime;
    },
  });
  return {
    elapsed,
    uptimeReads: () => asked,
    run(milliseconds: number) {
      wall += milliseconds;
      awake += milliseconds;
      uptime += milliseconds;
    },
    sleep(milliseconds: number) {
      wall += milliseconds;
      awake += countsSleep ? milliseconds : 0;
      uptime += milliseconds;
    },
    setClock(milliseconds: number) {
      wall += milliseconds;
    },
  };
}

/** The elapsed time according to the clock. */
function measure(computer: ReturnType<typeof startComputer>, during: () => void): number {
  const before = computer.elapsed();
  during();
  return computer.elapsed() - before;
}

describe('elapsed time', () => {
  it.each([true, false])(
    'includes sleep, whether or not the system counts it: %s',
    (countsSleep) => {
      const computer = startComputer({ countsSleep });
      const lasted = measure(computer, () => {
        computer.run(1_000);
        computer.sleep(HOUR);
        computer.run(1_000);
        expect(computer.elapsed()).toBeGreaterThan(HOUR);
        computer.sleep(HOUR);
      });
      expect(lasted).toBe(2 * HOUR + 2_000);
    },
  );

  it.each([HOUR, -HOUR])('does not change when the clock is set by %s ms', (shift) => {
    const computer = startComputer();
    const lasted = measure(computer, () => {
      computer.run(1_000);
      computer.setClock(shift);
      computer.run(1_000);
    });
    expect(lasted).toBe(2_000);
  });

  it('includes sleep after which the clock is set back', () => {
    const computer = startComputer();
    const lasted = measure(computer, () => {
      computer.sleep(HOUR);
      computer.setClock(-HOUR / 2);
    });
    expect(lasted).toBe(HOUR);
  });

  it('makes no expensive calls while the clocks agree', () => {
    const computer = startComputer();
    const before = computer.uptimeReads();
    for (let nth = 0; nth < 1_000; nth += 1) {
      computer.run(1);
      computer.elapsed();
    }
    expect(computer.uptimeReads()).toBe(before);
  });
});
