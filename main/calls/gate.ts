import type { ParticipantAction } from '../../contract/call-model';
import type { CallOperation } from '../../contract/call-operations';
import type { AppError } from '../../contract/errors';
import type { StoreState } from './store';

const GONE: AppError = { code: 'gone' };
const NOT_ALLOWED: AppError = { code: 'not-allowed' };

type ParticipantKind = Extract<CallOperation, { participantId: string }>['kind'];

/** Which of a participant's actions an operation is. */
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
 * Why an operation cannot be asked for now, if it cannot: the call or the participant is gone, its
 * news do not arrive, or its vendor does not allow it as things are.
 */
export function findRefusal(state: StoreState, operation: CallOperation): AppError | undefined {
  const call = state.calls.known.get(operation.callId);
  if (call === undefined || call.state === 'ended') return GONE;
  if ('participantId' in operation) {
    const { participantId, kind } = operation;
    const participant = call.participants.find(({ id }) => id === participantId);
    if (participant === undefined) return GONE;
    const isAllowed = participant.actions.includes(PARTICIPANT_ACTIONS[kind]);
    return refuseUnless(isAllowed, state, call.line === 'genesys');
  }
  return refuseUnless(call.actions.includes(operation.kind), state, call.line === 'genesys');
}

/** A telephone call is acted on only while its news arrive, for else its state is a guess. */
function refuseUnless(
  isAllowed: boolean,
  state: StoreState,
  needsConnection: boolean,
): AppError | undefined {
  if (needsConnection && state.connections.get('genesys')?.state !== 'connected') {
    return { code: 'not-connected', vendor: 'genesys' };
  }
  return isAllowed ? undefined : NOT_ALLOWED;
}
