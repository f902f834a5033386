import type { Preferences } from '../../contract/preferences';
import { findQuietReason, type QuietReason } from '../../contract/quiet-times';

/** An event that may be shown to the agent. */
export type AlertEvent =
  { readonly kind: 'ringing' | 'missed' | 'connection-lost' | 'failure' } | RosterEvent;

/** Somebody joined or left. */
interface RosterEvent {
  readonly kind: 'roster';
  /** Whether it is about the agent's current call. */
  readonly call: 'current' | 'other' | 'ended';
  /** The number of people in the call. */
  readonly rosterSize: number;
  /** Whether the last notification was so recent that this change will be part of the next. */
  readonly isTooSoon: boolean;
}

/** What the agent is working with: a part of Sidetone, or another application. */
export type Focus = 'window' | 'call-bar' | 'elsewhere';

/** The state that a decision depends on, besides the event. */
export interface AlertSituation {
  readonly preferences: Preferences;
  readonly focus: Focus;
  /** In ms since the epoch. */
  readonly now: number;
}

/** Why there is no notification. */
export type WhyHeldBack =
  | QuietReason
  | 'switched-off'
  | 'window-focused'
  | 'not-current-call'
  | 'call-ended'
  | 'several-in-a-row';

export interface AlertDecision {
  /** Why there is no notification; absent if there is one. */
  readonly why?: WhyHeldBack;
  /** Whether the notification counts people instead of naming them. */
  readonly isCounted: boolean;
  /** Whether a sound plays as long as the event lasts. */
  readonly hasSound: boolean;
  /** Whether the window is shown, without taking the focus. */
  readonly raisesWindow: boolean;
  /** Whether the call bar is shown while the window is hidden. */
  readonly showsCallBar: boolean;
  /** Whether the entry in the taskbar asks for attention. */
  readonly flashes: boolean;
  /** Whether the tray icon shows it. */
  readonly isInTray: boolean;
  /** Whether it counts in the badge on the app's icon. */
  readonly isInBadge: boolean;
}

/**
 * The only place that decides which alerts an event causes. The content of the window is not an alert and
 * always shows everything. The tray icon and the badge disturb nobody, so they are left out only if the agent
 * has turned off that kind of event.
 */
export function decideAlert(event: AlertEvent, situation: AlertSituation): AlertDecision {
  const { preferences, focus, now } = situation;
  const why = findReason(event, situation);
  const isRinging = event.kind === 'ringing';
  const mayDisturb = isRinging && findQuietReason(preferences, now) === undefined;
  const isMissedShown = event.kind === 'missed' && preferences.missedNotifications;
  return {
    ...(why !== undefined && { why }),
    isCounted: event.kind === 'roster' && isLargeRoster(event.rosterSize, preferences),
    hasSound: mayDisturb && preferences.ringSound,
    raisesWindow: mayDisturb && preferences.raiseWhenRinging,
    showsCallBar: mayDisturb && preferences.callBarWhenRinging,
    flashes: mayDisturb && focus === 'elsewhere',
    isInTray: isRinging || event.kind === 'connection-lost' || isMissedShown,
    isInBadge: isMissedShown,
  };
}

/** Whether so many are in a call that nobody wants to read each name. */
export function isLargeRoster(
  rosterSize: number,
  { rosterThreshold }: Pick<Preferences, 'rosterThreshold'>,
): boolean {
  return rosterSize > rosterThreshold;
}

/** Lasting reasons take precedence over momentary ones. */
function findReason(event: AlertEvent, situation: AlertSituation): WhyHeldBack | undefined {
  const { preferences, now } = situation;
  if (!isSwitchedOn(event, preferences)) return 'switched-off';
  if (event.kind === 'roster' && event.call === 'other') return 'not-current-call';
  if (event.kind === 'roster' && event.call === 'ended') return 'call-ended';
  const quiet = findQuietReason(preferences, now);
  if (quiet !== undefined) return quiet;
  if (isSeenInWindow(event, situation)) return 'window-focused';
  return event.kind === 'roster' && event.isTooSoon ? 'several-in-a-row' : undefined;
}

function isSwitchedOn({ kind }: AlertEvent, preferences: Preferences): boolean {
  switch (kind) {
    case 'ringing':
      return preferences.ringingNotifications;
    case 'missed':
      return preferences.missedNotifications;
    case 'roster':
      return preferences.rosterNotifications;
    case 'connection-lost':
      return preferences.connectionNotifications;
    case 'failure':
      return preferences.failureNotifications;
  }
}

/** Whether the window alone says it well enough. A call must be noticed even as the agent turns away. */
function isSeenInWindow({ kind }: AlertEvent, { focus, preferences }: AlertSituation): boolean {
  // The call bar has no room for messages. It opens the window when an action fails.
  if (focus === 'call-bar') return kind === 'failure';
  if (focus === 'elsewhere' || kind === 'ringing') return false;
  const isAlwaysInWindow = kind === 'connection-lost' || kind === 'failure';
  return isAlwaysInWindow || !preferences.notificationsWhenFocused;
}
