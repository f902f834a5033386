import type { CallActionId } from '../../contract/actions/action';
import { listWaitingCallActions } from '../../contract/actions/call-actions';
import type { Call, CallAction, CallIdentity } from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { MissedCall, Snapshot } from '../../contract/snapshot';
import { isolate, isolateIdentity } from '../../contract/text';
import type { ActionNotification, NotificationButton, Notifier } from './notifier';

/** Sees to it that a call that rings, or was missed, is noticed. */
export interface CallAlerts {
  /** Follows what the window shows. */
  follow(snapshot: Snapshot): void;
  /** Takes everything back. */
  dispose(): void;
}

export interface CallAlertOptions {
  readonly notifier: Notifier;
  /** Whether any call rings now; called when that changes. */
  readonly setRinging: (isRinging: boolean) => void;
  /** Whether the ring sound is to be played; called when that changes. */
  readonly setSound: (isOn: boolean) => void;
  /** Brings up the window without taking the focus. */
  readonly raiseWindow: () => void;
}

/** What the buttons of notifications do, beside calling back. */
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

export function createCallAlerts(options: CallAlertOptions): CallAlerts {
  const { notifier, setRinging, setSound, raiseWindow } = options;
  let ringing = new Map<string, ActionNotification>();
  let missed = new Map<string, ActionNotification>();
  let wasRinging = false;
  let hadSound = false;

  function replace(
    before: ReadonlyMap<string, ActionNotification>,
    now: ReadonlyMap<string, ActionNotification>,
  ): void {
    for (const key of before.keys()) {
      if (!now.has(key)) notifier.close(key);
    }
    for (const [key, notification] of now) {
      const shown = before.get(key);
      // Attached data that comes later than the call changes who it is.
      if (JSON.stringify(shown) !== JSON.stringify(notification)) notifier.show(key, notification);
    }
  }

  function follow(snapshot: Snapshot): void {
    const ringingNow = listRinging(snapshot);
    const missedNow = listMissed(snapshot);
    const isRinging = ringingNow.size > 0;
    const isNew = [...ringingNow.keys()].some((key) => !ringing.has(key));
    replace(ringing, ringingNow);
    replace(missed, missedNow);
    ringing = ringingNow;
    missed = missedNow;
    if (isRinging !== wasRinging) setRinging(isRinging);
    wasRinging = isRinging;
    const hasSound = isRinging && snapshot.preferences.ringSound;
    if (hasSound !== hadSound) setSound(hasSound);
    hadSound = hasSound;
    if (isNew && snapshot.preferences.raiseWhenRinging) raiseWindow();
  }

  return {
    follow,
    dispose: () => {
      for (const key of [...ringing.keys(), ...missed.keys()]) notifier.close(key);
      if (wasRinging) setRinging(false);
      if (hadSound) setSound(false);
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

/** Who it is about is what the notification itself says. */
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
  return [number, reason]
    .filter((part) => part !== undefined)
    .map(isolate)
    .join(' · ');
}
