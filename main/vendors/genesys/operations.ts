import type { AppError } from '../../../contract/errors';
import { notDone, type Outcome } from '../../../contract/outcome';
import { fail, succeed } from '../../../contract/result';
import type { Result } from '../../../contract/result';
import type { LineOperation } from '../../calls/ports';
import { toPathSegment } from '../shared/endpoint';
import { asGone, toOutcome } from '../shared/reply';
import type { BookEntry, CallBook } from './call-book';
import { OPERATION_NAMES, REMOVE_OPERATION } from './operation-names';
import { toOwnNumber } from './parties';
import { toError, wasUnauthorized } from './reply';
import type { Session } from './session';

/**
 * Requests an operation on a call (doc:AsyncTelephonyOperations), once. "Accepted" only means that it has
 * started: the notification of the result may arrive before the answer, or never.
 */
export async function performOperation(
  operation: LineOperation,
  { book, session, onExpired }: RequestParts & { readonly book: CallBook },
): Promise<Outcome> {
  const request = toRequest(book, operation);
  if (!request.ok) return notDone(request.error);
  if (session === undefined) return notDone(toError('not-connected'));
  const { reference, body } = request.value;
  const path = `/me/calls/${toPathSegment(reference)}`;
  return asGone(await postOperation(session, path, body, onExpired));
}

type Parameters = Readonly<Record<string, unknown>>;

/** `POST /api/v2/me/calls/{reference}` with this body. */
export interface OperationRequest {
  readonly reference: string;
  readonly body: Parameters & { readonly operationName: string };
}

/**
 * The request for an operation on a call (docs/conformance/genesys.md), or why it cannot be sent: `gone`,
 * `not-allowed` if the vendor has no such operation, or the problem with a parameter. The caller has checked
 * that the call allows it now.
 */
export function toRequest(book: CallBook, operation: LineOperation): Result<OperationRequest> {
  const entry = book.find(operation.callId);
  if (entry === undefined) return fail(toError('gone'));
  const operationName = toOperationName(operation);
  if (operationName === undefined) return fail(toError('not-allowed'));
  const parameters = toParameters(book, entry, operation);
  if (!parameters.ok) return parameters;
  return succeed({
    reference: entry.reference,
    body: { operationName, ...parameters.value },
  });
}

function toOperationName(operation: LineOperation): string | undefined {
  // Attaching adds, updating overwrites (doc:UpdateUserData). Like TUpdateUserData of T-Library, it also adds keys that
  // are new.
  if (operation.replacesData === true) return OPERATION_NAMES.get('update-data');
  if (!('participantId' in operation)) return OPERATION_NAMES.get(operation.kind);
  return operation.kind === 'remove-participant' ? REMOVE_OPERATION : undefined;
}

function toParameters(
  book: CallBook,
  { parties, parentCallId }: BookEntry,
  operation: LineOperation,
): Result<Parameters> {
  switch (operation.kind) {
    case 'send-tones':
      return succeed({ digits: operation.tones });
    case 'add-participant':
      // The vendor's request does not support these options, and ignoring them would have a different effect.
      if (operation.isMuted === true) return fail(toError('bad-input', 'isMuted'));
      if (operation.greetingId !== undefined) return fail(toError('bad-input', 'greetingId'));
      return succeed(toDestination(operation.address));
    case 'transfer':
    case 'consult-conference':
    case 'consult-transfer':
      return succeed(toDestination(operation.address));
    case 'complete-conference':
    case 'complete-transfer': {
      const other = book.find(operation.otherCallId);
      if (other === undefined) return fail(toError('gone'));
      // Posted to the consultation, it needs no parameter. Posted to any other call, it has to name the one to
      // complete it with: the vendor would choose among several.
      return parentCallId === operation.otherCallId
        ? succeed({})
        : withUri('consultCallUri', other);
    }
    case 'swap': {
      const other = book.find(operation.otherCallId);
      return other === undefined ? fail(toError('gone')) : withUri('otherCallUri', other);
    }
    case 'attach-data':
    case 'update-data':
      return succeed({ userData: { [operation.key]: operation.value } });
    case 'attach-wrap-up':
      return succeed({ userData: operation.data ?? {} });
    case 'delete-data':
      return succeed({ key: operation.key });
    case 'remove-participant': {
      const party = parties.find(({ id }) => id === operation.participantId);
      if (party === undefined) return fail(toError('gone'));
      const participant = toOwnNumber(party, parties);
      return participant === undefined ? fail(toError('not-allowed')) : succeed({ participant });
    }
    default:
      return succeed({});
  }
}

export function toDestination(phoneNumber: string): {
  readonly destination: { readonly phoneNumber: string };
} {
  return { destination: { phoneNumber } };
}

/** Its host can differ from the one in the profile, so it is sent as received. */
function withUri(parameter: string, { uri }: BookEntry): Result<Parameters> {
  return uri === undefined
    ? fail(toError('malformed-answer', 'uri'))
    : succeed({ [parameter]: uri });
}

/** The dependencies of the agent's requests. */
export interface RequestParts {
  /** The current signed-in session, if any. */
  readonly session: Session | undefined;
  /** The session has expired, so the request was not carried out. */
  readonly onExpired: (session: Session, error: AppError) => void;
}

/** Posts an operation once, and returns its outcome. `path` follows `/api/v2`. */
export async function postOperation(
  session: Session,
  path: string,
  body: Readonly<Record<string, unknown>>,
  onExpired: RequestParts['onExpired'],
): Promise<Outcome> {
  const reply = await session.operate(path, body);
  if (wasUnauthorized(reply)) onExpired(session, reply.error);
  return toOutcome(reply);
}
