import { describe, expect, it } from 'vitest';
import { planRemoteCommand } from '../../../main/app/plan-remote-command';
import { OFFERS, connection, snapshot, snapshotOf, telephoneCall } from '../renderer/fixtures';

const ADA = telephoneCall({ id: 'genesys:a', actions: ['mute', 'hang-up'] });
const RINGING = telephoneCall({ id: 'genesys:g', state: 'ringing', actions: ['answer'] });
const AWAY = { connections: [connection({ state: 'reconnecting' })] };
const NOT_CONNECTED = 'Not possible while Genesys is not connected.';

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
    expect(planRemoteCommand(shown, { kind: 'mute' })).toEqual(perform('mute', 'genesys:a'));
    expect(planRemoteCommand(shown, { kind: 'hang-up' })).toEqual(perform('hang-up', 'genesys:a'));
  });

  it('does nothing if the call is already in that state', () => {
    const muted = { ...ADA, isMuted: true, actions: ['unmute' as const] };
    expect(planRemoteCommand(snapshotOf([muted]), { kind: 'mute' })).toEqual({ kind: 'nothing' });
    expect(planRemoteCommand(snapshotOf([muted]), { kind: 'unmute' })).toEqual(
      perform('unmute', 'genesys:a'),
    );
    expect(planRemoteCommand(snapshotOf([ADA]), { kind: 'unmute' })).toEqual({ kind: 'nothing' });
    // While disconnected, the call may have been unmuted elsewhere.
    expect(planRemoteCommand(snapshotOf([muted], AWAY), { kind: 'mute' })).toEqual(
      refuse(NOT_CONNECTED),
    );
  });

  it('answers the current call if it rings, else the waiting call', () => {
    const waiting = snapshotOf([ADA, RINGING], { waitingCallIds: ['genesys:g'] });
    const both = snapshotOf([RINGING, { ...RINGING, id: 'genesys:w' }], {
      waitingCallIds: ['genesys:w'],
    });
    for (const shown of [snapshotOf([RINGING]), waiting, both]) {
      expect(planRemoteCommand(shown, { kind: 'answer' })).toEqual(perform('answer', 'genesys:g'));
    }
  });

  it('is refused with a reason if there is no such call', () => {
    const ended = telephoneCall({ state: 'ended', actions: [] });
    for (const shown of [snapshot(), snapshotOf([ended])]) {
      expect(planRemoteCommand(shown, { kind: 'mute' })).toEqual(refuse('There is no call.'));
    }
    expect(planRemoteCommand(snapshotOf([ADA]), { kind: 'answer' })).toEqual(
      refuse('No call is ringing.'),
    );
    expect(planRemoteCommand(snapshot(AWAY), { kind: 'hang-up' })).toEqual(refuse(NOT_CONNECTED));
  });

  it('is refused with the reason that the buttons show', () => {
    expect(planRemoteCommand(snapshotOf([RINGING]), { kind: 'mute' })).toEqual(
      refuse('Available once the call is answered.'),
    );
    expect(planRemoteCommand(snapshotOf([{ ...ADA, actions: [] }]), { kind: 'hang-up' })).toEqual(
      refuse('Genesys does not allow this in the current state of the call.'),
    );
    // Rejecting is another action.
    const fromQueue = { ...RINGING, actions: ['answer' as const, 'reject' as const] };
    expect(planRemoteCommand(snapshotOf([fromQueue]), { kind: 'hang-up' })).toMatchObject({
      kind: 'refuse',
    });
  });

  it('toggles mute with the same keys', () => {
    const toggle = { kind: 'toggle-mute' } as const;
    const muted = { ...ADA, isMuted: true, actions: ['unmute' as const] };
    expect(planRemoteCommand(snapshotOf([ADA]), toggle)).toMatchObject({
      operation: { kind: 'mute', callId: ADA.id },
    });
    expect(planRemoteCommand(snapshotOf([muted]), toggle)).toMatchObject({
      operation: { kind: 'unmute', callId: ADA.id },
    });
    expect(planRemoteCommand(snapshotOf([]), toggle)).toEqual(refuse('There is no call.'));
  });

  it('fills in a number if one can be dialed, and never dials it', () => {
    const dial = { kind: 'dial', number: '15501' } as const;
    expect(planRemoteCommand(snapshot(OFFERS), dial)).toEqual({
      kind: 'fill-in',
      number: '15501',
    });
    expect(planRemoteCommand(snapshot({ ...OFFERS, ...AWAY }), dial)).toEqual(
      refuse(NOT_CONNECTED),
    );
    expect(planRemoteCommand(snapshot(), dial)).toEqual(
      refuse('The profile has no service that can dial.'),
    );
  });
});
