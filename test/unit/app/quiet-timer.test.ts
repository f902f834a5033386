import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, type DoNotDisturb } from '../../../contract/preferences';
import { watchDoNotDisturb } from '../../../main/app/quiet-timer';
import { createCallStore, type CallStore } from '../../../main/calls/store';
import { createManualClock, type ManualClock } from '../../support/manual-clock';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('do not disturb', () => {
  let clock: ManualClock;
  let store: CallStore;
  let stop: () => void;
  const choose = (doNotDisturb: DoNotDisturb) =>
    store.setPreferences({ ...DEFAULT_PREFERENCES, doNotDisturb });
  const chosen = () => store.getState().preferences.doNotDisturb;
  beforeEach(() => {
    clock = createManualClock();
    store = createCallStore(clock);
    stop = watchDoNotDisturb(store, clock, () => choose('off'));
  });

  it('ends when its time is over, and not before', () => {
    choose(clock.now() + 30 * MINUTE_MS);
    clock.advance(30 * MINUTE_MS - 1);
    expect(chosen()).not.toBe('off');
    clock.advance(1);
    expect(chosen()).toBe('off');
    expect(clock.watches()).toEqual([]);
  });

  it('ends at the latest chosen time', () => {
    choose(clock.now() + 30 * MINUTE_MS);
    choose(clock.now() + 60 * MINUTE_MS);
    clock.advance(30 * MINUTE_MS);
    expect(chosen()).not.toBe('off');
    clock.advance(30 * MINUTE_MS);
    expect(chosen()).toBe('off');
  });

  it('without an end stays on', () => {
    choose('on');
    clock.advance(30 * DAY_MS);
    expect(chosen()).toBe('on');
  });

  it('may last longer than a timer can', () => {
    choose(clock.now() + 60 * DAY_MS);
    clock.advance(60 * DAY_MS - 1);
    expect(chosen()).not.toBe('off');
    clock.advance(1);
    expect(chosen()).toBe('off');
  });

  it('that ended while the app was not running ends at the start', () => {
    stop();
    choose(clock.now() - 1);
    watchDoNotDisturb(store, clock, () => choose('off'));
    expect(chosen()).toBe('off');
  });

  it('is no longer watched after the app has quit', () => {
    choose(clock.now() + MINUTE_MS);
    stop();
    expect(clock.watches()).toEqual([]);
  });
});
