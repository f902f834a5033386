import type { Command } from '../../contract/commands';
import { findCallBackAddress } from './identity';
import type { Calls, KnownCall } from './reducer';

/** How many are kept; the oldest go first. */
const MAX_MISSED_CALLS = 20;

/**
 * The calls that the agent missed, newest first. One that turns out to go on is not missed, and one whose
 * number the agent has spoken to since no longer matters.
 */
export function followMissedCalls(
  missed: readonly KnownCall[],
  previous: Calls,
  next: Calls,
  commands: readonly Command[],
): readonly KnownCall[] {
  let result = missed;
  for (const call of next.known.values()) {
    const before = previous.known.get(call.id);
    if (before === call) continue;
    if (isMissed(call, commands) && before?.endedAt === undefined) {
      result = [call, ...result].slice(0, MAX_MISSED_CALLS);
    } else {
      result = without(result, call);
    }
  }
  return result;
}

function isMissed(call: KnownCall, commands: readonly Command[]): boolean {
  const { id, line, state, direction, answeredAt } = call;
  if (line !== 'genesys' || state !== 'ended' || answeredAt !== undefined) return false;
  return direction === 'inbound' && !wasRejected(id, commands);
}

function wasRejected(callId: string, commands: readonly Command[]): boolean {
  return commands.some(
    (command) =>
      command.callId === callId && command.action === 'reject' && command.outcome !== 'failed',
  );
}

function without(missed: readonly KnownCall[], call: KnownCall): readonly KnownCall[] {
  if (missed.length === 0) return missed;
  const address = call.answeredAt === undefined ? undefined : findCallBackAddress(call);
  const rest = missed.filter(
    (other) =>
      (other.id !== call.id || call.state === 'ended') &&
      (address === undefined || findCallBackAddress(other) !== address),
  );
  return rest.length === missed.length ? missed : rest;
}
