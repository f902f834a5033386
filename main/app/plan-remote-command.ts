import {
  callAvailability,
  lostConnectionReason,
  reasonOf,
} from '../../contract/actions/availability';
import { lostConnectionOf, whyNoDialing } from '../../contract/actions/dialing';
import type { Call } from '../../contract/call-model';
import type { CallOperation } from '../../contract/call-operations';
import { findCurrentCall, findActiveCall, findWaitingCall } from '../../contract/find-calls';
import { canDial } from '../../contract/find-lines';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { SETTLE_MS } from '../../contract/settle';
import type { Snapshot } from '../../contract/snapshot';
import type { RemoteCommand } from './arguments';

/** A command from outside the window. The shortcut for mute also unmutes. */
export type OutsideCommand = RemoteCommand | { readonly kind: 'toggle-mute' };

/** Both in ms since the epoch. */
export interface CommandTime {
  /** When the agent gave the command: when a key was pressed, or the process was launched. */
  readonly givenAt: number;
  readonly now: number;
}

/** The result of planning such a command in the current state. */
export type RemotePlan =
  | { readonly kind: 'refuse'; readonly reason: string }
  /** The call is already in that state. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'perform'; readonly operation: CallOperation }
  | { readonly kind: 'show' }
  | { readonly kind: 'fill-in'; readonly number: string };

/**
 * Plans a command with the same rules as the tray and the window: the same call, the same
 * conditions, the same reasons.
 */
export function planRemoteCommand(
  snapshot: Snapshot,
  command: OutsideCommand,
  time: CommandTime,
): RemotePlan {
  switch (command.kind) {
    case 'show':
      return { kind: 'show' };
    case 'dial': {
      const reason = canDial(snapshot) ? whyNoDialing(snapshot) : en.remote.noDialing;
      return reason === undefined
        ? { kind: 'fill-in', number: command.number }
        : { kind: 'refuse', reason };
    }
    case 'answer': {
      const ringing = [findCurrentCall(snapshot), findWaitingCall(snapshot)].find(
        (call) => call?.state === 'ringing',
      );
      return planOnCall(snapshot, ringing, command.kind, en.remote.noRingingCall, time);
    }
    case 'toggle-mute': {
      const call = findActiveCall(snapshot);
      return planOnCall(
        snapshot,
        call,
        call?.isMuted === true ? 'unmute' : 'mute',
        en.remote.noCall,
        time,
      );
    }
    default:
      return planOnCall(snapshot, findActiveCall(snapshot), command.kind, en.remote.noCall, time);
  }
}

function planOnCall(
  snapshot: Snapshot,
  call: Call | undefined,
  kind: 'answer' | 'mute' | 'unmute' | 'hang-up',
  noCall: string,
  time: CommandTime,
): RemotePlan {
  if (call === undefined || call.state === 'ended') {
    const vendor = lostConnectionOf(snapshot);
    return {
      kind: 'refuse',
      reason: vendor === undefined ? noCall : format(en.window.reasons.noConnection, { vendor }),
    };
  }
  const lost = lostConnectionReason(snapshot, call);
  if (lost !== undefined) return { kind: 'refuse', reason: lost };
  if (kind === (call.isMuted ? 'mute' : 'unmute')) return { kind: 'nothing' };
  // Answering or muting the wrong call can be undone. Ending it, or being heard in it, cannot.
  const isFinal = kind === 'hang-up' || kind === 'unmute';
  if (isFinal && hasJustEnded(snapshot, time)) {
    return { kind: 'refuse', reason: en.remote.justEnded };
  }
  const reason = reasonOf(callAvailability(snapshot, call, kind));
  return reason === undefined
    ? { kind: 'perform', operation: { kind, callId: call.id } }
    : { kind: 'refuse', reason };
}

/** Whether the command may have been meant for a call that has ended, not for the one that took its place. */
function hasJustEnded({ calls, lastCalls }: Snapshot, { givenAt, now }: CommandTime): boolean {
  return [...calls, ...lastCalls].some(
    ({ endedAt }) =>
      endedAt !== undefined &&
      endedAt > givenAt - SETTLE_MS &&
      // The computer's clock may have been set back since.
      endedAt < now + SETTLE_MS,
  );
}
