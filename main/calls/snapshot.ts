import type { Call } from '../../contract/call-model';
import type { LastCall, Snapshot } from '../../contract/snapshot';
import { VENDORS } from '../../contract/vendors';
import type { Moment } from './clock';
import { chooseCurrentCall } from './current-call';
import { startNow } from './merge-call';
import type { KnownCall } from './reducer';
import type { StoreState } from './store';

/** What a snapshot needs beside the state: who the agent is and what the profile offers. */
export interface SnapshotContext {
  readonly agentName: string;
  readonly hasProfile: boolean;
  readonly offers: Snapshot['offers'];
  /** Whether the recorder can be asked about this call. */
  readonly canAskRecorder: (call: KnownCall) => boolean;
  /** Whether what the agent prefers can be changed now. */
  readonly hasPreferences?: boolean;
}

/** So many of those who were in a call that is over are named. */
const MOST_NAMED = 12;

/** The whole of what a window shows, and nothing that it must not know. */
export function toSnapshot(state: StoreState, context: SnapshotContext, at: Moment): Snapshot {
  const shown = [...state.calls.known.values()]
    .filter((call) => call.isPutAway !== true)
    .sort((one, other) => other.sequence - one.sequence);
  const current = chooseCurrentCall(shown, state.pin);
  return {
    revision: state.revision,
    agentName: context.agentName,
    hasProfile: context.hasProfile,
    connections: VENDORS.flatMap((vendor) => state.connections.get(vendor) ?? []),
    calls: shown.map((call) => toCall(call, context, at)),
    ...(current && { currentCallId: current.id }),
    lastCalls: listLastCalls(state, context),
    offers: context.offers,
    ...(context.hasPreferences === true && {
      rosterNotifications: state.hasRosterNotifications,
    }),
    notices: [...state.notices],
    commands: [...state.commands],
  };
}

function listLastCalls(state: StoreState, context: SnapshotContext): LastCall[] {
  return [...state.calls.known.values()]
    .flatMap((call) => toLastCall(call, context) ?? [])
    .sort((one, other) => other.endedAt - one.endedAt);
}

function toLastCall(call: KnownCall, context: SnapshotContext): LastCall | undefined {
  const { id, line, reference, participants, startedAt, endedAt, media, deletion } = call;
  if (endedAt === undefined || line === 'conference') return undefined;
  return {
    id,
    line,
    reference,
    participants: participants.slice(0, MOST_NAMED).map(({ id: participantId, name, address }) => ({
      id: participantId,
      name,
      ...(address !== undefined && { address }),
    })),
    participantCount: participants.length,
    startedAt,
    endedAt,
    ...(call.isEndUnseen === true && { isEndUnseen: true }),
    canAskRecorder: context.canAskRecorder(call),
    ...(media && { media }),
    ...(deletion && { deletion }),
  };
}

/** Field by field, so that what only the main process may know cannot slip through. */
function toCall(call: KnownCall, context: SnapshotContext, at: Moment): Call {
  return {
    id: call.id,
    line: call.line,
    reference: call.reference,
    state: call.state,
    isMuted: call.isMuted,
    isHeld: call.isHeld,
    participants: call.participants,
    startedAt: call.endedAt === undefined ? startNow(call, at) : call.startedAt,
    actions: context.canAskRecorder(call) ? [...call.actions, 'delete-call'] : call.actions,
    ...(call.activeMembers !== undefined && { activeMembers: call.activeMembers }),
    ...(call.maxMembers !== undefined && { maxMembers: call.maxMembers }),
    ...(call.parentCallId !== undefined && { parentCallId: call.parentCallId }),
    ...(call.attachedData && { attachedData: call.attachedData }),
    ...(call.lineRecording && { lineRecording: call.lineRecording }),
    ...(call.media && { media: call.media }),
    ...(call.deletion && { deletion: call.deletion }),
    ...(call.endedAt !== undefined && { endedAt: call.endedAt }),
    ...(call.isEndUnseen === true && { isEndUnseen: true }),
  };
}
