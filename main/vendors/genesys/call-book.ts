import type { CallState } from '../../../contract/call-model';
import type { VendorCall } from '../../calls/call-events';
import type { Logger } from '../../log/logger';
import { createNumbers } from '../../numbers/numbers';
import { isKnownState, toCallId, toVendorCall } from './mapper';
import { toParties } from './parties';
import type { Party } from './match-parties';
import type { WireCall } from './wire';

/** The data of a call that the vendor's operations need and the call model does not contain. */
export interface BookEntry {
  /** The vendor's id. */
  readonly reference: string;
  readonly state: CallState;
  readonly parentCallId: string | undefined;
  readonly parties: readonly Party[];
  /** The address of the call in the vendor's operations, if known. */
  readonly uri: string | undefined;
}

/**
 * The known state of each call that has not ended, by Sidetone's id. Calls are reported before they are
 * recorded: if the report throws, the call model does not contain them, and the next answer must be compared
 * with what it does contain.
 */
export interface CallBook {
  /** Reports and records the state of a call. `ownNumber` is the agent's, if the message has it. */
  record(call: WireCall, report: (call: VendorCall) => void, ownNumber?: string): void;
  /**
   * Reports and records a complete list of calls. One that is missing stays until it is missing from the next
   * list as well, as in the call model: a single answer can lack a call that has not ended.
   */
  recordAll(calls: readonly WireCall[], report: (calls: readonly VendorCall[]) => void): void;
  find(callId: string): BookEntry | undefined;
  /** Whether the end of a call was reported, and no complete list has contained it since. */
  hasEnded(callId: string): boolean;
  /** Whether there are any calls. */
  hasCalls(): boolean;
  /** Whether a call was missing from the last answer, so that the next one decides whether it has ended. */
  isInDoubt(): boolean;
}

/** Enough for the calls of a day. Beyond that, the oldest are dropped. */
const MAX_ENDED = 1_000;

export function createCallBook(options: {
  logger: Logger;
  agentExtension: string | undefined;
  /** The country of numbers without a country code, ISO 3166 alpha-2. */
  country?: string | undefined;
}): CallBook {
  const { logger } = options;
  const numbers = createNumbers(options.country);
  let entries = new Map<string, BookEntry>();
  let missing = new Set<string>();
  const ended = new Set<string>();
  let ownNumber: string | undefined;

  function map(wireCall: WireCall): { readonly call: VendorCall; readonly entry: BookEntry } {
    if (!isKnownState(wireCall.state ?? '')) {
      logger.warn('A call is in a state that is not known', { state: wireCall.state });
    }
    const last = entries.get(toCallId(wireCall.id));
    // A missing list is not an empty list: the parties are unchanged.
    const isListed =
      (wireCall.participants ?? wireCall.participantsInfo ?? undefined) !== undefined;
    const parties = isListed ? toParties(wireCall, numbers, last?.parties) : (last?.parties ?? []);
    const call = toVendorCall(wireCall, {
      agentExtension: options.agentExtension ?? ownNumber,
      lastState: last?.state,
      parties,
    });
    const { reference, state, parentCallId } = call;
    return {
      call,
      entry: { reference, state, parentCallId, parties, uri: wireCall.uri ?? undefined },
    };
  }

  function noteEnd(callId: string): void {
    ended.delete(callId);
    ended.add(callId);
    const [oldest] = ended;
    if (ended.size > MAX_ENDED && oldest !== undefined) ended.delete(oldest);
  }

  return {
    record(wireCall, report, messageNumber) {
      ownNumber = messageNumber ?? ownNumber;
      const { call, entry } = map(wireCall);
      report(call);
      missing.delete(call.id);
      if (call.state === 'ended') {
        entries.delete(call.id);
        noteEnd(call.id);
      } else entries.set(call.id, entry);
    },
    recordAll(wireCalls, report) {
      const fresh = wireCalls.map(map);
      report(fresh.map(({ call }) => call));
      const present = new Set(fresh.map(({ call }) => call.id));
      const kept = [...entries].filter(([id]) => !present.has(id) && !missing.has(id));
      missing = new Set(kept.map(([id]) => id));
      for (const { call } of fresh) if (call.state !== 'ended') ended.delete(call.id);
      entries = new Map([
        ...kept,
        ...fresh
          .filter(({ call }) => call.state !== 'ended')
          .map(({ call, entry }) => [call.id, entry] as const),
      ]);
    },
    find: (callId) => entries.get(callId),
    hasEnded: (callId) => ended.has(callId),
    hasCalls: () => entries.size > 0,
    isInDoubt: () => missing.size > 0,
  };
}
