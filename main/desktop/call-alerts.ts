import type { CallActionId } from '../../contract/actions/action';
import { listWaitingCallActions } from '../../contract/actions/call-actions';
import type { Call, CallAction, CallIdentity } from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { MissedCall, Snapshot } from '../../contract/snapshot';
import { isolateNumbers } from '../../contract/numbers-in-text';
import { isolate, isolateIdentity } from '../../contract/text';
import { decideAlert, type AlertSituation } from './alert-policy';
import { createAlertSet, type AlertSetOptions } from './alert-set';
import type { ActionNotification, NotificationButton } from './notifier';

/** Alerts the agent to ringing and missed calls. */
export interface CallAlerts {
  /** Must be called with each snapshot. */
  follow(snapshot: Snapshot, situation: AlertSituation): void;
  /** Withdraws all alerts. */
  dispose(): void;
}

export interface CallAlertOptions extends AlertSetOptions {
  /** Starts or stops flashing the taskbar entry. */
  readonly setFlashing: (isFlashing: boolean) => void;
  /** Starts or stops the ring sound. */
  readonly setSound: (isOn: boolean) => void;
  /** Shows the window without taking the focus. */
  readonly raiseWindow: () => void;
  /** Shows the call bar if the window is hidden. */
  readonly showCallBar: () => void;
  /** Shows the number of missed calls on the badge. */
  readonly setBadge: (count: number) => void;
}

/** The actions of the notifications' buttons, except calling back. */
const RINGING_ACTIONS = ['answer', 'reject', 'hang-up'] as const satisfies readonly CallAction[];
export const CALL_BACK = 'call-back';

const RINGING_KEY = 'ringing:';
const MISSED_KEY = 'missed:';

export function isRingingAction(action: string): action is (typeof RINGING_ACTIONS)[number] {
  return RINGING_ACTIONS.some((known) => known === action);
}

/** The id of the call that a notification is about. */
export function callIdOf(key: string): string {
  return key.replace(/^(ringing|missed):/, '');
}

/** Calls `set` whenever the value changes from `initial`. */
function onChange<Value>(initial: Value, set: (value: Value) => void): (value: Value) => void {
  let current = initial;
  return (value) => {
    if (value === current) return;
    current = value;
    set(value);
  };
}

export function createCallAlerts(options: CallAlertOptions): CallAlerts {
  const ringing = createAlertSet(options);
  const missed = createAlertSet(options);
  const setFlashing = onChange<boolean>(false, options.setFlashing);
  const setSound = onChange<boolean>(false, options.setSound);
  const setBadge = onChange<number>(0, options.setBadge);
  /** The calls for which the decision to show the window or the call bar has been made. */
  let heard: ReadonlySet<string> = new Set();

  function follow(snapshot: Snapshot, situation: AlertSituation): void {
    const ringingNow = listRinging(snapshot);
    const missedNow = listMissed(snapshot);
    const decision = decideAlert({ kind: 'ringing' }, situation);
    const isRinging = ringingNow.size > 0;
    ringing.followState(ringingNow, decision.why);
    const missing = decideAlert({ kind: 'missed' }, situation);
    missed.followEvents(missedNow, missing.why);
    setFlashing(isRinging && decision.flashes);
    setSound(isRinging && decision.hasSound);
    setBadge(missing.isInBadge ? missedNow.size : 0);
    const isNew = [...ringingNow.keys()].some((key) => !heard.has(key));
    heard = new Set(ringingNow.keys());
    if (isNew && decision.raisesWindow) options.raiseWindow();
    if (isNew && decision.showsCallBar) options.showCallBar();
  }

  return {
    follow,
    dispose: () => {
      ringing.dispose();
      missed.dispose();
      setFlashing(false);
      setSound(false);
      setBadge(0);
    },
  };
}

function listRinging(snapshot: Snapshot): Map<string, ActionNotification> {
  return new Map(
    snapshot.calls
      .filter(({ state }) => state === 'ringing')
      .map((call) => [
        `${RINGING_KEY}${call.id}`,
        {
          title: format(en.notifications.ringing, { name: isolateIdentity(call.identity.name) }),
          body: describe(call.identity) || en.notifications.incomingCall,
          buttons: listButtons(snapshot, call),
          isUrgent: true,
        },
      ]),
  );
}

function listButtons(snapshot: Snapshot, call: Call): NotificationButton[] {
  return listWaitingCallActions(snapshot, call)
    .filter(({ id, reason }) => isRingingAction(id) && reason === undefined)
    .map(({ id }) => ({ action: id, label: labelOf(id) }));
}

/** The notification itself names the person. */
function labelOf(action: CallActionId): string {
  return action === 'answer' ? en.commands.answer.name : en.commands.reject.name;
}

function listMissed({ missedCalls }: Snapshot): Map<string, ActionNotification> {
  return new Map(
    missedCalls.map((missed) => [
      `${MISSED_KEY}${missed.id}`,
      {
        title: format(en.notifications.missed, { name: isolateIdentity(missed.identity.name) }),
        body: describe(missed.identity),
        buttons: callBackButton(missed),
        isUrgent: false,
      },
    ]),
  );
}

function callBackButton({ address }: MissedCall): NotificationButton[] {
  return address === undefined ? [] : [{ action: CALL_BACK, label: en.notifications.callBack }];
}

function describe({ number, reason }: CallIdentity): string {
  // Some servers use the direction of the desktop or of the first letter, which may belong to the reason.
  return [number && isolateNumbers(number), reason && isolate(reason)]
    .filter((part) => part !== undefined)
    .join(' · ');
}
