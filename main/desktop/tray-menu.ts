import { listCallActions, listWaitingCallActions } from '../../contract/actions/call-actions';
import {
  listDoNotDisturbActions,
  type DoNotDisturbFor,
} from '../../contract/actions/do-not-disturb';
import type { CallActionView } from '../../contract/actions/action';
import type { CallOperation } from '../../contract/call-operations';
import { findTalkingCall, listLiveTelephoneCalls } from '../../contract/find-calls';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { Snapshot } from '../../contract/snapshot';
import { isolate } from '../../contract/text';
import { shorten } from './shorten';

/** An item of the tray's menu. The call it concerns is fixed when the item is created. */
export interface TrayItem {
  readonly label: string;
  /** The action of the item; without one the item is disabled. */
  readonly choice?: TrayChoice;
}

export type TrayChoice =
  | { readonly kind: 'perform'; readonly operation: CallOperation }
  | { readonly kind: 'call-back'; readonly callId: string }
  | { readonly kind: 'do-not-disturb'; readonly setTo: DoNotDisturbFor };

/** In UTF-16 units. */
const MAX_NAME = 40;
const MAX_MISSED_CALLS = 3;

/**
 * The items of the tray's menu, in groups: for ringing calls, for the current call, for do not disturb,
 * and for missed calls. An item that is not possible now is disabled instead of left out, because the agent
 * may have the menu open when a call rings or ends. `now` in ms since the epoch.
 */
export function listTrayItems(snapshot: Snapshot, now: number): readonly (readonly TrayItem[])[] {
  const ringing = snapshot.calls.filter(({ state }) => state === 'ringing');
  const target = findTalkingCall(snapshot);
  const isNamed = listLiveTelephoneCalls(snapshot).length > 1;
  const actions = target === undefined ? [] : listCallActions(snapshot, target);
  const toItem = (action: CallActionView): TrayItem => toTrayItem(action, isNamed);
  return [
    ringing.length === 0
      ? [{ label: en.commands.answer.name }, { label: en.commands.reject.name }]
      : ringing.flatMap((call) => listWaitingCallActions(snapshot, call)).map(toItem),
    [
      actions.filter(({ id }) => id === 'mute' || id === 'unmute').map(toItem)[0] ?? {
        label: en.commands.mute.name,
      },
      actions.filter(({ id }) => id === 'hold' || id === 'retrieve').map(toItem)[0] ?? {
        label: en.commands.hold.name,
      },
    ],
    listDoNotDisturb(snapshot, now),
    snapshot.missedCalls
      .filter(({ address }) => address !== undefined)
      .slice(0, MAX_MISSED_CALLS)
      .map(({ id, identity }) => ({
        label: format(en.tray.callBack, { name: displayName(identity.name) }),
        choice: { kind: 'call-back', callId: id },
      })),
  ];
}

function listDoNotDisturb({ preferences }: Snapshot, now: number): TrayItem[] {
  return listDoNotDisturbActions(preferences, now).map(({ label, setTo }) => ({
    label,
    choice: { kind: 'do-not-disturb', setTo },
  }));
}

function toTrayItem(
  { label, name, target, reason, operation }: CallActionView,
  isNamed: boolean,
): TrayItem {
  const hasName = name !== undefined || !isNamed;
  return {
    label: hasName ? label : format(en.tray.onCall, { action: label, name: displayName(target) }),
    ...(reason === undefined && operation && { choice: { kind: 'perform', operation } }),
  };
}

function displayName(name: string): string {
  return isolate(shorten(name, MAX_NAME));
}
