import { describe, expect, it } from 'vitest';
import { createRateLimiter } from '../../../main/http/rate-limiter';
import { createManualClock } from '../../support/manual-clock';

async function settle(): Promise<void> {
  await Promise.resolve();
}

describe('createRateLimiter', () => {
  it('sends the first request at once and keeps the others apart, in order', async () => {
    const clock = createManualClock();
    const limiter = createRateLimiter({ minIntervalMs: 1000, clock });
    const gone: number[] = [];
    const start = clock.now();
    for (let nth = 0; nth < 3; nth += 1) {
      void limiter.acquire().then(() => gone.push(clock.now() - start));
    }
    await settle();
    expect(gone).toEqual([0]);
    clock.advance(999);
    await settle();
    expect(gone).toEqual([0]);
    clock.advance(1);
    await settle();
    clock.advance(1000);
    await settle();
    expect(gone).toEqual([0, 1000, 2000]);
  });

  it('counts from the answer to a request, or with a margin from its sending if there is no answer yet', async () => {
    const clock = createManualClock();
    const limiter = createRateLimiter({ minIntervalMs: 1000, jitterMs: 100, clock });
    const gone: number[] = [];
    const start = clock.now();
    const ask = (): void => void limiter.acquire().then(() => gone.push(clock.now() - start));
    const advance = async (milliseconds: number): Promise<void> => {
      clock.advance(milliseconds);
      await settle();
    };
    ask();
    await settle();
    await advance(50);
    limiter.noteAnswer();
    ask();
    await advance(1049);
    expect(gone).toEqual([0]);
    await advance(1);
    await advance(400);
    limiter.noteAnswer();
    ask();
    await advance(999);
    expect(gone).toEqual([0, 1100]);
    await advance(1);
    expect(gone).toEqual([0, 1100, 2500]);
  });

  it('sends urgent requests first, in order', async () => {
    const clock = createManualClock();
    const limiter = createRateLimiter({ minIntervalMs: 1000, clock });
    await limiter.acquire();
    const gone: string[] = [];
    const given = new AbortController();
    void limiter.acquire(given.signal, true).then((isMine) => gone.push(`given up ${!isMine}`));
    void limiter.acquire().then(() => gone.push('reading'));
    void limiter.acquire(undefined, true).then(() => gone.push('first'));
    void limiter.acquire(undefined, true).then(() => gone.push('second'));
    given.abort();
    for (let nth = 0; nth < 3; nth += 1) {
      clock.advance(1000);
      await settle();
    }
    expect(gone).toEqual(['given up true', 'first', 'second', 'reading']);
  });

  it('sends requests in order even if timers that are due together fire in another', async () => {
    const clock = createManualClock();
    const due: (() => void)[] = [];
    const after = (_milliseconds: number, callback: () => void): (() => void) => {
      due.unshift(callback);
      return () => void due.splice(due.indexOf(callback), 1);
    };
    const limiter = createRateLimiter({ minIntervalMs: 1000, clock: { ...clock, after } });
    await limiter.acquire();
    const gone: string[] = [];
    for (const name of ['mute', 'unmute']) {
      void limiter.acquire(undefined, true).then(() => gone.push(name));
    }
    for (let nth = 0; nth < 2; nth += 1) {
      clock.advance(1000);
      for (const callback of due.splice(0)) callback();
      await settle();
    }
    expect(gone).toEqual(['mute', 'unmute']);
  });

  it('holds requests while the vendor asks for a delay, including waiting ones', async () => {
    const clock = createManualClock();
    const limiter = createRateLimiter({ minIntervalMs: 1000, clock });
    await limiter.acquire();
    let isGone = false;
    const waiting = limiter.acquire().then(() => (isGone = true));
    limiter.holdUntil(clock.now() + 5000);
    limiter.holdUntil(clock.now() + 2000);
    clock.advance(4999);
    await settle();
    expect(isGone).toBe(false);
    clock.advance(1);
    await waiting;
    expect(isGone).toBe(true);
  });

  it('does not wait longer when the clock is set back', async () => {
    const clock = createManualClock();
    const limiter = createRateLimiter({ minIntervalMs: 1000, clock });
    await limiter.acquire();
    limiter.holdUntil(clock.now() + 5000);
    clock.set(-3_600_000);
    const waiting = limiter.acquire();
    clock.advance(5000);
    expect(await waiting).toBe(true);
    expect(clock.pending()).toEqual([]);
  });

  it('stops waiting on its signal and leaves no timer', async () => {
    const clock = createManualClock();
    const limiter = createRateLimiter({ minIntervalMs: 1000, clock });
    await limiter.acquire();
    const controller = new AbortController();
    const waiting = limiter.acquire(controller.signal);
    controller.abort();
    expect(await waiting).toBe(false);
    expect(clock.pending()).toEqual([]);
    expect(await limiter.acquire(controller.signal)).toBe(false);
  });
});
