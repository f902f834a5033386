import type { VendorCall } from '../../calls/call-events';
import type { Clock } from '../../calls/clock';
import type { Logger } from '../../log/logger';
import { isKnownState, toCallId, toParties, toVendorCall } from './mapper';
import type { Party } from './mapper';
import type { WireCall } from './wire';

interface Entry {
  readonly call: VendorCall;
  readonly parties: readonly Party[];
}

/** What was last heard of each call: what may be asked of it, and who is who in it. */
export interface CallBook {
  /** Takes a call down as it is now. `ownNumber` is the agent's, where the message told it. */
  record(call: WireCall, ownNumber?: string): VendorCall;
  /** Takes down all calls that there are; those that are missing are forgotten. */
  recordAll(calls: readonly WireCall[]): VendorCall[];
  find(callId: string): VendorCall | undefined;
  /** Whether there is any call. */
  hasCalls(): boolean;
  /** The number that the vendor knows a participant by. */
  findNumber(callId: string, participantId: string): string | undefined;
}

export function createCallBook(options: {
  clock: Clock;
  logger: Logger;
  agentExtension: string | undefined;
}): CallBook {
  const { clock, logger } = options;
  let entries = new Map<string, Entry>();
  let ownNumber: string | undefined;

  function toEntry(call: WireCall, last: VendorCall | undefined): Entry {
    if (!isKnownState(call.state ?? '')) {
      logger.warn('A call is in a state that is not known', { state: call.state });
    }
    return {
      call: toVendorCall(call, {
        now: clock.now(),
        agentExtension: options.agentExtension ?? ownNumber,
        last,
      }),
      parties: toParties(call),
    };
  }

  return {
    record(call, messageNumber) {
      ownNumber = messageNumber ?? ownNumber;
      const fresh = toEntry(call, entries.get(toCallId(call.id))?.call);
      if (fresh.call.state === 'ended') entries.delete(fresh.call.id);
      else entries.set(fresh.call.id, fresh);
      return fresh.call;
    },
    recordAll(calls) {
      const fresh = calls.map((call) => toEntry(call, entries.get(toCallId(call.id))?.call));
      entries = new Map(
        fresh.filter(({ call }) => call.state !== 'ended').map((entry) => [entry.call.id, entry]),
      );
      return fresh.map(({ call }) => call);
    },
    find: (callId) => entries.get(callId)?.call,
    hasCalls: () => entries.size > 0,
    findNumber: (callId, participantId) =>
      entries.get(callId)?.parties.find(({ id }) => id === participantId)?.number,
  };
}
