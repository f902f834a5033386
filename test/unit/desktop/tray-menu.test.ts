import { describe, expect, it } from 'vitest';
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

describe('the menu of the tray', () => {
  it('mutes and holds the call there is', () => {
    expect(listTrayItems(snapshotOf([ADA]))).toEqual([
      [],
      [
        { label: 'Mute', ...perform('mute', 'genesys:a') },
        { label: 'Hold', ...perform('hold', 'genesys:a') },
      ],
      [],
    ]);
    const held = { ...ADA, isMuted: true, isHeld: true, state: 'held' } as const;
    expect(listTrayItems(snapshotOf([{ ...held, actions: ['unmute', 'retrieve'] }]))[1]).toEqual([
      { label: 'Unmute', ...perform('unmute', 'genesys:a') },
      { label: 'Resume', ...perform('retrieve', 'genesys:a') },
    ]);
  });

  it('keeps what is not possible, so that nothing moves', () => {
    const nothing = [{ label: 'Mute' }, { label: 'Hold' }];
    expect(listTrayItems(snapshot())[1]).toEqual(nothing);
    const connections = [connection({ state: 'reconnecting' })];
    expect(listTrayItems(snapshotOf([ADA], { connections }))[1]).toEqual(nothing);
  });

  it('answers and rejects a call that rings, by its name beside another call', () => {
    expect(listTrayItems(snapshotOf([GRACE]))[0]).toEqual([
      { label: 'Answer', ...perform('answer', 'genesys:g') },
      { label: 'Reject', ...perform('reject', 'genesys:g') },
    ]);
    expect(listTrayItems(snapshotOf([ADA, GRACE]))).toEqual([
      [
        { label: 'Answer: Grace', ...perform('answer', 'genesys:g') },
        { label: 'Reject: Grace', ...perform('reject', 'genesys:g') },
      ],
      [
        { label: 'Mute: Ada', ...perform('mute', 'genesys:a') },
        { label: 'Hold: Ada', ...perform('hold', 'genesys:a') },
      ],
      [],
    ]);
  });

  it('mutes who the agent talks to, whatever the window shows', () => {
    const held = telephoneCall({ ...GRACE, state: 'held', isHeld: true, actions: ['retrieve'] });
    expect(listTrayItems(snapshotOf([held, ADA]))[1]?.[0]).toEqual({
      label: 'Mute: Ada',
      ...perform('mute', 'genesys:a'),
    });
  });

  it('calls back the last calls that were missed, where there is a number', () => {
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
    expect(listTrayItems(snapshot({ missedCalls }))[2]).toEqual([
      { label: 'Call back Caller 5', choice: { kind: 'call-back', callId: '5' } },
      { label: 'Call back Caller 3', choice: { kind: 'call-back', callId: '3' } },
      { label: 'Call back Caller 2', choice: { kind: 'call-back', callId: '2' } },
    ]);
  });
});
