import type { ParticipantAction } from '../../contract/call-model';
import type { CallOperation } from '../../contract/call-operations';
import type { AppError } from '../../contract/errors';
import { descriptorOf } from '../../contract/descriptor-of';
import type { StoreState } from './store';

const GONE: AppError = { code: 'gone' };
const NOT_ALLOWED: AppError = { code: 'not-allowed' };

type ParticipantKind = Extract<CallOperation, { participantId: string }>['kind'];

/** The participant's action that an operation corresponds to. */
const PARTICIPANT_ACTIONS: Record<ParticipantKind, ParticipantAction> = {
  'remove-participant': 'remove',
  'mute-participant': 'mute',
  'unmute-participant': 'unmute',
  'hold-participant': 'hold',
  'retrieve-participant': 'retrieve',
  'move-participant': 'move',
  'play-participant': 'play',
  'stop-playing-participant': 'stop-playing',
};

/**
 * The reason why an operation cannot be requested now, if any: a call or the participant is gone, the line
 * is not connected, or the vendor does not allow the operation in this state.
 */
export function findRefusal(state: StoreState, operation: CallOperation): AppError | undefined {
  const call = state.calls.known.get(operation.callId);
  if (call === undefined || call.state === 'ended') return GONE;
  if ('participantId' in operation) {
    const { participantId, kind } = operation;
    const participant = call.participants.find(({ id }) => id === participantId);
    if (participant === undefined) return GONE;
    const isAllowed = participant.actions.includes(PARTICIPANT_ACTIONS[kind]);
    return findLostConnection(state, call.line) ?? (isAllowed ? undefined : NOT_ALLOWED);
  }
  if ('otherCallId' in operation) {
    const other = state.calls.known.get(operation.otherCallId);
    if (other === undefined || other.state === 'ended') return GONE;
  }
  const isAllowed = call.actions.includes(operation.kind);
  return findLostConnection(state, call.line) ?? (isAllowed ? undefined : NOT_ALLOWED);
}

/**
 * The reason why nothing can be requested on a line whose calls are only known while it is connected, if any.
 */
export function findLostConnection(state: StoreState, line: string): AppError | undefined {
  const { requiresConnection, vendor } = descriptorOf(state, line);
  const isUsable = !requiresConnection || state.connections.get(vendor)?.state === 'connected';
  return isUsable ? undefined : { code: 'not-connected', vendor };
}
