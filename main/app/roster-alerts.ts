import type { Clock } from '../time/clock';
import { findLiveCall } from '../calls/current-call';
import { findRosterChanges } from '../calls/roster-changes';
import type { CallStore } from '../calls/store';
import type { NotificationText } from '../desktop/notifier';
import { createRosterNotifications } from '../desktop/roster-notifications';

export type HeldBackReason =
  'not-current-call' | 'call-ended' | 'switched-off' | 'several-in-a-row';

export interface RosterAlertOptions {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly show: (text: NotificationText) => void;
  /** Called when a rule keeps a notification from being shown. */
  readonly onHeldBack: (text: NotificationText, why: HeldBackReason) => void;
}

/** Notifies of who joins and leaves the current call. Returns what ends it. */
export function startRosterAlerts(options: RosterAlertOptions): () => void {
  const { store, clock, show, onHeldBack } = options;
  const notifications = createRosterNotifications(clock, {
    show: (text, callId) => {
      const why = findReasonToHoldBack(store, callId);
      if (why === undefined) show(text);
      else onHeldBack(text, why);
    },
    holdBack: (text, callId) =>
      onHeldBack(text, findReasonToHoldBack(store, callId) ?? 'several-in-a-row'),
  });
  const unsubscribe = store.subscribe((state, previous) => {
    for (const change of findRosterChanges(previous.calls, state.calls)) notifications.add(change);
  });
  return () => {
    unsubscribe();
    notifications.dispose();
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
