import type {
  CallAction,
  CallState,
  Direction,
  LineRecording,
  Participant,
} from '../../../contract/call-model';
import type { VendorCall } from '../../calls/call-events';
import { toAttachedData } from './attached-data';
import { OPERATION_NAMES, REMOVE_OPERATION } from './operation-names';
import type { Party } from './match-parties';
import type { WireCall } from './wire';

/** The context that is not part of a call resource. */
export interface MappingContext {
  readonly agentExtension: string | undefined;
  /** The last known state of the same call. */
  readonly lastState: CallState | undefined;
  readonly parties: readonly Party[];
}

const STATES: ReadonlyMap<string, CallState> = new Map([
  ['Ringing', 'ringing'],
  ['Dialing', 'dialing'],
  ['Established', 'established'],
  ['Held', 'held'],
  ['Released', 'ended'],
]);

/** Internal calls and consultations can go in either direction. */
const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['Inbound', 'inbound'],
  ['Outbound', 'outbound'],
]);

const RECORDING_STATES: ReadonlyMap<string, LineRecording> = new Map([
  ['Stopped', 'stopped'],
  ['Recording', 'recording'],
  ['Paused', 'paused'],
]);

/** No call lasts longer than a month; a larger value is not a duration. */
const MAX_DURATION_SECONDS = 31 * 86_400;

/** Sidetone's id of a call, from the vendor's. */
export function toCallId(id: string): string {
  return `genesys:${id}`;
}

/** Whether the vendor documents this state of a call. */
export function isKnownState(state: string): boolean {
  return STATES.has(state);
}

/** Converts a call resource (doc:CallResource) to the call model. */
export function toVendorCall(call: WireCall, context: MappingContext): VendorCall {
  const state = toState(call, context.lastState);
  const isOver = state === 'ended';
  const capabilities = new Set(isOver ? [] : call.capabilities);
  const lastedMs = toLasted(call);
  const parentCallId = toParentCallId(call);
  const direction = DIRECTIONS.get(call.callType ?? '');
  const lineRecording = RECORDING_STATES.get(call.recordingState ?? '');
  return {
    id: toCallId(call.id),
    line: 'genesys',
    reference: call.id,
    ...(direction && { direction }),
    state,
    isMuted: call.mute === 'On',
    isHeld: state === 'held',
    participants: context.parties.map((party) => toParticipant(party, capabilities)),
    ...(parentCallId === undefined ? {} : { parentCallId }),
    ...(call.callType === 'Consult' && { isConsultation: true }),
    attachedData: toAttachedData(call.userData),
    ...(lineRecording === undefined ? {} : { lineRecording }),
    ...(lastedMs === undefined ? {} : { lastedMs }),
    actions: toActions(capabilities, state),
    recordingKeys: toRecordingKeys(call, context.agentExtension),
  };
}

/**
 * An unknown state leaves the previous one unchanged; without a previous one it is reported as unknown,
 * because an agent who reads `Established` assumes that somebody can hear them. It never ends a call: the
 * next refresh corrects a call that is shown too long, but the agent cannot act on a call that is hidden.
 */
function toState(call: WireCall, lastState: CallState | undefined): CallState {
  return STATES.get(call.state ?? '') ?? lastState ?? 'unknown';
}

/**
 * The vendor also lists SwapCalls in the capabilities of the held call. Swapping holds one call and resumes
 * the other, so here only the call that can be held offers it.
 */
function toActions(capabilities: ReadonlySet<string>, state: CallState): CallAction[] {
  return [...OPERATION_NAMES]
    .filter(([action, name]) => capabilities.has(name) && !(action === 'swap' && state === 'held'))
    .map(([action]) => action);
}

/** The path and the URI have the same ending, and older releases have only one of them. */
function toParentCallId({ parentCallPath, parentCallUri }: WireCall): string | undefined {
  const id = (parentCallPath ?? parentCallUri)?.split('/').at(-1);
  return id ? toCallId(id) : undefined;
}

function toParticipant(party: Party, capabilities: ReadonlySet<string>): Participant {
  const isRemovable = party.number !== undefined && capabilities.has(REMOVE_OPERATION);
  return {
    id: party.id,
    name: party.name,
    ...(party.number === undefined ? {} : { address: party.number }),
    presence: 'joined',
    isMuted: false,
    isHeld: false,
    actions: isRemovable ? ['remove'] : [],
  };
}

/**
 * `duration` is in seconds, usually as a string. The page does not say whether it includes ringing; it is taken as the
 * age of the call.
 */
function toLasted({ duration }: WireCall): number | undefined {
  const seconds = Number.parseFloat(String(duration));
  return seconds >= 0 && seconds <= MAX_DURATION_SECONDS ? Math.round(seconds * 1000) : undefined;
}

/**
 * A number as it was written, unless JSON cannot represent it exactly: it would then match another recording.
 */
function toKey(value: unknown): unknown {
  return Number.isSafeInteger(value) || typeof value === 'boolean' ? String(value) : value;
}

function toRecordingKeys(
  call: WireCall,
  agentExtension: string | undefined,
): Record<string, string> {
  const keys = {
    id: call.id,
    callUuid: call.callUuid,
    connId: call.connId,
    agentExtension,
    ...Object.fromEntries(
      Object.entries(call.userData ?? {}).map(([key, value]) => [`userData.${key}`, toKey(value)]),
    ),
  };
  return Object.fromEntries(
    Object.entries(keys).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
