import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NotificationText } from '../../../main/desktop/notifier';
import {
  createRosterNotifications,
  type RosterNotifications,
} from '../../../main/desktop/roster-notifications';
import { countRosterChange, nameRosterChange } from '../../../main/desktop/roster-text';
import { knownCall, participant } from '../../support/calls';
import { createManualClock } from '../../support/manual-clock';

const CALL = knownCall('a', { participants: [participant('15001'), participant('15002')] });

describe('notifications of joins and leaves', () => {
  let clock: ReturnType<typeof createManualClock>;
  let shown: NotificationText[];
  let held: NotificationText[];
  let notifications: RosterNotifications;
  beforeEach(() => {
    clock = createManualClock();
    shown = [];
    held = [];
    notifications = createRosterNotifications({
      clock,
      isLarge: (size) => size > 200,
      onSummary: (summary, isTooSoon) => (isTooSoon ? held : shown).push(nameRosterChange(summary)),
    });
  });

  function change(joined: string[], left: string[] = []): void {
    const people = (names: string[]) => names.map((name) => participant(name));
    notifications.add({ call: CALL, joined: people(joined), left: people(left) });
  }

  it('keep no call that is over', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    function notify(): WeakRef<object> {
      const call = { ...CALL, id: 'over' };
      notifications.add({ call, joined: [participant('Ada')], left: [] });
      return new WeakRef(call);
    }
    const call = notify();
    clock.advance(10_000);
    change(['15003']);
    await setImmediate();
    collectGarbage();
    expect(call.deref()).toBeUndefined();
  });

  it('name the person who joined, with the number if there is one', () => {
    notifications.add({
      call: CALL,
      joined: [participant('Ada', { number: '15002' })],
      left: [],
    });
    clock.advance(2_000);
    expect(shown).toEqual([{ title: 'Ada (15002) joined', body: 'Call with 15001, 15002' }]);
  });

  it('add no second pair of brackets to a number', () => {
    const ada = participant('Ada', { number: '(212) 555-0142' });
    notifications.add({ call: CALL, joined: [ada], left: [] });
    clock.advance(2_000);
    expect(shown[0]?.title).toBe('Ada (212) 555-0142 joined');
  });

  it('combine changes within two seconds', () => {
    change(['15002']);
    clock.advance(1_500);
    change(['15003'], ['15001']);
    expect(shown).toEqual([]);
    clock.advance(500);
    expect(shown).toHaveLength(1);
    expect(shown[0]!.title).toBe('2 joined, 1 left');
    expect(shown[0]!.body).toContain('Joined: 15002, 15003');
    expect(shown[0]!.body).toContain('Left: 15001');
  });

  it('do not show a person who left and returned within that time', () => {
    change([], ['15001']);
    change(['15001']);
    clock.advance(2_000);
    expect(shown).toEqual([]);
  });

  it('stay short when many people join at once', () => {
    change(Array.from({ length: 50 }, (_, index) => `2${index}000`));
    clock.advance(2_000);
    expect(shown[0]!.title).toBe('50 people joined');
    expect(shown[0]!.body).toContain('Joined: 20000, 21000, 22000, 23000, 24000 and 45 more');
  });

  it('name the people in the call, and say how many more there are', () => {
    const participants = Array.from({ length: 130 }, (_, index) =>
      participant(`${20_001 + index}`),
    );
    notifications.add({
      call: { ...CALL, participants },
      joined: [participant('20130')],
      left: [],
    });
    clock.advance(2_000);
    expect(shown).toEqual([
      {
        title: '20130 joined',
        body: 'Call with 20001, 20002, 20003, 20004, 20005 and 125 more',
      },
    ]);
  });

  it('become less frequent while people keep joining, and include what was delayed', () => {
    const at: number[] = [];
    for (let count = 0; count < 130; count += 1) {
      change([`${20_000 + count}`]);
      clock.advance(300);
      if (shown.length > at.length) at.push((count + 1) * 300);
    }
    expect(at).toEqual([2_100, 4_200, 8_100, 16_200, 32_100]);
    clock.advance(60_000);
    expect(shown).toHaveLength(6);
    const titles = shown.map(({ title }) => Number.parseInt(title, 10));
    expect(titles.reduce((sum, count) => sum + count, 0)).toBe(130);
    expect(held.length).toBeGreaterThan(10);
    expect(clock.pending()).toEqual([]);
  });

  it('are shown once a minute in a large call', () => {
    const participants = Array.from({ length: 201 }, (_, index) =>
      participant(`${20_001 + index}`),
    );
    const at: number[] = [];
    for (let count = 0; count < 100; count += 1) {
      const joined = [participant(`${30_000 + count}`)];
      notifications.add({ call: { ...CALL, participants }, joined, left: [] });
      clock.advance(1_000);
      if (shown.length > at.length) at.push((count + 1) * 1_000);
    }
    expect(at).toEqual([2_000, 62_000]);
  });

  it('are prompt again once nobody has joined for a while', () => {
    for (let count = 0; count < 10; count += 1) {
      change([`${20_000 + count}`]);
      clock.advance(2_000);
    }
    clock.advance(60_000);
    const before = shown.length;
    change(['30001']);
    clock.advance(2_000);
    expect(shown.slice(before)).toMatchObject([{ title: '30001 joined' }]);
  });

  it('isolate a right-to-left name', () => {
    const name = '\u05d3\u05e0\u05d4';
    notifications.add({
      call: CALL,
      joined: [participant(name)],
      left: [participant('\u202e15003')],
    });
    clock.advance(2_000);
    expect(shown[0]!.body).toContain(`Joined: \u2068${name}\u2069\nLeft: 15003\n`);
  });

  it('leave no timer running', () => {
    change(['15002']);
    notifications.dispose();
    expect(clock.pending()).toEqual([]);
  });
});

describe('a summary of joins and leaves', () => {
  const people = (...names: string[]) => names.map((name) => participant(name));
  it.each([
    [people('1', '2', '3'), [], '3 joined'],
    [[], people('1'), '1 left'],
    [people('1'), people('2', '3'), '1 joined, 2 left'],
  ])('only counts, without names: %#', (joined, left, title) => {
    expect(countRosterChange({ call: CALL, joined, left })).toEqual({
      title,
      body: 'In the call: 2',
    });
  });
});
