import { Maximize2 } from 'lucide-react';
import { findActiveCall, isTelephoneCall } from '../../contract/find-calls';
import { en } from '../../contract/locale/en';
import type { WindowState } from '../state/window-store';
import { listCurrentCallActions } from './call-actions';
import { markPending, type WindowAction } from './window-action';

const ON_CALL: readonly string[] = [
  'answer',
  'reject',
  'mute',
  'unmute',
  'hold',
  'retrieve',
  'hang-up',
];

const SHOW_WINDOW: WindowAction = {
  id: 'show-window',
  key: 'show-window',
  label: en.callBar.showWindow,
  isBusy: false,
  icon: Maximize2,
  shortcut: 'show-window',
  run: { kind: 'show-view', view: 'window' },
};

/**
 * The actions of the call bar: a part of the window's actions on the call that the agent is talking
 * on.
 */
export function listCallBarActions(state: WindowState): WindowAction[] {
  const { snapshot } = state;
  const call = snapshot && findActiveCall(snapshot);
  const onCall =
    snapshot !== undefined && call !== undefined && isTelephoneCall(snapshot, call)
      ? listCurrentCallActions(state, call).filter(({ id }) => ON_CALL.includes(id))
      : [];
  return [markPending(state, SHOW_WINDOW), ...onCall];
}
