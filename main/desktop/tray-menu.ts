import { listCallActions, listWaitingCallActions } from '../../contract/actions/call-actions';
import {
  listDoNotDisturbActions,
  type DoNotDisturbFor,
} from '../../contract/actions/do-not-disturb';
import type { CallActionId, CallActionView } from '../../contract/actions/action';
import type { Call } from '../../contract/call-model';
import type { CallOperation } from '../../contract/call-operations';
import { findActiveCall, listLiveTelephoneCalls } from '../../contract/find-calls';
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
  const target = findActiveCall(snapshot);
  const isNamed = listLiveTelephoneCalls(snapshot).length > 1;
  const actions = target === undefined ? [] : listCallActions(snapshot, target);
  const { answer, reject, mute, hold } = en.commands;
  const pick = (from: readonly CallActionView[], ids: readonly CallActionId[], otherwise: string) =>
    from.filter(({ id }) => ids.includes(id)).map((action) => toTrayItem(action, isNamed))[0] ?? {
      label: otherwise,
    };
  const listRinging = (call: Call): TrayItem[] => {
    const offered = listWaitingCallActions(snapshot, call);
    const nameLabel = ({ name }: { readonly name: string }): string =>
      isNamed ? onCall(name, call.identity.name) : name;
    return [
      pick(offered, ['answer'], nameLabel(answer)),
      pick(offered, ['reject', 'hang-up'], nameLabel(reject)),
    ];
  };
  return [
    ringing.length === 0
      ? [{ label: answer.name }, { label: reject.name }]
      : ringing.flatMap(listRinging),
    [pick(actions, ['mute', 'unmute'], mute.name), pick(actions, ['hold', 'retrieve'], hold.name)],
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
    label: hasName ? label : onCall(label, target),
    ...(reason === undefined && operation && { choice: { kind: 'perform', operation } }),
  };
}

function onCall(action: string, name: string): string {
  return format(en.tray.onCall, { action, name: displayName(name) });
}

function displayName(name: string): string {
  return isolate(shorten(name, MAX_NAME));
}
