import { describe, expect, it } from 'vitest';
import type { Call } from '../../../contract/call-model';
import type { Connection, Snapshot } from '../../../contract/snapshot';
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
    offers: { dial: false, history: false },
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
  ])('tells the call: %#', (current, state, tooltip) => {
    expect(view(current)).toMatchObject({ state, tooltip });
  });

  it.each([1, 2, 5, 6, 7, 130])('has room for %i long names', (count) => {
    const participants = Array.from({ length: count }, (_, index) =>
      participant(`Person ${index + 1} ${'\u05d3\u05e0\u05d4 '.repeat(20)}`),
    );
    const { tooltip } = view(call({ isMuted: true, participants }));
    expect(tooltip.length).toBeLessThanOrEqual(120);
    expect(tooltip).toContain('Person 1 ');
    if (count > 2) expect(tooltip).toMatch(/ and \d+ more$/);
  });

  it('names the first of many, and how many more there are', () => {
    const participants = Array.from({ length: 130 }, (_, index) =>
      participant(`${20_001 + index}`),
    );
    expect(view(call({ participants })).tooltip).toBe(
      'In a call: 20001, 20002, 20003, 20004, 20005 and 125 more',
    );
  });

  it('tells trouble rather than a call that may be out of date', () => {
    const at = (state: Connection['state']) =>
      view(call(), { connections: [{ ...CONNECTED, state }] }).state;
    expect(at('reconnecting')).toBe('connecting');
    expect(at('error')).toBe('offline');
    expect(at('signed-out')).toBe('attention');
    expect(view(undefined, { hasProfile: false }).state).toBe('no-profile');
  });

  it('offers what the call allows', () => {
    expect(view(call({ actions: ['unmute', 'hold'] }))).toMatchObject({
      callId: 'genesys:a',
      mute: 'unmute',
      hold: 'hold',
    });
    expect(view(call({ actions: [] }))).not.toHaveProperty('mute');
    expect(view()).not.toHaveProperty('callId');
  });
});
