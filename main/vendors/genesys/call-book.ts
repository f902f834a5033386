import type { VendorCall } from '../../calls/call-events';
import type { Logger } from '../../log/logger';
import { createNumbers } from '../../numbers/numbers';
import { isKnownState, toCallId, toVendorCall } from './mapper';
import { toParties } from './parties';
import type { Party } from './match-parties';
import type { WireCall } from './wire';

export interface BookEntry {
  readonly call: VendorCall;
  readonly parties: readonly Party[];
  /** The address of the call in the vendor's operations, if known. */
  readonly uri: string | undefined;
}

/** The last known state of each call: its address for operations, and its parties. */
export interface CallBook {
  /** Records the state of a call. `ownNumber` is the agent's, if the message has it. */
  record(call: WireCall, ownNumber?: string): VendorCall;
  /**
   * Records a complete list of calls. One that is missing stays until it is missing from the next list as
   * well, as in the call model: a single answer can lack a call that has not ended.
   */
  recordAll(calls: readonly WireCall[]): VendorCall[];
  find(callId: string): BookEntry | undefined;
  /** The consultation that was started from a call. */
  findConsultation(callId: string): BookEntry | undefined;
  /** Whether there is any call. */
  hasCalls(): boolean;
  /** Whether a call was missing from the last answer, so that the next one decides whether it has ended. */
  isInDoubt(): boolean;
}

export function createCallBook(options: {
  logger: Logger;
  agentExtension: string | undefined;
  /** Where numbers without a country code belong, ISO 3166 alpha-2. */
  country?: string | undefined;
}): CallBook {
  const { logger } = options;
  const numbers = createNumbers(options.country);
  let entries = new Map<string, BookEntry>();
  let missing = new Set<string>();
  let ownNumber: string | undefined;

  function toEntry(call: WireCall): BookEntry {
    if (!isKnownState(call.state ?? '')) {
      logger.warn('A call is in a state that is not known', { state: call.state });
    }
    const last = entries.get(toCallId(call.id));
    // A missing list is not an empty list: the parties are unchanged.
    const isListed = (call.participants ?? call.participantsInfo ?? undefined) !== undefined;
    const parties = isListed ? toParties(call, numbers, last?.parties) : (last?.parties ?? []);
    return {
      call: toVendorCall(call, {
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
      missing.delete(fresh.call.id);
      if (fresh.call.state === 'ended') entries.delete(fresh.call.id);
      else entries.set(fresh.call.id, fresh);
      return fresh.call;
    },
    recordAll(calls) {
      const fresh = calls.map(toEntry);
      const present = new Set(fresh.map(({ call }) => call.id));
      const kept = [...entries].filter(([id]) => !present.has(id) && !missing.has(id));
      missing = new Set(kept.map(([id]) => id));
      entries = new Map([
        ...kept,
        ...fresh
          .filter(({ call }) => call.state !== 'ended')
          .map((entry) => [entry.call.id, entry] as const),
      ]);
      return fresh.map(({ call }) => call);
    },
    find: (callId) => entries.get(callId),
    findConsultation: (callId) =>
      [...entries.values()].find(({ call }) => call.parentCallId === callId),
    hasCalls: () => entries.size > 0,
    isInDoubt: () => missing.size > 0,
  };
}
