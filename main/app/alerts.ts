import type { Clock } from '../calls/clock';
import { chooseCurrentCall } from '../calls/current-call';
import { findRosterChanges } from '../calls/roster-changes';
import type { CallStore } from '../calls/store';
import { createRosterNews, type News } from '../desktop/roster-news';

export type HeldBackReason = 'not-current-call' | 'call-ended';

export interface AlertOptions {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly show: (news: News) => void;
  /** Told when a rule holds news back. */
  readonly onHeldBack: (news: News, why: HeldBackReason) => void;
}

/** Tells who joins and leaves the current call. Returns what ends it. */
export function startRosterAlerts(options: AlertOptions): () => void {
  const { store, clock, show, onHeldBack } = options;
  const news = createRosterNews(clock, (item, callId) => {
    const why = findReasonToHoldBack(store, callId);
    if (why === undefined) show(item);
    else onHeldBack(item, why);
  });
  const unsubscribe = store.subscribe((state, previous) => {
    for (const change of findRosterChanges(previous.calls, state.calls)) news.add(change);
  });
  return () => {
    unsubscribe();
    news.dispose();
  };
}

/** By now the call may be over, or another may be the one that matters. */
function findReasonToHoldBack(store: CallStore, callId: string): HeldBackReason | undefined {
  const { calls, pin } = store.getState();
  const current = chooseCurrentCall(calls.known.values(), pin);
  if (current?.id !== callId) return 'not-current-call';
  return current.state === 'ended' ? 'call-ended' : undefined;
}
