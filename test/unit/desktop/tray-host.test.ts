import { describe, expect, it } from 'vitest';
import type { SessionBus } from '../../../main/desktop/session-bus';
import { watchTrayHost } from '../../../main/desktop/tray-host';
import { createFakeSessionBus } from '../../support/fake-session-bus';
import { eventually } from '../../support/eventually';

/** A desktop whose watcher for tray icons the test starts and ends. */
function setUp() {
  const state: { isOwned: boolean; hasHost: unknown } = { isOwned: true, hasHost: { value: true } };
  /** While there is a list, answers wait in it. */
  let held: (() => void)[] | undefined;
  const bus = createFakeSessionBus(async ({ member }) => {
    const answer = member === 'NameHasOwner' ? state.isOwned : state.hasHost;
    const waiting = held;
    if (waiting !== undefined) await new Promise<void>((resolve) => waiting.push(resolve));
    return [answer];
  });
  const reported: boolean[] = [];
  const watch = watchTrayHost(
    'linux',
    () => Promise.resolve(bus),
    (isThere) => reported.push(isThere),
  );
  return {
    bus,
    state,
    reported,
    watch,
    hold: () => {
      const waiting: (() => void)[] = [];
      held = waiting;
      return waiting;
    },
  };
}

describe('whether the desktop shows tray icons', () => {
  it('is reported at first, and when a panel starts, ends or restarts', async () => {
    const { bus, state, reported } = setUp();
    await eventually(() => reported).toEqual([true]);
    state.isOwned = false;
    bus.signal('NameOwnerChanged');
    await eventually(() => reported).toEqual([true, false]);
    state.isOwned = true;
    bus.signal('StatusNotifierHostRegistered');
    await eventually(() => reported).toEqual([true, false, true]);
  });

  it('is no while a watcher runs without a panel', async () => {
    const { bus, state, reported } = setUp();
    state.hasHost = { value: false };
    await eventually(() => reported).toEqual([false]);
    state.hasHost = undefined;
    bus.signal('StatusNotifierHostUnregistered');
    state.hasHost = { value: true };
    bus.signal('StatusNotifierHostRegistered');
    await eventually(() => reported).toEqual([false, true]);
  });

  it('is not asked again when an icon is added', async () => {
    const { bus, reported } = setUp();
    await eventually(() => reported).toEqual([true]);
    bus.signal('StatusNotifierItemRegistered');
    expect(bus.callsOf('NameHasOwner')).toHaveLength(1);
  });

  it('is what the desktop said last, although an earlier answer arrives later', async () => {
    const { bus, state, reported, hold } = setUp();
    await eventually(() => reported).toEqual([true]);
    state.isOwned = false;
    const answers = hold();
    bus.signal('NameOwnerChanged');
    await eventually(() => answers.length).toBe(1);
    state.isOwned = true;
    bus.signal('NameOwnerChanged');
    await eventually(() => answers.length).toBe(2);
    answers[1]!();
    await eventually(() => answers.length).toBe(3);
    answers[2]!();
    answers[0]!();
    await new Promise(setImmediate);
    expect(reported).toEqual([true]);
  });

  it('is no without a session bus, and yes on systems that always have a tray', async () => {
    const reported: boolean[] = [];
    const report = (isThere: boolean) => void reported.push(isThere);
    const openBus = () => Promise.reject<SessionBus>(new Error('no bus'));
    watchTrayHost('linux', openBus, report).dispose();
    await new Promise(setImmediate);
    expect(reported).toEqual([]);
    watchTrayHost('linux', openBus, report);
    await eventually(() => reported).toEqual([false]);
    watchTrayHost('darwin', openBus, report);
    expect(reported).toEqual([false, true]);
  });

  it('is no longer reported after the end, which closes the bus', async () => {
    const { bus, state, reported, watch } = setUp();
    await eventually(() => reported).toEqual([true]);
    state.isOwned = false;
    bus.signal('NameOwnerChanged');
    watch.dispose();
    await eventually(() => bus.isClosed).toBe(true);
    expect(reported).toEqual([true]);
  });
});
