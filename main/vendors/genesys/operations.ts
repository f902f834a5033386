import { assertNever } from '../../../contract/assert-never';
import type { AppError } from '../../../contract/errors';
import type { Answer, TelephonyOperation } from '../../calls/ports';
import type { CallBook } from './call-book';
import { OPERATION_NAMES, REMOVE_OPERATION } from './operation-names';
import { toError } from './reply';
import type { Reply } from './reply';
import type { Session } from './session';

/** `POST /api/v2/me/calls/{reference}`; the operation has the name of the capability that allows it. */
interface OperationRequest {
  readonly reference: string;
  readonly body: { readonly operationName: string; readonly participant?: string };
}

/** What asks for the operation, or why it cannot be asked for. */
function toRequest(book: CallBook, operation: TelephonyOperation): OperationRequest | AppError {
  const call = book.find(operation.callId);
  if (call === undefined) return toError('gone');
  const { reference } = call;
  if (operation.kind !== 'remove-participant') {
    return call.actions.includes(operation.kind)
      ? { reference, body: { operationName: OPERATION_NAMES[operation.kind] } }
      : toError('not-allowed');
  }
  const participant = call.participants.find(({ id }) => id === operation.participantId);
  const number = book.findNumber(operation.callId, operation.participantId);
  if (participant === undefined) return toError('gone');
  return participant.actions.includes('remove') && number !== undefined
    ? { reference, body: { operationName: REMOVE_OPERATION, participant: number } }
    : toError('not-allowed');
}

/**
 * Asks for an operation on a call (doc:AsyncTelephonyOperations), once. Accepted means on its way:
 * the notification that tells the result may come before the answer, or never.
 */
export async function performOperation(
  operation: TelephonyOperation,
  parts: {
    readonly book: CallBook;
    readonly session: Session | undefined;
    /** The session is not accepted any more, so the operation was not carried out. */
    readonly onExpired: (session: Session, error: AppError) => void;
  },
): Promise<Answer> {
  const { book, session, onExpired } = parts;
  const request = toRequest(book, operation);
  if ('code' in request) return { kind: 'refused', error: request };
  if (session === undefined) return { kind: 'refused', error: toError('not-connected') };
  const path = `/me/calls/${encodeURIComponent(request.reference)}`;
  const reply = await session.operate(path, request.body);
  if (reply.kind === 'unauthorized') onExpired(session, reply.error);
  return toAnswer(reply);
}

function toAnswer(reply: Reply): Answer {
  switch (reply.kind) {
    case 'ok':
      return { kind: 'accepted', value: null };
    case 'refused':
      return { kind: 'refused', error: toCallError(reply.error) };
    case 'unauthorized':
    case 'not-done':
      return { kind: 'refused', error: reply.error };
    case 'unknown':
      return { kind: 'no-answer', error: reply.error };
    default:
      return assertNever(reply);
  }
}

/** What was asked for is a call that was there a moment ago. */
function toCallError(error: AppError): AppError {
  return error.code === 'not-found' ? { ...error, code: 'gone' } : error;
}
