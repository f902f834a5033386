import type { VendorCall } from '../../calls/call-events';
import type { Clock } from '../../calls/clock';
import type { Logger } from '../../log/logger';
import { isKnownState, toCallId, toVendorCall } from './mapper';
import { toParties } from './parties';
import type { Party } from './parties';
import type { WireCall } from './wire';

export interface BookEntry {
  readonly call: VendorCall;
  readonly parties: readonly Party[];
  /** The address by which the vendor's operations name the call, where it was told. */
  readonly uri: string | undefined;
}

/** What was last heard of each call: what may be asked of it, and who is who in it. */
export interface CallBook {
  /** Takes a call down as it is now. `ownNumber` is the agent's, where the message told it. */
  record(call: WireCall, ownNumber?: string): VendorCall;
  /** Takes down all calls that there are; those that are missing are forgotten. */
  recordAll(calls: readonly WireCall[]): VendorCall[];
  find(callId: string): BookEntry | undefined;
  /** The consultation that was started from a call. */
  findConsultation(callId: string): BookEntry | undefined;
  /** Whether there is any call. */
  hasCalls(): boolean;
}

export function createCallBook(options: {
  clock: Clock;
  logger: Logger;
  agentExtension: string | undefined;
}): CallBook {
  const { clock, logger } = options;
  let entries = new Map<string, BookEntry>();
  let ownNumber: string | undefined;

  function toEntry(call: WireCall): BookEntry {
    if (!isKnownState(call.state ?? '')) {
      logger.warn('A call is in a state that is not known', { state: call.state });
    }
    const last = entries.get(toCallId(call.id));
    const parties = toParties(call, last?.parties);
    return {
      call: toVendorCall(call, {
        now: clock.now(),
        agentExtension: options.agentExtension ?? ownNumber,
        last: last?.call,
        parties,
      }),
      parties,
      uri: call.uri ?? undefined,
    };
  }

  return {
    record(call, messageNumber) {
      ownNumber = messageNumber ?? ownNumber;
      const fresh = toEntry(call);
      if (fresh.call.state === 'ended') entries.delete(fresh.call.id);
      else entries.set(fresh.call.id, fresh);
      return fresh.call;
    },
    recordAll(calls) {
      const fresh = calls.map(toEntry);
      entries = new Map(
        fresh.filter(({ call }) => call.state !== 'ended').map((entry) => [entry.call.id, entry]),
      );
      return fresh.map(({ call }) => call);
    },
    find: (callId) => entries.get(callId),
    findConsultation: (callId) =>
      [...entries.values()].find(({ call }) => call.parentCallId === callId),
    hasCalls: () => entries.size > 0,
  };
}
