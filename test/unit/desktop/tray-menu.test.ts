import { describe, expect, it } from 'vitest';
import type { Call } from '../../../contract/call-model';
import { DEFAULT_PREFERENCES, type DoNotDisturb } from '../../../contract/preferences';
import { listTrayItems } from '../../../main/desktop/tray-menu';
import { connection, snapshot, snapshotOf, telephoneCall } from '../renderer/fixtures';

const ADA = telephoneCall({
  id: 'genesys:a',
  identity: { name: 'Ada' },
  actions: ['mute', 'hold'],
});
const GRACE = telephoneCall({
  id: 'genesys:g',
  identity: { name: 'Grace' },
  state: 'ringing',
  actions: ['answer', 'reject'],
});

function perform(kind: string, callId: string) {
  return { choice: { kind: 'perform', operation: { kind, callId } } };
}

describe('the tray menu', () => {
  it('mutes and holds the current call', () => {
    expect(listTrayItems(snapshotOf([ADA]), 0)[1]).toEqual([
      { label: 'Mute', ...perform('mute', 'genesys:a') },
      { label: 'Hold', ...perform('hold', 'genesys:a') },
    ]);
    const held = { ...ADA, isMuted: true, isHeld: true, state: 'held' } as const;
    expect(listTrayItems(snapshotOf([{ ...held, actions: ['unmute', 'retrieve'] }]), 0)[1]).toEqual(
      [
        { label: 'Unmute', ...perform('unmute', 'genesys:a') },
        { label: 'Resume', ...perform('retrieve', 'genesys:a') },
      ],
    );
  });

  it('isolates a name of another direction', () => {
    const dana = { ...GRACE, identity: { name: 'דנה' } };
    expect(listTrayItems(snapshotOf([ADA, dana]), 0)[0]?.[0]?.label).toBe(
      'Answer: \u2068דנה\u2069',
    );
  });

  it('keeps disabled items, so that no item moves', () => {
    const nothing = [{ label: 'Mute' }, { label: 'Hold' }];
    expect(listTrayItems(snapshot(), 0)[0]).toEqual([{ label: 'Answer' }, { label: 'Reject' }]);
    expect(listTrayItems(snapshot(), 0)[1]).toEqual(nothing);
    const connections = [connection({ state: 'reconnecting' })];
    expect(listTrayItems(snapshotOf([ADA], { connections }), 0)[1]).toEqual(nothing);
  });

  it('answers and rejects a ringing call, which it names if there is another call', () => {
    expect(listTrayItems(snapshotOf([GRACE]), 0)[0]).toEqual([
      { label: 'Answer', ...perform('answer', 'genesys:g') },
      { label: 'Reject', ...perform('reject', 'genesys:g') },
    ]);
    expect(listTrayItems(snapshotOf([ADA, GRACE]), 0).slice(0, 2)).toEqual([
      [
        { label: 'Answer: Grace', ...perform('answer', 'genesys:g') },
        { label: 'Reject: Grace', ...perform('reject', 'genesys:g') },
      ],
      [
        { label: 'Mute: Ada', ...perform('mute', 'genesys:a') },
        { label: 'Hold: Ada', ...perform('hold', 'genesys:a') },
      ],
    ]);
  });

  it('keeps a disabled item for what a ringing call does not offer', () => {
    const [answer, reject] = [perform('answer', 'genesys:g'), perform('reject', 'genesys:g')];
    const withActions = (...actions: Call['actions']) => ({ ...GRACE, actions });
    const items = (...calls: Call[]) => listTrayItems(snapshotOf(calls), 0)[0];
    expect(items(withActions('answer'))).toEqual([
      { label: 'Answer', ...answer },
      { label: 'Reject' },
    ]);
    expect(items(withActions('reject'), ADA)).toEqual([
      { label: 'Answer: Grace' },
      { label: 'Reject: Grace', ...reject },
    ]);
    expect(items(withActions('hang-up'))?.map(({ label }) => label)).toEqual(['Answer', 'Hang up']);
  });

  it('mutes the call that the agent is talking on, whichever call the window shows', () => {
    const held = telephoneCall({ ...GRACE, state: 'held', isHeld: true, actions: ['retrieve'] });
    expect(listTrayItems(snapshotOf([held, ADA]), 0)[1]?.[0]).toEqual({
      label: 'Mute: Ada',
      ...perform('mute', 'genesys:a'),
    });
  });

  it('calls back the last missed calls that have a number', () => {
    const missed = (id: string, address?: string) => ({
      id,
      identity: { name: `Caller ${id}` },
      at: 0,
      ...(address !== undefined && { address }),
    });
    const missedCalls = [
      missed('5', '5'),
      missed('4'),
      missed('3', '3'),
      missed('2', '2'),
      missed('1', '1'),
    ];
    expect(listTrayItems(snapshot({ missedCalls }), 0).at(-1)).toEqual([
      { label: 'Call back Caller 5', choice: { kind: 'call-back', callId: '5' } },
      { label: 'Call back Caller 3', choice: { kind: 'call-back', callId: '3' } },
      { label: 'Call back Caller 2', choice: { kind: 'call-back', callId: '2' } },
    ]);
  });

  it('turns do not disturb on and off', () => {
    const items = (doNotDisturb: DoNotDisturb, now: number) =>
      listTrayItems(snapshot({ preferences: { ...DEFAULT_PREFERENCES, doNotDisturb } }), now)[2];
    expect(items('off', 0)).toEqual([
      {
        label: 'Do not disturb for 30 minutes',
        choice: { kind: 'do-not-disturb', setTo: 30 },
      },
      { label: 'Do not disturb for 1 hour', choice: { kind: 'do-not-disturb', setTo: 60 } },
      {
        label: 'Do not disturb until I turn it off',
        choice: { kind: 'do-not-disturb', setTo: 'on' },
      },
    ]);
    const off = { choice: { kind: 'do-not-disturb', setTo: 'off' } };
    expect(items('on', 0)).toEqual([{ label: 'Turn off do not disturb', ...off }]);
    const until = new Date(2026, 0, 5, 13, 30).getTime();
    expect(items(until, until - 1)).toEqual([
      { label: 'Turn off do not disturb (on until 13:30)', ...off },
    ]);
    expect(items(until, until)).toHaveLength(3);
  });
});
