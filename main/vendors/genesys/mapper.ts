import type { CallState, Participant } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import type { VendorCall } from '../../calls/call-events';
import { OPERATION_NAMES, REMOVE_OPERATION } from './operation-names';
import type { WireCall, WireParticipant } from './wire';

/** What the resource of a call does not tell by itself. */
export interface MappingContext {
  /** Milliseconds since the epoch at which the resource came. */
  readonly now: number;
  readonly agentExtension: string | undefined;
  /** The same call as it was mapped the last time. */
  readonly last: VendorCall | undefined;
}

const ACTIONS = ['mute', 'unmute', 'hold', 'retrieve', 'hang-up'] as const;

const STATES: ReadonlyMap<string, CallState> = new Map([
  ['Ringing', 'ringing'],
  ['Dialing', 'dialing'],
  ['Established', 'established'],
  ['Held', 'held'],
  ['Released', 'ended'],
]);

/** A start that is computed again may differ by the rounding of `duration` and the way of the news. */
const START_TOLERANCE_MS = 3_000;

/** A party of a call with the number that the vendor knows it by. */
export interface Party {
  /** Unique within the call: the number, with `#2` and so on where it comes again. */
  readonly id: string;
  /** Undefined where the number is withheld. */
  readonly number: string | undefined;
  readonly name: string;
}

/** Sidetone's id of a call, from the vendor's. */
export function toCallId(id: string): string {
  return `genesys:${id}`;
}

/** Whether the vendor's page for the state of a call names this one. */
export function isKnownState(state: string): boolean {
  return STATES.has(state);
}

/**
 * The other parties in the order in which the vendor names them, in both forms that its releases use.
 * Two parties behind the same number are told apart by that order alone.
 */
export function toParties(call: WireCall): Party[] {
  const seen = new Map<string, number>();
  return readParticipants(call).map((participant) => {
    const { digits, phoneNumber, formattedPhoneNumber, e164Number } = participant;
    const number = firstText(phoneNumber, digits, e164Number);
    const key = firstText(digits, number) ?? 'unknown';
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return {
      id: count === 1 ? key : `${key}#${count}`,
      number,
      name: firstText(formattedPhoneNumber, number) ?? en.window.unknownParty,
    };
  });
}

/** The vendor writes what it does not know as an empty string, or leaves it out. */
function firstText(...values: readonly (string | null | undefined)[]): string | undefined {
  return values.find((value) => typeof value === 'string' && value !== '') ?? undefined;
}

function readParticipants(call: WireCall): WireParticipant[] {
  const details = call.participantsInfo ?? [];
  return (call.participants ?? details).map((participant) =>
    typeof participant === 'string'
      ? (details.find((detail) => detail.digits === participant) ?? { digits: participant })
      : participant,
  );
}

/** A call resource (doc:CallResource) in Sidetone's words. */
export function toVendorCall(call: WireCall, context: MappingContext): VendorCall {
  const state = toState(call, context.last);
  const isOver = state === 'ended';
  const capabilities = new Set(isOver ? [] : call.capabilities);
  const startedAt = toStart(call, context);
  return {
    id: toCallId(call.id),
    line: 'genesys',
    reference: call.id,
    state,
    isMuted: call.mute === 'On',
    isHeld: state === 'held',
    participants: toParties(call).map((party) => toParticipant(party, capabilities)),
    ...(startedAt === undefined ? {} : { startedAt }),
    actions: ACTIONS.filter((action) => capabilities.has(OPERATION_NAMES[action])),
    recordingKeys: toRecordingKeys(call, context.agentExtension),
  };
}

/**
 * A state that is not known keeps the one before it. It never ends a call: one that is shown too long
 * is put right by the next reading, one that is hidden cannot be acted upon.
 */
function toState(call: WireCall, last: VendorCall | undefined): CallState {
  return STATES.get(call.state ?? '') ?? last?.state ?? 'established';
}

function toParticipant(party: Party, capabilities: ReadonlySet<string>): Participant {
  const isRemovable = party.number !== undefined && capabilities.has(REMOVE_OPERATION);
  return {
    id: party.id,
    name: party.name,
    presence: 'joined',
    isMuted: false,
    isHeld: false,
    actions: isRemovable ? ['remove'] : [],
  };
}

/** `duration` is in whole seconds, so a start that is about the same as before stays as it was. */
function toStart(call: WireCall, { now, last }: MappingContext): number | undefined {
  const seconds = Number.parseFloat(String(call.duration));
  if (!Number.isFinite(seconds) || seconds < 0) return last?.startedAt;
  const start = now - Math.round(seconds * 1000);
  const isSame =
    last?.startedAt !== undefined && Math.abs(last.startedAt - start) <= START_TOLERANCE_MS;
  return isSame ? last.startedAt : start;
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
      Object.entries(call.userData ?? {}).map(([key, value]) => [`userData.${key}`, value]),
    ),
  };
  return Object.fromEntries(
    Object.entries(keys).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
