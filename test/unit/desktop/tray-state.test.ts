import { describe, expect, it } from 'vitest';
import type { Call } from '../../../contract/call-model';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../contract/preferences';
import type { Connection, MissedCall, Snapshot } from '../../../contract/snapshot';
import { isWellFormed } from '../../../contract/text';
import { toTrayView } from '../../../main/desktop/tray-state';
import { participant } from '../../support/calls';
import { LINES } from '../../support/lines';

/** At noon. */
const NOW = new Date(2026, 0, 5, 12, 0).getTime();
const CONNECTED: Connection = { vendor: 'genesys', state: 'connected', since: 0 };

function call(changes: Partial<Call> = {}): Call {
  return {
    id: 'genesys:a',
    line: 'genesys',
    reference: 'a',
    identity: { name: '15001' },
    state: 'established',
    isMuted: false,
    isHeld: false,
    participants: [participant('15001')],
    startedAt: 0,
    actions: ['mute', 'hold'],
    ...changes,
  };
}

function missed(name: string): MissedCall {
  return { id: name, identity: { name }, at: 0 };
}

function view(
  current?: Call,
  changes: Partial<Snapshot> = {},
  preferences: Partial<Preferences> = {},
) {
  const chosen = { ...DEFAULT_PREFERENCES, ...preferences };
  const snapshot: Snapshot = {
    revision: 1,
    agentName: 'Eta',
    hasProfile: true,
    connections: [CONNECTED],
    calls: current === undefined ? [] : [current],
    ...(current && { currentCallId: current.id }),
    waitingCallIds: [],
    missedCalls: [],
    lastCalls: [],
    lines: LINES,
    hasRecorder: false,
    hasHistory: false,
    outcomes: [],
    notices: [],
    commands: [],
    ...changes,
    preferences: chosen,
  };
  return toTrayView(snapshot, { preferences: chosen, focus: 'elsewhere', now: NOW });
}

describe('the tray', () => {
  it.each([
    [undefined, 'idle', 'Sidetone: no call'],
    [call({ state: 'ringing' }), 'ringing', 'Ringing: 15001'],
    [call({ state: 'dialing' }), 'dialing', 'Dialing: 15001'],
    [call(), 'in-call', 'In a call: 15001'],
    [call({ isMuted: true }), 'muted', 'In a call, muted: 15001'],
    [call({ state: 'held', isHeld: true }), 'held', 'On hold: 15001'],
    [call({ state: 'ended' }), 'idle', 'Sidetone: no call'],
  ])('shows the call: %#', (current, state, tooltip) => {
    expect(view(current)).toMatchObject({ state, tooltip });
  });

  it.each(['Ada '.repeat(60), '\u05d3\u05e0\u05d4 '.repeat(60), '👩‍🚀'.repeat(60)])(
    'has room for the beginning of a long name: %#',
    (name) => {
      const { tooltip } = view(
        call({ isMuted: true, identity: { name } }),
        { missedCalls: [missed(name), missed(name)] },
        { doNotDisturb: 'on' },
      );
      expect(tooltip.length).toBeLessThanOrEqual(120);
      expect(tooltip.length).toBeGreaterThan(110);
      expect(isWellFormed(tooltip)).toBe(true);
      expect(tooltip).toContain('…');
    },
  );

  it('shows a ringing call while the agent is talking on another', () => {
    const ringing = call({ id: 'genesys:b', state: 'ringing', identity: { name: 'Grace' } });
    expect(view(call(), { calls: [ringing, call()] })).toMatchObject({
      state: 'ringing',
      tooltip: 'Ringing: Grace',
    });
  });

  it('shows a connection problem rather than a call that may be out of date', () => {
    const at = (state: Connection['state']) =>
      view(call(), { connections: [{ ...CONNECTED, state }] }).state;
    expect(at('reconnecting')).toBe('connecting');
    expect(at('error')).toBe('offline');
    expect(at('signed-out')).toBe('attention');
    expect(view(undefined, { hasProfile: false }).state).toBe('no-profile');
  });

  it('shows the call rather than the sign-in of a service other than the telephone', () => {
    const connections = [
      CONNECTED,
      { ...CONNECTED, vendor: 'verba', state: 'signed-out' } as const,
    ];
    expect(view(call(), { connections }).state).toBe('in-call');
    expect(view(undefined, { connections })).toMatchObject({
      state: 'attention',
      tooltip: 'Sidetone: sign-in needed',
    });
  });

  it('shows missed calls until they are dismissed, and counts them during another call', () => {
    expect(view(undefined, { missedCalls: [missed('Ada')] })).toMatchObject({
      state: 'missed',
      tooltip: 'Missed call from Ada',
    });
    const missedCalls = [missed('Ada'), missed('Grace')];
    expect(view(undefined, { missedCalls }).tooltip).toBe('Missed call from Ada · 2 missed calls');
    expect(view(call(), { missedCalls })).toMatchObject({
      state: 'in-call',
      tooltip: 'In a call: 15001 · 2 missed calls',
    });
    expect(view(call(), { missedCalls: [missed('Ada')] }).tooltip).toContain('· 1 missed call');
    const off = { missedNotifications: false };
    expect(view(undefined, { missedCalls }, off)).toMatchObject({
      state: 'idle',
      tooltip: 'Sidetone: no call',
    });
  });

  it('shows that do not disturb is on, and until when', () => {
    expect(view(undefined, {}, { doNotDisturb: 'on' }).tooltip).toBe(
      'Sidetone: no call · Do not disturb',
    );
    const doNotDisturb = NOW + 90 * 60_000;
    expect(view(call({ state: 'ringing' }), {}, { doNotDisturb })).toMatchObject({
      state: 'ringing',
      tooltip: 'Ringing: 15001 · Do not disturb until 13:30',
    });
    expect(view(undefined, {}, { doNotDisturb: NOW }).tooltip).toBe('Sidetone: no call');
  });
});
