import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../contract/call-model';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../contract/preferences';
import type { MissedCall } from '../../../contract/snapshot';
import type { Focus } from '../../../main/desktop/alert-policy';
import { createCallAlerts, type CallAlerts } from '../../../main/desktop/call-alerts';
import type { ActionNotification } from '../../../main/desktop/notifier';
import { snapshot, telephoneCall } from '../renderer/fixtures';

const RINGING = telephoneCall({
  id: 'genesys:1',
  state: 'ringing',
  identity: { name: 'Ada Marsh', number: '(212) 555-0143', reason: 'Order 4711' },
  actions: ['answer', 'reject'],
});

describe('a ringing call', () => {
  let open: Map<string, ActionNotification>;
  let shown: string[];
  let outputs: string[];
  let heldBack: string[];
  let alerts: CallAlerts;
  beforeEach(() => {
    open = new Map();
    shown = [];
    outputs = [];
    heldBack = [];
    alerts = createCallAlerts({
      notifier: {
        show: (key, notification) => {
          open.set(key, notification);
          shown.push(notification.title);
        },
        close: (key) => void open.delete(key),
        dispose: () => undefined,
      },
      onHeldBack: ({ title }, why) => heldBack.push(`${title}: ${why}`),
      setFlashing: (isFlashing) => outputs.push(isFlashing ? 'flashing' : 'calm'),
      setBadge: (count) => outputs.push(`badge ${count}`),
      setSound: (isOn) => outputs.push(isOn ? 'sound' : 'silence'),
      raiseWindow: () => outputs.push('raised'),
      showCallBar: () => outputs.push('call bar'),
    });
  });

  function follow(
    calls: Call[],
    preferences: Partial<Preferences> = {},
    missedCalls: MissedCall[] = [],
    focus: Focus = 'elsewhere',
  ): void {
    const chosen = { ...DEFAULT_PREFERENCES, ...preferences };
    const situation = { preferences: chosen, focus, now: 0 };
    alerts.follow(snapshot({ calls, missedCalls, preferences: chosen }), situation);
  }

  it('shows a notification with the caller and the actions until it stops ringing', () => {
    follow([RINGING]);
    expect([...open.values()]).toEqual([
      {
        title: 'Ada Marsh is calling',
        body: '\u2066(212) 555-0143\u2069 · Order 4711',
        buttons: [
          { action: 'answer', label: 'Answer' },
          { action: 'reject', label: 'Reject' },
        ],
        isUrgent: true,
      },
    ]);
    follow([{ ...RINGING, state: 'established' }]);
    expect(open.size).toBe(0);
  });

  it('has buttons only for what is possible', () => {
    follow([{ ...RINGING, actions: ['answer'] }]);
    expect([...open.values()][0]?.buttons).toEqual([{ action: 'answer', label: 'Answer' }]);
  });

  it('shows one notification, which is updated when more is known', () => {
    const unknown = { ...RINGING, identity: { name: '15001' } };
    follow([unknown]);
    follow([unknown]);
    follow([RINGING]);
    expect(shown).toEqual(['15001 is calling', 'Ada Marsh is calling']);
    expect(open.size).toBe(1);
  });

  it('shows a separate notification for a second call', () => {
    follow([RINGING]);
    follow([RINGING, { ...RINGING, id: 'genesys:2', identity: { name: 'Grace' } }]);
    follow([{ ...RINGING, id: 'genesys:2', identity: { name: 'Grace' } }]);
    expect([...open.values()].map(({ title }) => title)).toEqual(['Grace is calling']);
    expect(outputs).toEqual(['flashing']);
  });

  it('plays a sound and raises the window only if the agent has chosen that', () => {
    follow([RINGING]);
    follow([]);
    expect(outputs).toEqual(['flashing', 'calm']);
    outputs = [];
    const wanted = { ringSound: true, raiseWhenRinging: true, callBarWhenRinging: true };
    follow([RINGING], wanted);
    follow([RINGING], wanted);
    follow([], { ringSound: true });
    expect(outputs).toEqual(['flashing', 'sound', 'raised', 'call bar', 'calm', 'silence']);
  });

  it('stops the sound when it is turned off while ringing', () => {
    follow([RINGING], { ringSound: true });
    follow([RINGING]);
    expect(outputs).toEqual(['flashing', 'sound', 'silence']);
  });

  it('leaves a notification when it was missed, until that is dismissed', () => {
    const missed = { id: 'genesys:1', identity: { name: 'Ada Marsh' }, address: '15001', at: 0 };
    follow([], {}, [missed]);
    expect([...open.values()]).toEqual([
      {
        title: 'Missed call from Ada Marsh',
        body: '',
        buttons: [{ action: 'call-back', label: 'Call back' }],
        isUrgent: false,
      },
    ]);
    follow([], {}, []);
    expect(open.size).toBe(0);
  });

  it('causes no alert during do not disturb, and does as soon as that ends', () => {
    const quiet = {
      doNotDisturb: 'on',
      ringSound: true,
      raiseWhenRinging: true,
      callBarWhenRinging: true,
    } as const;
    follow([RINGING], quiet);
    follow([RINGING], quiet);
    expect([open.size, outputs]).toEqual([0, []]);
    expect(heldBack).toEqual(['Ada Marsh is calling: do-not-disturb']);
    follow([RINGING], { ringSound: true });
    expect(open.size).toBe(1);
    expect(outputs).toEqual(['flashing', 'sound']);
    follow([RINGING], quiet);
    expect(open.size).toBe(0);
    expect(outputs).toEqual(['flashing', 'sound', 'calm', 'silence']);
  });

  it('does not flash while the window has the focus', () => {
    follow([RINGING], {}, [], 'window');
    expect([open.size, outputs]).toEqual([1, []]);
    follow([RINGING]);
    expect(outputs).toEqual(['flashing']);
  });

  it('missed during do not disturb counts in the badge, and shows no notification later', () => {
    const missed = { id: 'genesys:1', identity: { name: 'Ada Marsh' }, at: 0 };
    follow([], { doNotDisturb: 'on' }, [missed]);
    follow([], {}, [missed]);
    expect(open.size).toBe(0);
    expect(heldBack).toEqual(['Missed call from Ada Marsh: do-not-disturb']);
    expect(outputs).toEqual(['badge 1']);
    follow([], {}, []);
    expect(outputs).toEqual(['badge 1', 'badge 0']);
  });

  it('offers no Call back without a number', () => {
    follow([], {}, [{ id: 'genesys:1', identity: { name: 'Unknown party' }, at: 0 }]);
    expect([...open.values()][0]?.buttons).toEqual([]);
  });

  it('withdraws all alerts when the app quits', () => {
    follow([RINGING], { ringSound: true });
    alerts.dispose();
    expect(open.size).toBe(0);
    expect(outputs).toEqual(['flashing', 'sound', 'calm', 'silence']);
  });
});
