import type { Call } from '../../../contract/call-model';

/** The current state of the telephone calls. */
export interface LiveCalls {
  readonly calls: readonly Call[];
  readonly currentCallId: string | undefined;
  /** Newest first. */
  readonly waitingCallIds: readonly string[];
}

/** A call in the list of the others. */
export interface OtherRow {
  readonly call: Call;
  /** Whether it is gone. Its row stays until the pointer and the focus are elsewhere. */
  readonly isGone: boolean;
}

/** The calls that are shown below the current call. */
export interface CallsBeside {
  readonly waiting: Call | undefined;
  /** The place of the waiting call. */
  readonly place: 'first' | 'last';
  /** Whether the first place belonged to a call that no longer waits. */
  readonly hasGap: boolean;
  readonly others: readonly OtherRow[];
}

/**
 * The calls other than the current one. While the list is frozen, because the pointer or the focus is
 * in it, each call keeps its place: new calls are added last, and the place of a removed call stays
 * empty. Nothing is added above the open keypad.
 */
export function arrangeCalls(
  live: LiveCalls,
  frozen: CallsBeside | undefined,
  isKeypadOpen = false,
): CallsBeside {
  const find = (callId: string | undefined): Call | undefined =>
    live.calls.find(({ id }) => id === callId);
  const shown = frozen?.waiting?.id;
  const isWaiting = shown !== undefined && live.waitingCallIds.includes(shown);
  const waiting = find(isWaiting ? shown : live.waitingCallIds[0]);
  const others = live.calls.filter(({ id }) => id !== live.currentCallId && id !== waiting?.id);
  if (frozen === undefined) {
    const rows = others.map((call) => ({ call, isGone: false }));
    return { waiting, place: 'first', hasGap: false, others: rows };
  }
  const isKept = waiting?.id === shown;
  return {
    waiting,
    place: isKept ? frozen.place : 'last',
    hasGap: frozen.hasGap || (!isKept && shown !== undefined && frozen.place === 'first'),
    others: arrangeOthers(live, others, frozen.others, isKeypadOpen),
  };
}

function arrangeOthers(
  live: LiveCalls,
  others: readonly Call[],
  frozen: readonly OtherRow[],
  isKeypadOpen: boolean,
): OtherRow[] {
  const arriving = others.filter(({ id }) => frozen.every(({ call }) => call.id !== id));
  const rows = frozen.map((row): OtherRow => {
    const { id } = row.call;
    const isNowCurrent = id === live.currentCallId;
    const call =
      others.find((other) => other.id === id) ??
      // The call that the agent selected exchanges places with the previous current call.
      (isNowCurrent ? arriving.shift() : undefined);
    return call === undefined ? { ...row, isGone: true } : { call, isGone: false };
  });
  return isKeypadOpen ? rows : [...rows, ...arriving.map((call) => ({ call, isGone: false }))];
}
