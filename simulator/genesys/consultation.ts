import type { Call, CallBook } from './call-book';
import { missing, StatusCode, type Refusal } from './envelope';
import {
  refuse,
  type OperationContext,
  type OperationParameters,
  type Plan,
} from './operation-plan';
import type { Capability } from './types';

/** The operations that need a second party or a second call. */
export type ConsultationOperation = Extract<
  Capability,
  | 'InitiateConference'
  | 'InitiateTransfer'
  | 'SingleStepConference'
  | 'SingleStepTransfer'
  | 'CompleteConference'
  | 'CompleteTransfer'
  | 'SwapCalls'
>;

/** The call that a URI or path ends with. */
function callOfUri(book: CallBook, uri: string | undefined): Call | undefined {
  const id = uri?.split('/').at(-1);
  return id === undefined ? undefined : book.find(id);
}

/**
 * Which call is the original and which the consultation, wherever the operation was posted.
 *
 * The page does not say which call is used if the request names none and there is no consultation. Decided here:
 * the oldest one on hold.
 */
function pairOf(
  book: CallBook,
  call: Call,
  named: Call | undefined,
): { original: Call; consultation: Call } | undefined {
  if (named !== undefined && named !== call) {
    return { original: call, consultation: named };
  }
  const parent = call.parentId === undefined ? undefined : book.find(call.parentId);
  if (parent !== undefined) {
    return { original: parent, consultation: call };
  }
  const others = book.all().filter((other) => other !== call);
  const consultation = others.find((other) => other.parentId === call.id);
  if (consultation !== undefined) {
    return { original: call, consultation };
  }
  const held = others.find((other) => other.state === 'Held');
  return held === undefined ? undefined : { original: held, consultation: call };
}

function invalidNow(statusMessage: string): { refusal: Refusal } {
  return { refusal: { statusCode: StatusCode.parameterInvalidNow, statusMessage } };
}

function planWithDestination(
  { book, awaitRemoteAnswer }: OperationContext,
  call: Call,
  operation: ConsultationOperation,
  { destination, userData }: OperationParameters,
): Plan {
  if (destination === undefined) {
    return { refusal: missing('destination') };
  }
  const number = destination.phoneNumber;
  if (operation === 'SingleStepTransfer') {
    return { effect: () => book.setState(call, 'Released') };
  }
  if (operation === 'SingleStepConference') {
    return {
      effect: () => {
        call.isOwner = true;
        book.addParty(call, { number });
      },
    };
  }
  const hold = () => {
    if (call.state !== 'Held') {
      book.setState(call, 'Held');
    }
  };
  return {
    effect: () => {
      // In the vendor's samples the held call offers SwapCalls at once in a transfer, but Retrieve at first in a
      // conference: there it is held before there is a consultation.
      const isTransfer = operation === 'InitiateTransfer';
      if (!isTransfer) {
        hold();
      }
      const consultation = { state: 'Dialing', parentId: call.id } as const;
      awaitRemoteAnswer(
        book.add({ from: number, userData }, consultation, isTransfer ? hold : undefined),
      );
    },
  };
}

function planCompletion(
  { book }: OperationContext,
  call: Call,
  operation: ConsultationOperation,
  { consultCallUri }: OperationParameters,
): Plan {
  const named = callOfUri(book, consultCallUri);
  if (consultCallUri !== undefined && named === undefined) {
    return refuse(StatusCode.notFound, 'The call in consultCallUri does not exist.');
  }
  const pair = pairOf(book, call, named);
  if (pair === undefined) {
    return invalidNow('There is no consultation call to complete.');
  }
  const { original, consultation } = pair;
  if (operation === 'CompleteTransfer') {
    return {
      effect: () => {
        book.setState(original, 'Released');
        book.setState(consultation, 'Released');
      },
    };
  }
  return {
    effect: () => {
      book.setState(consultation, 'Released');
      original.isOwner = true;
      if (original.state !== 'Established') {
        book.establish(original);
      }
      for (const party of consultation.parties) {
        book.addParty(original, party);
      }
    },
  };
}

function planSwap(
  { book }: OperationContext,
  call: Call,
  { otherCallUri }: OperationParameters,
): Plan {
  if (otherCallUri === undefined) {
    return { refusal: missing('otherCallUri') };
  }
  const other = callOfUri(book, otherCallUri);
  const held = [call, other].find((candidate) => candidate?.state === 'Held');
  const isOtherEstablished = [call, other].some((candidate) => candidate?.state === 'Established');
  if (held === undefined || !isOtherEstablished) {
    return invalidNow('One of the two calls must be held and the other established.');
  }
  return { effect: () => book.establish(held) };
}

/** Plans a consultation, conference or transfer operation in the call's capabilities. */
export function planConsultation(
  context: OperationContext,
  call: Call,
  operation: ConsultationOperation,
  parameters: OperationParameters,
): Plan {
  switch (operation) {
    case 'CompleteConference':
    case 'CompleteTransfer':
      return planCompletion(context, call, operation, parameters);
    case 'SwapCalls':
      return planSwap(context, call, parameters);
    case 'InitiateConference':
    case 'InitiateTransfer':
    case 'SingleStepConference':
    case 'SingleStepTransfer':
      return planWithDestination(context, call, operation, parameters);
  }
}
