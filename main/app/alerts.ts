import type { Clock } from '../time/clock';
import { findLiveCall } from '../calls/current-call';
import { findRosterChanges } from '../calls/roster-changes';
import type { CallStore } from '../calls/store';
import { createRosterNews, type News } from '../desktop/roster-news';

export type HeldBackReason =
  'not-current-call' | 'call-ended' | 'switched-off' | 'several-in-a-row';

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
  const news = createRosterNews(clock, {
    tell: (item, callId) => {
      const why = findReasonToHoldBack(store, callId);
      if (why === undefined) show(item);
      else onHeldBack(item, why);
    },
    holdBack: (item, callId) =>
      onHeldBack(item, findReasonToHoldBack(store, callId) ?? 'several-in-a-row'),
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
  const { calls, currentCallId, preferences } = store.getState();
  if (!preferences.rosterNotifications) return 'switched-off';
  const call = calls.known.get(callId);
  const isTalkedOn = findLiveCall(store.getState())?.id === callId;
  // A conference is only watched, which is what the agent does while there is no call.
  const isWatched = call?.isWatched === true && currentCallId === undefined;
  if (callId !== currentCallId && !isTalkedOn && !isWatched) return 'not-current-call';
  return call === undefined || call.state === 'ended' ? 'call-ended' : undefined;
}
