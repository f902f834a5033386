import type { Command, CommandAction } from '../../contract/commands';
import { descriptorOf } from '../../contract/descriptor-of';
import type { LineDescriptor } from '../../contract/lines';
import { findCallBackAddress } from './identity';
import type { Calls, KnownCall } from './known-call';

interface MissedState {
  readonly calls: Calls;
  readonly missed: readonly KnownCall[];
  readonly lines: readonly LineDescriptor[];
  /** The commands under way show whether a call was rejected. */
  readonly commands: readonly Command[];
}

/** The maximum number of missed calls; the oldest are dropped first. */
const MAX_MISSED_CALLS = 20;

/**
 * The calls that the agent missed, newest first. A call that turns out to continue is removed, and so is one
 * whose number the agent has spoken to since.
 */
export function followMissedCalls(previous: MissedState, calls: Calls): readonly KnownCall[] {
  let result = previous.missed;
  for (const call of calls.known.values()) {
    const before = previous.calls.known.get(call.id);
    if (before === call) continue;
    result =
      before?.endedAt === undefined && isMissed(call, previous)
        ? [call, ...result].slice(0, MAX_MISSED_CALLS)
        : without(result, call, before);
  }
  return result;
}

function isMissed(call: KnownCall, { lines, commands }: MissedState): boolean {
  const { id, line, state, direction, answeredAt } = call;
  const isTelephone = descriptorOf({ lines }, line).kind === 'telephone';
  if (!isTelephone || state !== 'ended' || answeredAt !== undefined) return false;
  return direction === 'inbound' && !wasRejected(id, commands);
}

/** Some services reject a call by hanging up. */
const REJECTIONS: readonly CommandAction[] = ['reject', 'hang-up', 'clear'];

function wasRejected(callId: string, commands: readonly Command[]): boolean {
  return commands.some(
    (command) =>
      command.callId === callId &&
      REJECTIONS.includes(command.action) &&
      command.outcome !== 'failed',
  );
}

function without(
  missed: readonly KnownCall[],
  call: KnownCall,
  before: KnownCall | undefined,
): readonly KnownCall[] {
  if (missed.length === 0) return missed;
  const address = call.state === 'ended' ? undefined : findSpokenTo(call);
  // Later changes to the same call say nothing about calls that were missed since.
  const isNew = address !== undefined && address !== findSpokenTo(before);
  const rest = missed.filter(
    (other) =>
      (other.id !== call.id || call.state === 'ended') &&
      (!isNew || findCallBackAddress(other) !== address),
  );
  return rest.length === missed.length ? missed : rest;
}

/** The number that the agent is speaking to, or has spoken to in an ended call. */
function findSpokenTo(call: KnownCall | undefined): string | undefined {
  return call?.answeredAt === undefined ? undefined : findCallBackAddress(call);
}
