import type { Call } from './call-book';
import { planConsultation } from './consultation';
import { missing, StatusCode } from './envelope';
import {
  refuse,
  type OperationContext,
  type OperationParameters,
  type Plan,
} from './operation-plan';
import type { Capability, RecordingState } from './types';

const RECORDING: Partial<Record<Capability, { state: RecordingState; mark: string }>> = {
  StartCallRecording: { state: 'Recording', mark: 'ON' },
  PauseCallRecording: { state: 'Paused', mark: 'PAUSED' },
  ResumeCallRecording: { state: 'Recording', mark: 'ON' },
  StopCallRecording: { state: 'Stopped', mark: 'OFF' },
};

function planRecording(context: OperationContext, call: Call, operation: Capability): Plan {
  return {
    effect: () => {
      const target = RECORDING[operation];
      if (target !== undefined) {
        call.recordingState = target.state;
        call.userData = {
          ...call.userData,
          GSIP_RECORD: target.mark,
          GSIP_REC_FN: call.userData.GSIP_REC_FN ?? `${call.id}_${context.now()}`,
        };
        context.book.announce(call, 'CallRecordingStateChange');
      }
    },
  };
}

function planUserData(
  { book }: OperationContext,
  call: Call,
  change: (userData: Record<string, unknown>) => Record<string, unknown>,
): Plan {
  return {
    effect: () => {
      call.userData = change(call.userData);
      book.announce(call, 'AttachedDataChanged');
    },
  };
}

function planRemoval({ book }: OperationContext, call: Call, participant?: string): Plan {
  if (participant === undefined) {
    return { refusal: missing('participant') };
  }
  if (book.partyOf(call, participant) === undefined) {
    return refuse(StatusCode.parameterInvalidNow, `'${participant}' is not in the call.`);
  }
  return {
    effect: () => {
      // Looked up again, so that two requests with a number that two parties share remove both.
      const party = book.partyOf(call, participant);
      if (party !== undefined) {
        book.removeParty(call, party);
      }
    },
  };
}

/** doc:CallsSendDTMF mentions 0 to 9. Decided here: also star and hash, which every telephone has. */
function planDtmf({ book }: OperationContext, call: Call, digits?: string): Plan {
  if (digits === undefined) {
    return { refusal: missing('digits') };
  }
  if (!/^[0-9*#]+$/.test(digits)) {
    return refuse(StatusCode.inputValidation, `'${digits}' holds other than digits.`);
  }
  return { effect: () => book.announce(call, 'DtmfSent') };
}

function planByName(
  context: OperationContext,
  call: Call,
  operation: Capability,
  parameters: OperationParameters,
): Plan {
  const { book } = context;
  switch (operation) {
    case 'Answer':
    case 'Retrieve':
      return { effect: () => book.establish(call) };
    case 'Hold':
      return { effect: () => book.setState(call, 'Held') };
    case 'Reject':
    case 'Hangup':
    case 'ClearCall':
      return { effect: () => book.setState(call, 'Released') };
    case 'MuteCall':
      return { effect: () => book.setMuted(call, true) };
    case 'UnmuteCall':
      return { effect: () => book.setMuted(call, false) };
    case 'SendDtmf':
      return planDtmf(context, call, parameters.digits);
    case 'RemoveParticipantFromConference':
      return planRemoval(context, call, parameters.participant);
    case 'AttachUserData':
    case 'UpdateUserData': {
      const { userData } = parameters;
      return userData === undefined
        ? { refusal: missing('userData') }
        : planUserData(context, call, (present) => ({ ...present, ...userData }));
    }
    case 'DeleteUserData':
      return planUserData(context, call, () => ({}));
    case 'DeleteUserDataPair': {
      const { key } = parameters;
      return key === undefined
        ? { refusal: missing('key') }
        : planUserData(context, call, (present) =>
            Object.fromEntries(Object.entries(present).filter(([name]) => name !== key)),
          );
    }
    case 'StartCallRecording':
    case 'PauseCallRecording':
    case 'ResumeCallRecording':
    case 'StopCallRecording':
      return planRecording(context, call, operation);
    case 'InitiateConference':
    case 'InitiateTransfer':
    case 'SingleStepConference':
    case 'SingleStepTransfer':
    case 'CompleteConference':
    case 'CompleteTransfer':
    case 'SwapCalls':
      return planConsultation(context, call, operation, parameters);
  }
}

/**
 * Accepts an operation only if it is in the call's capabilities (doc:AsyncTelephonyOperations).
 *
 * The vendor does not document the answer to other operations. Decided here: code 3, forbidden.
 */
export function planOperation(
  context: OperationContext,
  call: Call,
  parameters: OperationParameters,
): Plan {
  const { operationName } = parameters;
  const operation = context.book
    .capabilities(call)
    .find((capability) => capability === operationName);
  if (operation === undefined) {
    return refuse(
      StatusCode.forbidden,
      `Operation '${operationName}' is not allowed for the call in state '${call.state}'.`,
    );
  }
  return planByName(context, call, operation, parameters);
}

/** Plans an operation on the agent's device; only dialing is supported (doc:CallsDial). */
export function planDeviceOperation(
  { book, awaitRemoteAnswer }: OperationContext,
  { operationName, destination, userData }: OperationParameters,
): Plan {
  if (operationName !== 'Dial') {
    return refuse(StatusCode.forbidden, 'Only Dial.');
  }
  if (destination === undefined) {
    return { refusal: missing('destination') };
  }
  const from = destination.phoneNumber;
  return { effect: () => awaitRemoteAnswer(book.add({ from, userData }, { state: 'Dialing' })) };
}
