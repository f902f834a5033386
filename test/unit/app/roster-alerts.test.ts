import { beforeEach, describe, expect, it } from 'vitest';
import { startRosterAlerts } from '../../../main/app/roster-alerts';
import { changePreference } from '../../../main/app/change-preference';
import { createCallStore, type CallStore } from '../../../main/calls/store';
import { createMemoryPreferences } from '../../../main/settings/preferences';
import { participant, telephoneCall } from '../../support/calls';
import { createManualClock } from '../../support/manual-clock';

describe('notifications of joins and leaves', () => {
  let clock: ReturnType<typeof createManualClock>;
  let store: CallStore;
  let shown: string[];
  let heldBack: string[];
  beforeEach(() => {
    clock = createManualClock();
    store = createCallStore(clock);
    shown = [];
    heldBack = [];
    startRosterAlerts({
      store,
      clock,
      situation: () => ({
        preferences: store.getState().preferences,
        focus: 'elsewhere',
        now: clock.now(),
      }),
      findContact: (number) => (number === '15009' ? 'Zoë de Wit' : undefined),
      show: ({ title }) => shown.push(title),
      onHeldBack: ({ title }, why) => heldBack.push(`${title}: ${why}`),
    });
    see('15001');
  });

  function see(...names: string[]): void {
    const participants = names.map((name) => participant(name));
    store.apply({ kind: 'call-seen', call: telephoneCall('a', { participants }) });
  }

  it('name the contact with the number', () => {
    see('15001', '15009');
    clock.advance(2_000);
    expect(shown).toEqual(['Zoë de Wit (15009) joined']);
  });

  it('are suppressed while they are turned off, and shown again afterwards', async () => {
    const preferences = createMemoryPreferences();
    expect(
      await changePreference(store, preferences, { rosterNotifications: false }),
    ).toMatchObject({ ok: true });
    expect(preferences.current.rosterNotifications).toBe(false);
    see('15001', '15002');
    clock.advance(10_000);
    expect(shown).toEqual([]);
    expect(heldBack).toEqual(['15002 joined: switched-off']);
    await changePreference(store, preferences, { rosterNotifications: true });
    see('15001');
    clock.advance(2_000);
    expect(shown).toEqual(['15002 left']);
  });

  it('count people instead of naming them in a call above the threshold', async () => {
    await changePreference(store, createMemoryPreferences(), { rosterThreshold: 3 });
    see('15001', '15002', '15003');
    clock.advance(2_000);
    see('15001', '15002', '15003', '15004');
    clock.advance(10_000);
    expect(shown).toEqual(['2 people joined', '1 joined']);
  });

  it('are suppressed during do not disturb', async () => {
    const preferences = createMemoryPreferences();
    await changePreference(store, preferences, { doNotDisturb: clock.now() + 60_000 });
    see('15001', '15002');
    clock.advance(2_000);
    expect(heldBack).toEqual(['15002 joined: do-not-disturb']);
    clock.advance(60_000);
    see('15001');
    clock.advance(2_000);
    expect(shown).toEqual(['15002 left']);
  });

  it('do not change if the preference cannot be saved', async () => {
    const preferences = {
      ...createMemoryPreferences(),
      update: () => Promise.resolve({ ok: false, error: { code: 'internal' } } as const),
    };
    expect(
      await changePreference(store, preferences, { rosterNotifications: false }),
    ).toMatchObject({ ok: false });
    see('15001', '15002');
    clock.advance(2_000);
    expect(shown).toEqual(['15002 joined']);
  });

  it('that follow another too soon are recorded, and shown with the next', () => {
    see('15001', '15002');
    clock.advance(2_000);
    see('15001');
    clock.advance(2_000);
    see('15001', '15003');
    clock.advance(2_000);
    expect(shown).toEqual(['15002 joined', '15002 left']);
    expect(heldBack).toEqual(['15003 joined: several-in-a-row']);
    clock.advance(2_000);
    expect(shown[2]).toBe('15003 joined');
  });
});
