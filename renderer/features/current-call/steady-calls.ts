import type { Call } from '../../../contract/call-model';

/** The calls on the telephone, as they are now. */
export interface LiveCalls {
  readonly calls: readonly Call[];
  readonly currentCallId: string | undefined;
  /** The newest first. */
  readonly waitingCallIds: readonly string[];
}

/** A call in the list of the others. */
export interface OtherRow {
  readonly call: Call;
  /** It is no longer beside the current call: its row stays until the pointer or the focus is elsewhere. */
  readonly isGone: boolean;
}

/** What is shown below the current call. */
export interface CallsBeside {
  readonly waiting: Call | undefined;
  /** Where the call that waits is. */
  readonly place: 'first' | 'last';
  /** The first place was that of a call that no longer waits. */
  readonly hasGap: boolean;
  readonly others: readonly OtherRow[];
}

/**
 * The calls beside the current one. While they are held, because the pointer or the focus is among them,
 * each keeps its place: what comes is added last, and what goes leaves its place to nobody. Nothing is
 * added above the open keypad.
 */
export function arrangeCalls(
  live: LiveCalls,
  held: CallsBeside | undefined,
  isKeypadOpen = false,
): CallsBeside {
  const find = (callId: string | undefined): Call | undefined =>
    live.calls.find(({ id }) => id === callId);
  const shown = held?.waiting?.id;
  const isWaiting = shown !== undefined && live.waitingCallIds.includes(shown);
  const waiting = find(isWaiting ? shown : live.waitingCallIds[0]);
  const others = live.calls.filter(({ id }) => id !== live.currentCallId && id !== waiting?.id);
  if (held === undefined) {
    const rows = others.map((call) => ({ call, isGone: false }));
    return { waiting, place: 'first', hasGap: false, others: rows };
  }
  const isKept = waiting?.id === shown;
  return {
    waiting,
    place: isKept ? held.place : 'last',
    hasGap: held.hasGap || (!isKept && shown !== undefined && held.place === 'first'),
    others: arrangeOthers(live, others, held.others, isKeypadOpen),
  };
}

function arrangeOthers(
  live: LiveCalls,
  others: readonly Call[],
  held: readonly OtherRow[],
  isKeypadOpen: boolean,
): OtherRow[] {
  const arriving = others.filter(({ id }) => held.every(({ call }) => call.id !== id));
  const rows = held.map((row): OtherRow => {
    const { id } = row.call;
    const isNowCurrent = id === live.currentCallId;
    const call =
      others.find((other) => other.id === id) ??
      // The one that the agent brought to the front changes places with the one that was there.
      (isNowCurrent ? arriving.shift() : undefined);
    return call === undefined ? { ...row, isGone: true } : { call, isGone: false };
  });
  return isKeypadOpen ? rows : [...rows, ...arriving.map((call) => ({ call, isGone: false }))];
}
