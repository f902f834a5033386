import { describe, expect, it } from 'vitest';
import { REQUEST_NAMES, type RequestName } from '../../../contract/channels';
import { createRequestLimiter } from '../../../main/ipc/request-limiter';
import { createManualClock } from '../../support/manual-clock';

function setUp() {
  const clock = createManualClock();
  const limiter = createRequestLimiter(() => clock.elapsed());
  /** How many of `count` requests, `gap` ms apart, are admitted. */
  function send(name: RequestName, count: number, gap = 0): number {
    let admitted = 0;
    for (let nth = 0; nth < count; nth += 1) {
      if (limiter.admit(name) === 'admitted') admitted += 1;
      clock.advance(gap);
    }
    return admitted;
  }
  return { clock, limiter, send };
}

describe('requests from the window', () => {
  it('that dial are limited to a few, however many arrive at once', () => {
    const { clock, send } = setUp();
    expect(send('dial', 300)).toBe(5);
    clock.advance(1_000);
    expect(send('dial', 300)).toBe(1);
  });

  const READS: readonly RequestName[] = [
    'getSnapshot',
    'reportPainted',
    'lookUpRecordings',
    'searchHistory',
    'suggestPeople',
    'listContacts',
    'getAbout',
    'getSettings',
  ];
  it.each(REQUEST_NAMES.filter((name) => !READS.includes(name)))(
    'that change something are limited: %s',
    (name) => {
      expect(setUp().send(name, 300)).toBeLessThanOrEqual(50);
    },
  );

  it.each(READS)('that only read are not limited: %s', (name) => {
    expect(setUp().send(name, 300)).toBe(300);
  });

  it('at the rate of a person are all admitted', () => {
    const { send } = setUp();
    // Keys of the keypad by a fast typist, and mute pressed again and again.
    expect(send('performOperation', 100, 100)).toBe(100);
    // "Dismiss all" with as many messages as there can be.
    expect(send('dismissCommand', 20)).toBe(20);
    // "Try again" on every line.
    expect(send('retryConnection', 4)).toBe(4);
  });

  it('of one kind do not count towards the limit of another', () => {
    const { send } = setUp();
    send('dial', 300);
    expect(send('performOperation', 1)).toBe(1);
  });

  it('refused in a row can be distinguished from the first refused one', () => {
    const { clock, limiter, send } = setUp();
    send('dial', 5);
    expect(limiter.admit('dial')).toBe('refused');
    expect(limiter.admit('dial')).toBe('refused-again');
    clock.advance(1_000);
    expect(limiter.admit('dial')).toBe('admitted');
    expect(limiter.admit('dial')).toBe('refused');
  });
});
