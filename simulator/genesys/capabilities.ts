import type { GenesysOptions } from '../types';
import type { Capability, CallState, RecordingState } from './types';

/** The facts that determine the operations of a call. */
export interface CallSituation {
  state: CallState;
  isMuted: boolean;
  isOwner: boolean;
  isFromQueue: boolean;
  recordingState: RecordingState;
  /** The number of parties other than the agent. */
  otherParties: number;
  /** A consultation started from this call is in progress. */
  hasConsultation: boolean;
  /** The agent has another call on hold. */
  hasOtherHeld: boolean;
}

type Features = Pick<GenesysOptions, 'hasMuteCall' | 'hasClearCall' | 'hasRecording'>;

const USER_DATA: Capability[] = [
  'AttachUserData',
  'UpdateUserData',
  'DeleteUserData',
  'DeleteUserDataPair',
];

const FORWARDING: Capability[] = [
  'InitiateTransfer',
  'SingleStepTransfer',
  'InitiateConference',
  'SingleStepConference',
];

const RECORDING: Record<RecordingState, Capability[]> = {
  Stopped: ['StartCallRecording'],
  Recording: ['PauseCallRecording', 'StopCallRecording'],
  Paused: ['ResumeCallRecording', 'StopCallRecording'],
};

/** The operations of an answered call, held or not. */
function answered(situation: CallSituation, features: Features): Capability[] {
  return [
    'Hangup',
    ...USER_DATA,
    ...FORWARDING,
    ...(features.hasClearCall ? (['ClearCall'] as const) : []),
    ...(features.hasMuteCall ? ([situation.isMuted ? 'UnmuteCall' : 'MuteCall'] as const) : []),
    ...(features.hasRecording ? RECORDING[situation.recordingState] : []),
    ...(situation.isOwner && situation.otherParties >= 2
      ? (['RemoveParticipantFromConference'] as const)
      : []),
  ];
}

/**
 * The operations that a call offers, as in the samples on the operations' pages, such as doc:InitiateTransfer.
 *
 * Decided here, because the pages leave it open: only the owner of a conference with two or more other parties
 * can remove one, also while the call is held; a held call next to an unrelated one still offers Retrieve.
 */
export function capabilitiesOf(situation: CallSituation, features: Features): Capability[] {
  switch (situation.state) {
    case 'Dialing':
      return ['SendDtmf', 'Hangup', ...USER_DATA];
    case 'Ringing':
      return [
        'Answer',
        ...USER_DATA,
        ...(features.hasClearCall ? (['ClearCall'] as const) : []),
        ...(situation.isFromQueue ? (['Reject'] as const) : []),
      ];
    case 'Established':
      return [
        ...answered(situation, features),
        'Hold',
        'SendDtmf',
        ...(situation.hasOtherHeld
          ? (['SwapCalls', 'CompleteTransfer', 'CompleteConference'] as const)
          : []),
      ];
    case 'Held':
      return situation.hasConsultation
        ? ['SwapCalls', 'CompleteTransfer', 'Hangup', ...FORWARDING, ...USER_DATA]
        : [...answered(situation, features), 'Retrieve'];
    case 'Released':
      return [];
  }
}

/** The same names in a different order for each message, because the vendor's are unordered. */
export function shuffled(capabilities: Capability[], sequence: number): Capability[] {
  const order = [...capabilities];
  let seed = (sequence + 1) * 7919;
  for (let last = order.length - 1; last > 0; last -= 1) {
    seed = (seed * 16807) % 2147483647;
    const other = seed % (last + 1);
    const [first, second] = [order[last], order[other]];
    if (first !== undefined && second !== undefined) {
      order[last] = second;
      order[other] = first;
    }
  }
  return order;
}
