import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOG_LEVELS, THEMES, ZOOM_LEVELS } from '../../../contract/preference-choices';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../contract/preferences';
import {
  decideAlert,
  type AlertEvent,
  type AlertSituation,
  type Focus,
} from '../../../main/desktop/alert-policy';

const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const now = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2030, 0) });
const preferences: fc.Arbitrary<Preferences> = fc.record({
  ringingNotifications: fc.boolean(),
  missedNotifications: fc.boolean(),
  rosterNotifications: fc.boolean(),
  rosterThreshold: fc.integer({ min: 1, max: 500 }),
  connectionNotifications: fc.boolean(),
  failureNotifications: fc.boolean(),
  notificationsWhenFocused: fc.boolean(),
  ringSound: fc.boolean(),
  raiseWhenRinging: fc.boolean(),
  alwaysOnTop: fc.boolean(),
  callBarOnTop: fc.boolean(),
  callBarWhenRinging: fc.boolean(),
  theme: fc.constantFrom(...THEMES),
  zoom: fc.constantFrom(...ZOOM_LEVELS),
  logLevel: fc.constantFrom(...LOG_LEVELS),
  doNotDisturb: fc.oneof(fc.constantFrom('off' as const, 'on' as const), now),
  quietHours: fc.record({ isOn: fc.boolean(), from: time, to: time }),
});
const FOCUS: readonly Focus[] = ['window', 'call-bar', 'elsewhere'];
const situation = fc.record({ preferences, focus: fc.constantFrom(...FOCUS), now });
const event: fc.Arbitrary<AlertEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'ringing' as const,
      'missed' as const,
      'connection-lost' as const,
      'failure' as const,
    ),
  }),
  fc.record({
    kind: fc.constant('roster' as const),
    call: fc.constantFrom('current' as const, 'other' as const, 'ended' as const),
    rosterSize: fc.nat(600),
    isTooSoon: fc.boolean(),
  }),
);

const AT_EASE: AlertSituation = { preferences: DEFAULT_PREFERENCES, focus: 'elsewhere', now: 0 };

function decide(what: AlertEvent, changes: Partial<Preferences> = {}, focus: Focus = 'elsewhere') {
  return decideAlert(what, {
    preferences: { ...DEFAULT_PREFERENCES, ...changes },
    focus,
    now: 1_000,
  });
}

function joined(changes: Partial<AlertEvent> = {}): AlertEvent {
  const usual = { kind: 'roster', call: 'current', rosterSize: 3, isTooSoon: false } as const;
  return { ...usual, ...changes };
}

describe('the alert policy, for all events and preferences', () => {
  it('allows no alert during do not disturb', () => {
    fc.assert(
      fc.property(event, situation, (what, at) => {
        const quiet = { ...at.preferences, doNotDisturb: 'on' } as const;
        const decision = decideAlert(what, { ...at, preferences: quiet });
        expect(decision.why).toBeDefined();
        expect(decision).toMatchObject({ hasSound: false, raisesWindow: false, flashes: false });
      }),
    );
  });

  it('always shows a ringing call in the tray', () => {
    fc.assert(
      fc.property(situation, (at) => {
        expect(decideAlert({ kind: 'ringing' }, at).isInTray).toBe(true);
      }),
    );
  });

  it('shows the same in the tray and the badge during do not disturb', () => {
    fc.assert(
      fc.property(event, situation, (what, at) => {
        const open: Preferences = {
          ...at.preferences,
          doNotDisturb: 'off',
          quietHours: { ...at.preferences.quietHours, isOn: false },
        };
        const { isInTray, isInBadge } = decideAlert(what, { ...at, preferences: open });
        expect(decideAlert(what, at)).toMatchObject({ isInTray, isInBadge });
      }),
    );
  });

  it('never shows a notification of a kind that is turned off', () => {
    fc.assert(
      fc.property(event, situation, (what, at) => {
        const off: Preferences = {
          ...at.preferences,
          ringingNotifications: false,
          missedNotifications: false,
          rosterNotifications: false,
          connectionNotifications: false,
          failureNotifications: false,
        };
        expect(decideAlert(what, { ...at, preferences: off }).why).toBe('switched-off');
      }),
    );
  });

  it('flashes only while the agent works elsewhere', () => {
    fc.assert(
      fc.property(event, situation, (what, at) => {
        expect(at.focus !== 'elsewhere' && decideAlert(what, at).flashes).toBe(false);
      }),
    );
  });

  it('plays a sound only for a ringing call, and only if the sound is on', () => {
    fc.assert(
      fc.property(event, situation, (what, at) => {
        const { hasSound } = decideAlert(what, at);
        expect(hasSound && (what.kind !== 'ringing' || !at.preferences.ringSound)).toBe(false);
      }),
    );
  });
});

describe('a notification', () => {
  it('is shown by default', () => {
    for (const kind of ['ringing', 'missed', 'connection-lost', 'failure'] as const) {
      expect(decideAlert({ kind }, AT_EASE).why, kind).toBeUndefined();
    }
    expect(decideAlert(joined(), AT_EASE).why).toBeUndefined();
  });

  it('of a ringing call is shown even while the window has the focus', () => {
    const changes = { notificationsWhenFocused: false };
    expect(decide({ kind: 'ringing' }, changes, 'window').why).toBeUndefined();
  });

  it('is not shown while the window has the focus', () => {
    expect(decide({ kind: 'failure' }, {}, 'window').why).toBe('window-focused');
    expect(decide({ kind: 'connection-lost' }, {}, 'window').why).toBe('window-focused');
    expect(decide({ kind: 'missed' }, {}, 'window').why).toBeUndefined();
    const changes = { notificationsWhenFocused: false };
    expect(decide({ kind: 'missed' }, changes, 'window').why).toBe('window-focused');
    expect(decide(joined(), changes, 'window').why).toBe('window-focused');
  });

  it('is shown while the call bar has the focus, except for a failure, which opens the window', () => {
    const changes = { notificationsWhenFocused: false };
    for (const kind of ['ringing', 'missed', 'connection-lost'] as const) {
      expect(decide({ kind }, changes, 'call-bar').why, kind).toBeUndefined();
    }
    expect(decide(joined(), changes, 'call-bar').why).toBeUndefined();
    expect(decide({ kind: 'failure' }, {}, 'call-bar').why).toBe('window-focused');
  });

  it.each([
    [joined({ call: 'other' }), 'not-current-call'],
    [joined({ call: 'ended' }), 'call-ended'],
    [joined({ isTooSoon: true }), 'several-in-a-row'],
  ])('of joins and leaves is suppressed: %o', (what, why) => {
    expect(decide(what).why).toBe(why);
  });

  it('counts the people of a call with more than the threshold', () => {
    expect(decide(joined({ rosterSize: 10 })).isCounted).toBe(false);
    expect(decide(joined({ rosterSize: 11 })).isCounted).toBe(true);
    expect(decide(joined({ rosterSize: 11 }), { rosterThreshold: 20 }).isCounted).toBe(false);
  });
});
