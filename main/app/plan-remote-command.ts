import {
  callAvailability,
  lostConnectionReason,
  reasonOf,
} from '../../contract/actions/availability';
import { lostConnectionOf, whyNoDialing } from '../../contract/actions/dialing';
import type { Call } from '../../contract/call-model';
import type { CallOperation } from '../../contract/call-operations';
import { findCurrentCall, findTalkingCall, findWaitingCall } from '../../contract/find-calls';
import { canDial } from '../../contract/find-lines';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { Snapshot } from '../../contract/snapshot';
import type { RemoteCommand } from './arguments';

/** A command from outside the window. The shortcut for mute also unmutes. */
export type OutsideCommand = RemoteCommand | { readonly kind: 'toggle-mute' };

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
export function planRemoteCommand(snapshot: Snapshot, command: OutsideCommand): RemotePlan {
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
      return planOnCall(snapshot, ringing, command.kind, en.remote.noRingingCall);
    }
    case 'toggle-mute': {
      const call = findTalkingCall(snapshot);
      return planOnCall(
        snapshot,
        call,
        call?.isMuted === true ? 'unmute' : 'mute',
        en.remote.noCall,
      );
    }
    default:
      return planOnCall(snapshot, findTalkingCall(snapshot), command.kind, en.remote.noCall);
  }
}

function planOnCall(
  snapshot: Snapshot,
  call: Call | undefined,
  kind: 'answer' | 'mute' | 'unmute' | 'hang-up',
  noCall: string,
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
  const reason = reasonOf(callAvailability(snapshot, call, kind));
  return reason === undefined
    ? { kind: 'perform', operation: { kind, callId: call.id } }
    : { kind: 'refuse', reason };
}
