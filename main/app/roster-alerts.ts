import { findLiveCall } from '../calls/current-call';
import { nameParticipants, type FindContact } from '../calls/name-participants';
import { findRosterChanges, type RosterChange } from '../calls/roster-changes';
import type { CallStore } from '../calls/store';
import {
  decideAlert,
  isLargeRoster,
  type AlertEvent,
  type AlertSituation,
  type WhyHeldBack,
} from '../desktop/alert-policy';
import type { NotificationText } from '../desktop/notifier';
import { createRosterNotifications } from '../desktop/roster-notifications';
import { countRosterChange, nameRosterChange } from '../desktop/roster-text';
import type { Clock } from '../time/clock';

export interface RosterAlertOptions {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly situation: () => AlertSituation;
  readonly findContact: FindContact;
  readonly show: (text: NotificationText) => void;
  /** Called when the policy suppresses a notification. */
  readonly onHeldBack: (text: NotificationText, why: WhyHeldBack) => void;
}

/**
 * Shows notifications of who joins and leaves the current call. Returns a function that stops this.
 */
export function startRosterAlerts(options: RosterAlertOptions): () => void {
  const { store, clock, situation, findContact, show, onHeldBack } = options;
  const notifications = createRosterNotifications({
    clock,
    isLarge: (size) => isLargeRoster(size, situation().preferences),
    onSummary: (summary, isTooSoon) => {
      const { id, participants } = summary.call;
      const event: AlertEvent = {
        kind: 'roster',
        call: relationTo(store, id),
        rosterSize: participants.length,
        isTooSoon,
      };
      const { why, isCounted } = decideAlert(event, situation());
      const text = isCounted
        ? countRosterChange(summary)
        : nameRosterChange(withContacts(summary, findContact));
      if (why === undefined) show(text);
      else onHeldBack(text, why);
    },
  });
  const unsubscribe = store.subscribe((state, previous) => {
    for (const change of findRosterChanges(previous.calls, state.calls)) notifications.add(change);
  });
  return () => {
    unsubscribe();
    notifications.dispose();
  };
}

function withContacts(
  { call, joined, left }: RosterChange,
  findContact: FindContact,
): RosterChange {
  return {
    call: { ...call, participants: nameParticipants(call.participants, findContact) },
    joined: nameParticipants(joined, findContact),
    left: nameParticipants(left, findContact),
  };
}

/** In the meantime the call may have ended, or another may have become the current one. */
function relationTo(store: CallStore, callId: string): 'current' | 'other' | 'ended' {
  const { calls, currentCallId } = store.getState();
  const call = calls.known.get(callId);
  const isTalkedOn = findLiveCall(store.getState())?.id === callId;
  // A watched conference counts only while there is no other call.
  const isWatched = call?.isWatched === true && currentCallId === undefined;
  if (callId !== currentCallId && !isTalkedOn && !isWatched) return 'other';
  return call === undefined || call.state === 'ended' ? 'ended' : 'current';
}
