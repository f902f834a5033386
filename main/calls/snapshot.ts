import type { Call } from '../../contract/call-model';
import type { Snapshot } from '../../contract/snapshot';
import { VENDORS } from '../../contract/vendors';
import { chooseCurrentCall } from './current-call';
import type { KnownCall } from './reducer';
import type { StoreState } from './store';

/** What a snapshot needs beside the state: who the agent is and what the profile offers. */
export interface SnapshotContext {
  readonly agentName: string;
  readonly hasProfile: boolean;
  readonly hasTalkSpaces: boolean;
  /** Whether the recording of this call can be asked for. */
  readonly canDeleteRecording: (call: KnownCall) => boolean;
}

/** The whole of what a window shows, and nothing that it must not know. */
export function toSnapshot(state: StoreState, context: SnapshotContext): Snapshot {
  const shown = [...state.calls.known.values()]
    .filter((call) => call.isPutAway !== true)
    .sort((one, other) => other.sequence - one.sequence);
  const current = chooseCurrentCall(shown, state.pin);
  return {
    revision: state.revision,
    agentName: context.agentName,
    hasProfile: context.hasProfile,
    connections: VENDORS.flatMap((vendor) => state.connections.get(vendor) ?? []),
    calls: shown.map((call) => toCall(call, context)),
    ...(current && { currentCallId: current.id }),
    canStartTalkSpace: context.hasTalkSpaces && !shown.some(isOpenTalkSpace),
    notices: [...state.notices],
    commands: [...state.commands],
  };
}

export function isOpenTalkSpace(call: KnownCall): boolean {
  return call.line === 'talkspace' && call.state !== 'ended';
}

/** Field by field, so that what only the main process may know cannot slip through. */
function toCall(call: KnownCall, context: SnapshotContext): Call {
  return {
    id: call.id,
    line: call.line,
    reference: call.reference,
    state: call.state,
    isMuted: call.isMuted,
    isHeld: call.isHeld,
    participants: call.participants,
    startedAt: call.startedAt,
    actions: context.canDeleteRecording(call) ? [...call.actions, 'delete-call'] : call.actions,
    ...(call.activeMembers !== undefined && { activeMembers: call.activeMembers }),
    ...(call.endedAt !== undefined && { endedAt: call.endedAt }),
  };
}
