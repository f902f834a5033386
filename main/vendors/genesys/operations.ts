import type { CallOperation } from '../../../contract/call-operations';
import type { Outcome } from '../../../contract/outcome';
import { toPathSegment } from '../shared/endpoint';
import { ask, refuse } from './answer';
import type { RequestParts } from './answer';
import type { CallBook } from './call-book';
import { toError } from './reply';
import { toRequest } from './requests';

/**
 * Asks for an operation on a call (doc:AsyncTelephonyOperations), once. Accepted means on its way:
 * the notification of the result may come before the answer, or never.
 */
export async function performOperation(
  operation: CallOperation,
  { book, session, onExpired }: RequestParts & { readonly book: CallBook },
): Promise<Outcome> {
  const request = toRequest(book, operation);
  if (!request.ok) return refuse(request.error);
  if (session === undefined) return refuse(toError('not-connected'));
  const { reference, body } = request.value;
  const answer = await ask(session, `/me/calls/${toPathSegment(reference)}`, body, onExpired);
  // What was asked for is a call that was there a moment ago.
  return answer.kind === 'failed' && answer.error.code === 'not-found'
    ? refuse({ ...answer.error, code: 'gone' })
    : answer;
}
