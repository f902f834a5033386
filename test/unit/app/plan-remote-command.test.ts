import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../contract/snapshot';
import { planRemoteCommand, type OutsideCommand } from '../../../main/app/plan-remote-command';
import { OFFERS, connection, snapshot, snapshotOf, telephoneCall } from '../renderer/fixtures';

const ADA = telephoneCall({ id: 'genesys:a', actions: ['mute', 'hang-up'] });
const RINGING = telephoneCall({ id: 'genesys:g', state: 'ringing', actions: ['answer'] });
const AWAY = { connections: [connection({ state: 'reconnecting' })] };
const NOT_CONNECTED = 'Not possible while Genesys is not connected.';

const NOW = 1_000_000;

/** Plans a command that was given this long ago, in ms. */
function plan(snapshot: Snapshot, command: OutsideCommand, ago = 0) {
  return planRemoteCommand(snapshot, command, { givenAt: NOW - ago, now: NOW });
}

function perform(kind: string, callId: string) {
  return { kind: 'perform', operation: { kind, callId } };
}

function refuse(reason: string) {
  return { kind: 'refuse', reason };
}

describe('a command from outside', () => {
  it('applies to the call that the agent is talking on, even if the window shows another', () => {
    const held = telephoneCall({ id: 'genesys:h', state: 'held', isHeld: true, actions: ['mute'] });
    const shown = snapshotOf([held, ADA]);
    expect(plan(shown, { kind: 'mute' })).toEqual(perform('mute', 'genesys:a'));
    expect(plan(shown, { kind: 'hang-up' })).toEqual(perform('hang-up', 'genesys:a'));
  });

  it('does nothing if the call is already in that state', () => {
    const muted = { ...ADA, isMuted: true, actions: ['unmute' as const] };
    expect(plan(snapshotOf([muted]), { kind: 'mute' })).toEqual({ kind: 'nothing' });
    expect(plan(snapshotOf([muted]), { kind: 'unmute' })).toEqual(perform('unmute', 'genesys:a'));
    expect(plan(snapshotOf([ADA]), { kind: 'unmute' })).toEqual({ kind: 'nothing' });
    // While disconnected, the call may have been unmuted elsewhere.
    expect(plan(snapshotOf([muted], AWAY), { kind: 'mute' })).toEqual(refuse(NOT_CONNECTED));
  });

  it('answers the current call if it rings, else the waiting call', () => {
    const waiting = snapshotOf([ADA, RINGING], { waitingCallIds: ['genesys:g'] });
    const both = snapshotOf([RINGING, { ...RINGING, id: 'genesys:w' }], {
      waitingCallIds: ['genesys:w'],
    });
    for (const shown of [snapshotOf([RINGING]), waiting, both]) {
      expect(plan(shown, { kind: 'answer' })).toEqual(perform('answer', 'genesys:g'));
    }
  });

  it('is refused with a reason if there is no such call', () => {
    const ended = telephoneCall({ state: 'ended', actions: [] });
    for (const shown of [snapshot(), snapshotOf([ended])]) {
      expect(plan(shown, { kind: 'mute' })).toEqual(refuse('There is no call.'));
    }
    expect(plan(snapshotOf([ADA]), { kind: 'answer' })).toEqual(refuse('No call is ringing.'));
    expect(plan(snapshot(AWAY), { kind: 'hang-up' })).toEqual(refuse(NOT_CONNECTED));
  });

  it('ends and unmutes no call just when another has ended', () => {
    const refused = refuse(
      'A call has just ended, and this may have been meant for it. Try again for the other call.',
    );
    const afterEnd = (ago: number, other = ADA) =>
      snapshotOf([other, telephoneCall({ id: 'genesys:e', state: 'ended', endedAt: NOW - ago })]);
    const hangUp = { kind: 'hang-up' } as const;
    expect(plan(afterEnd(300), hangUp)).toEqual(refused);
    expect(plan(afterEnd(500), hangUp)).toEqual(perform('hang-up', ADA.id));
    // Launching a process takes longer than pressing a key.
    expect(plan(afterEnd(500), hangUp, 700)).toEqual(refused);
    // The computer's clock has been set back since.
    expect(plan(afterEnd(-60_000), hangUp)).toEqual(perform('hang-up', ADA.id));

    const muted = { ...ADA, isMuted: true, actions: ['unmute' as const] };
    expect(plan(afterEnd(300, muted), { kind: 'unmute' })).toEqual(refused);
    expect(plan(afterEnd(300, muted), { kind: 'toggle-mute' })).toEqual(refused);
    expect(plan(afterEnd(300), { kind: 'mute' })).toEqual(perform('mute', ADA.id));
    expect(plan(afterEnd(300), { kind: 'toggle-mute' })).toEqual(perform('mute', ADA.id));
    expect(plan(afterEnd(300, RINGING), { kind: 'answer' })).toMatchObject({ kind: 'perform' });
  });

  it('is refused with the reason that the buttons show', () => {
    expect(plan(snapshotOf([RINGING]), { kind: 'mute' })).toEqual(
      refuse('Available once the call is answered.'),
    );
    expect(plan(snapshotOf([{ ...ADA, actions: [] }]), { kind: 'hang-up' })).toEqual(
      refuse('Genesys does not allow this in the current state of the call.'),
    );
    // Rejecting is another action.
    const fromQueue = { ...RINGING, actions: ['answer' as const, 'reject' as const] };
    expect(plan(snapshotOf([fromQueue]), { kind: 'hang-up' })).toMatchObject({
      kind: 'refuse',
    });
  });

  it('toggles mute with the same keys', () => {
    const toggle = { kind: 'toggle-mute' } as const;
    const muted = { ...ADA, isMuted: true, actions: ['unmute' as const] };
    expect(plan(snapshotOf([ADA]), toggle)).toMatchObject({
      operation: { kind: 'mute', callId: ADA.id },
    });
    expect(plan(snapshotOf([muted]), toggle)).toMatchObject({
      operation: { kind: 'unmute', callId: ADA.id },
    });
    expect(plan(snapshotOf([]), toggle)).toEqual(refuse('There is no call.'));
  });

  it('fills in a number if one can be dialed, and never dials it', () => {
    const dial = { kind: 'dial', number: '15501' } as const;
    expect(plan(snapshot(OFFERS), dial)).toEqual({
      kind: 'fill-in',
      number: '15501',
    });
    expect(plan(snapshot({ ...OFFERS, ...AWAY }), dial)).toEqual(refuse(NOT_CONNECTED));
    expect(plan(snapshot(), dial)).toEqual(refuse('The profile has no service that can dial.'));
  });
});
