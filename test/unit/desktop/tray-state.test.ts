import { describe, expect, it } from 'vitest';
import type { Call } from '../../../contract/call-model';
import { DEFAULT_PREFERENCES } from '../../../contract/preferences';
import type { Connection, Snapshot } from '../../../contract/snapshot';
import { isWellFormed } from '../../../contract/text';
import { toTrayView } from '../../../main/desktop/tray-state';
import { participant } from '../../support/calls';
import { LINES } from '../../support/lines';

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

function view(current?: Call, changes: Partial<Snapshot> = {}) {
  return toTrayView({
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
    preferences: DEFAULT_PREFERENCES,
    notices: [],
    commands: [],
    ...changes,
  });
}

describe('the tray', () => {
  it.each([
    [undefined, 'idle', 'Sidetone: no call'],
    [call({ state: 'ringing' }), 'ringing', 'Ringing: 15001'],
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
      const { tooltip } = view(call({ isMuted: true, identity: { name } }));
      expect(tooltip.length).toBeLessThanOrEqual(120);
      expect(tooltip.length).toBeGreaterThan(110);
      expect(isWellFormed(tooltip)).toBe(true);
      expect(tooltip).toContain('…');
    },
  );

  it('shows who rings while the agent talks to somebody else', () => {
    const ringing = call({ id: 'genesys:b', state: 'ringing', identity: { name: 'Grace' } });
    expect(view(call(), { calls: [ringing, call()] })).toMatchObject({
      state: 'ringing',
      tooltip: 'Ringing: Grace',
    });
  });

  it('shows trouble rather than a call that may be out of date', () => {
    const at = (state: Connection['state']) =>
      view(call(), { connections: [{ ...CONNECTED, state }] }).state;
    expect(at('reconnecting')).toBe('connecting');
    expect(at('error')).toBe('offline');
    expect(at('signed-out')).toBe('attention');
    expect(view(undefined, { hasProfile: false }).state).toBe('no-profile');
  });
});
