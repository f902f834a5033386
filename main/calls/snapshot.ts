import type { Call, CallIdentity, Participant } from '../../contract/call-model';
import type { Command } from '../../contract/commands';
import { nameAndNumber } from '../../contract/locale/name-and-number';
import type { LastCall, MissedCall, Snapshot } from '../../contract/snapshot';
import type { WrapUp } from '../../contract/wrap-up';
import type { Moment } from '../time/clock';
import {
  findCallBackAddress,
  findCallerAddress,
  identifyCall,
  type IdentifiedPeople,
  type IdentityKeys,
} from './identity';
import { isolate } from '../../contract/text';
import { describeParties } from './describe-parties';
import { clockShift } from './merge-call';
import { isAboutPeople, isNumber, type FindContact } from './name-participants';
import { createEarlierCallers } from './earlier-callers';
import type { PastCall } from './earlier-calls';
import type { KnownCall } from './known-call';
import { MAX_LAST_CALLS, type StoreState } from './store';

/** The data of a snapshot besides the state: the agent and the profile. */
export interface SnapshotContext {
  readonly agentName: string;
  /** The addresses under which a conference may list the agent: a network ID, an extension. */
  readonly agentAddresses: readonly string[];
  readonly identityKeys: IdentityKeys;
  readonly hasProfile: boolean;
  readonly findContact?: FindContact;
  /** Whether the services are simulated. */
  readonly isDemo?: boolean;
  readonly hasRecorder: boolean;
  readonly hasHistory: boolean;
  /** The outcomes of a call that the agent can choose from. */
  readonly outcomes: readonly string[];
  /** Whether the recorder can look up this call. */
  readonly canLookUpRecording: (call: KnownCall) => boolean;
}

/** The maximum number of participants of an ended call that are named. */
const MAX_NAMED = 12;

/** Everything that a window shows. Contains nothing that must not leave the main process. */
export function toSnapshot(state: StoreState, context: SnapshotContext, at: Moment): Snapshot {
  const { identityKeys, findContact } = context;
  const findEarlierCaller = createEarlierCallers(
    () => [...state.earlier.ended, ...state.missed, ...state.calls.known.values()],
    identityKeys,
  );
  const identify = (call: PastCall) =>
    identifyCall(call, identityKeys, state.lines, findContact, findEarlierCaller);
  const shown = [...state.calls.known.values()]
    .filter((call) => call.isDismissed !== true)
    .sort((one, other) => other.sequence - one.sequence);
  const { currentCallId } = state;
  return {
    revision: state.revision,
    agentName: context.agentName,
    hasProfile: context.hasProfile,
    ...(context.isDemo === true && { isDemo: true }),
    lines: [...state.lines],
    connections: [...state.connections.values()],
    calls: shown.map((call) =>
      toCall(call, { ...identify(call), wrapUp: state.wrapUps.get(call.id) }, context, at),
    ),
    ...(currentCallId !== undefined && { currentCallId }),
    waitingCallIds: shown
      .filter((call) => call.state === 'ringing' && call.id !== currentCallId)
      .map(({ id }) => id),
    missedCalls: state.missed.map((call) => toMissedCall(call, identify(call).identity)),
    lastCalls: listLastCalls(state, identify, context),
    hasRecorder: context.hasRecorder,
    hasHistory: context.hasHistory,
    preferences: state.preferences,
    outcomes: [...context.outcomes],
    notices: [...state.notices],
    commands: state.commands.map((command) => {
      const call = state.calls.known.get(command.callId ?? '');
      return nameTarget(command, call, identify, context.findContact);
    }),
  };
}

/**
 * If the target of a command is a bare number, it is replaced by the contact's name or, in a call with one
 * other party, by the name that the call shows.
 */
function nameTarget(
  command: Command,
  call: KnownCall | undefined,
  identify: (call: KnownCall) => IdentifiedPeople,
  findContact?: FindContact,
): Command {
  const { action, target } = command;
  const name = isAboutPeople(action) && isNumber(target) ? findContact?.(target) : undefined;
  if (name !== undefined) return { ...command, target: nameAndNumber(name, target) };
  if (call?.participants.length !== 1 || describeParties(call) !== target) return command;
  return { ...command, target: isolate(identify(call).identity.name) };
}

function listLastCalls(
  { calls, earlier, wrapUps }: StoreState,
  identify: (call: PastCall) => IdentifiedPeople,
  context: SnapshotContext,
): LastCall[] {
  const { known } = calls;
  return [
    ...[...known.values()].map((call) =>
      toLastCall(call, identify, context.canLookUpRecording(call)),
    ),
    // The keys by which the recorder finds them are not saved.
    ...earlier.ended
      .filter(({ id }) => !known.has(id))
      .map((call) => toLastCall(call, identify, false)),
  ]
    .filter((call) => call !== undefined)
    .map((call) => withWrapUp(call, wrapUps.get(call.id)))
    .sort((one, other) => other.endedAt - one.endedAt)
    .slice(0, MAX_LAST_CALLS);
}

function toLastCall(
  call: PastCall,
  identify: (call: PastCall) => IdentifiedPeople,
  canLookUpRecording: boolean,
): LastCall | undefined {
  const { id, sequence, line, reference, startedAt, endedAt, media, deletion } = call;
  if (endedAt === undefined || call.isWatched === true) return undefined;
  const { identity, participants } = identify(call);
  const address = findAddress(call, identity);
  return {
    id,
    ...(sequence !== undefined && { sequence }),
    line,
    reference,
    identity,
    ...(call.direction && { direction: call.direction }),
    wasAnswered: call.answeredAt !== undefined,
    ...(address !== undefined && { address }),
    participants: participants.slice(0, MAX_NAMED).map(({ id: participantId, name, address }) => ({
      id: participantId,
      name,
      ...(address !== undefined && { address }),
    })),
    participantCount: participants.length,
    startedAt,
    endedAt,
    ...(call.isEndUnseen === true && { isEndUnseen: true }),
    canLookUpRecording,
    ...(media && { media }),
    ...(deletion && { deletion }),
  };
}

function toMissedCall(call: KnownCall, identity: MissedCall['identity']): MissedCall {
  const address = findAddress(call, identity);
  return {
    id: call.id,
    identity,
    ...(address !== undefined && { address }),
    at: call.startedAt,
  };
}

/** What to dial to reach the person with this name. */
function findAddress(call: PastCall, { isFromData }: CallIdentity): string | undefined {
  return isFromData === true ? findCallerAddress(call) : findCallBackAddress(call);
}

function withWrapUp(call: LastCall, wrapUp: WrapUp | undefined): LastCall {
  return wrapUp === undefined ? call : { ...call, wrapUp };
}

/** The displayed data of a call that is derived rather than reported by a vendor. */
interface LocalPart extends IdentifiedPeople {
  readonly wrapUp: WrapUp | undefined;
}

/** Copied field by field, so that data that must stay in the main process cannot slip through. */
function toCall(
  call: KnownCall,
  { identity, participants, wrapUp }: LocalPart,
  context: SnapshotContext,
  at: Moment,
): Call {
  const shift = call.endedAt === undefined ? clockShift(call, at) : 0;
  return {
    id: call.id,
    sequence: call.sequence,
    line: call.line,
    reference: call.reference,
    identity,
    ...(call.direction && { direction: call.direction }),
    state: call.state,
    isMuted: call.isMuted,
    isHeld: call.isHeld,
    participants: markAgent(participants, context),
    ...(call.isWatched === true && { isWatched: true }),
    startedAt: call.startedAt + shift,
    ...(call.answeredAt !== undefined && { answeredAt: call.answeredAt + shift }),
    ...(call.isHeld && call.heldSince !== undefined && { heldSince: call.heldSince + shift }),
    actions: context.canLookUpRecording(call) ? [...call.actions, 'delete-call'] : call.actions,
    ...(call.activeMembers !== undefined && { activeMembers: call.activeMembers }),
    ...(call.maxMembers !== undefined && { maxMembers: call.maxMembers }),
    ...(call.parentCallId !== undefined && { parentCallId: call.parentCallId }),
    ...(call.isConsultation === true && { isConsultation: true }),
    ...(call.attachedData && { attachedData: call.attachedData }),
    ...(wrapUp && { wrapUp }),
    ...(call.lineRecording && { lineRecording: call.lineRecording }),
    ...(call.media && { media: call.media }),
    ...(call.deletion && { deletion: call.deletion }),
    ...(call.endedAt !== undefined && { endedAt: call.endedAt }),
    ...(call.isEndUnseen === true && { isEndUnseen: true }),
  };
}

function markAgent(
  participants: Participant[],
  { agentAddresses }: Pick<SnapshotContext, 'agentAddresses'>,
): Participant[] {
  const isAgent = ({ address }: Participant): boolean =>
    address !== undefined &&
    agentAddresses.some((own) => own.toLowerCase() === address.toLowerCase());
  return participants.some(isAgent)
    ? participants.map((one) => (isAgent(one) ? { ...one, isAgent: true } : one))
    : participants;
}
