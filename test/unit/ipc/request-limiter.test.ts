import { describe, expect, it } from 'vitest';
import { REQUEST_CHANNELS, type RequestChannel } from '../../../contract/channels';
import { createRequestLimiter } from '../../../main/ipc/request-limiter';
import { createManualClock } from '../../support/manual-clock';

function setUp() {
  const clock = createManualClock();
  const limiter = createRequestLimiter(() => clock.elapsed());
  /** How many of `count` requests, `gap` ms apart, are admitted. */
  function send(channel: RequestChannel, count: number, gap = 0): number {
    let admitted = 0;
    for (let nth = 0; nth < count; nth += 1) {
      if (limiter.admit(channel) === 'admitted') admitted += 1;
      clock.advance(gap);
    }
    return admitted;
  }
  return { clock, limiter, send };
}

describe('requests of the window', () => {
  it('that dial are few, however many come at once', () => {
    const { clock, send } = setUp();
    expect(send('call:dial', 300)).toBe(5);
    clock.advance(1_000);
    expect(send('call:dial', 300)).toBe(1);
  });

  const READS: readonly RequestChannel[] = [
    'window:get-snapshot',
    'window:report-painted',
    'recording:look-up',
    'history:search',
    'app:get-about',
  ];
  it.each(REQUEST_CHANNELS.filter((channel) => !READS.includes(channel)))(
    'that change something are limited: %s',
    (channel) => {
      expect(setUp().send(channel, 300)).toBeLessThanOrEqual(50);
    },
  );

  it.each(READS)('that only read are not limited: %s', (channel) => {
    expect(setUp().send(channel, 300)).toBe(300);
  });

  it('by a hand all get through', () => {
    const { send } = setUp();
    // Keys of the keypad by a fast typist, and mute pressed again and again.
    expect(send('call:perform', 100, 100)).toBe(100);
    // "Dismiss all" with as many messages as there can be.
    expect(send('command:dismiss', 20)).toBe(20);
    // "Try again" on every line.
    expect(send('connection:retry', 4)).toBe(4);
  });

  it('of one entry do not use up those of another', () => {
    const { send } = setUp();
    send('call:dial', 300);
    expect(send('call:perform', 1)).toBe(1);
  });

  it('that are refused in a row can be told from the first', () => {
    const { clock, limiter, send } = setUp();
    send('call:dial', 5);
    expect(limiter.admit('call:dial')).toBe('refused');
    expect(limiter.admit('call:dial')).toBe('refused-again');
    clock.advance(1_000);
    expect(limiter.admit('call:dial')).toBe('admitted');
    expect(limiter.admit('call:dial')).toBe('refused');
  });
});
