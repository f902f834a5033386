import type { LucideIcon } from 'lucide-react';
import type { Action } from '../../contract/actions/action';
import { toDoNotDisturb, type DoNotDisturbFor } from '../../contract/actions/do-not-disturb';
import type { Line } from '../../contract/call-model';
import type { CallOperation } from '../../contract/call-operations';
import type { PreferenceChange } from '../../contract/preferences';
import type { Vendor } from '../../contract/vendors';
import { isUnderWay } from '../state/pending';
import {
  changePreference,
  createConference,
  dial,
  dismissCommand,
  dismissMissedCall,
  performOperation,
  quit,
  retryConnection,
  showCall,
  showView,
  startTalkSpace,
  type WindowRequest,
} from '../state/requests';
import type { WindowActions } from '../state/window-context';
import type { Deletion, OpenDialog, Panel, WindowState } from '../state/window-store';
import type { ShortcutName } from './shortcuts';

/** The effect of an action. Its target is fixed when it is listed, not when it is carried out. */
export type ActionRun =
  | RequestRun
  | { readonly kind: 'open'; readonly dialog: OpenDialog }
  | { readonly kind: 'toggle'; readonly panel: Panel }
  | { readonly kind: 'focus'; readonly elementId: string }
  | { readonly kind: 'dismiss-refusal'; readonly refusalKey: string };

interface PerformRun {
  readonly kind: 'perform';
  readonly operation: CallOperation;
  /** The person or thing that it concerns, for the message if it is declined. */
  readonly target: string;
  /** The data that can be restored afterwards. */
  readonly deletes?: Deletion;
}

/** A request to the main process. */
type RequestRun =
  | PerformRun
  | { readonly kind: 'show-call'; readonly callId: string; readonly target: string }
  | { readonly kind: 'dial'; readonly address: string; readonly target: string }
  | { readonly kind: 'dismiss-missed-call'; readonly callId: string; readonly target: string }
  | { readonly kind: 'dismiss-command'; readonly commandId: string }
  | { readonly kind: 'retry-connection'; readonly vendor: Vendor; readonly target: string }
  /** Sends a declined request again. */
  | { readonly kind: 'repeat'; readonly request: WindowRequest; readonly target: string }
  | { readonly kind: 'start-talkspace'; readonly line: Line }
  | { readonly kind: 'start-conference'; readonly line: Line }
  | { readonly kind: 'change-preference'; readonly change: PreferenceChange }
  | { readonly kind: 'do-not-disturb'; readonly setTo: DoNotDisturbFor }
  | { readonly kind: 'show-view'; readonly view: 'window' | 'call-bar' }
  | { readonly kind: 'quit' };

/** An action as the window shows it. Two of them can be compared by value. */
export interface WindowAction extends Action {
  /** Distinguishes it from all others in the list. */
  readonly key: string;
  readonly icon?: LucideIcon;
  readonly shortcut?: ShortcutName | undefined;
  /** Whether it concerns one person or one item of data, of which there may be very many. */
  readonly isOneOfMany?: boolean;
  /** The line on which it starts or finds a conference. */
  readonly line?: Line;
  readonly run: ActionRun;
}

/** Runs an action; does nothing while it is not allowed or under way. */
export function runAction(actions: WindowActions, action: WindowAction): void {
  const { run, reason, isBusy } = action;
  if (reason !== undefined || isBusy) {
    return;
  }
  switch (run.kind) {
    case 'open':
      actions.openDialog(run.dialog);
      break;
    case 'toggle':
      actions.togglePanel(run.panel);
      break;
    case 'focus':
      document.getElementById(run.elementId)?.focus();
      break;
    case 'dismiss-refusal':
      actions.dismissRefusal(run.refusalKey);
      break;
    default:
      if (run.kind === 'perform' && run.deletes !== undefined) {
        actions.noteDeletion(run.deletes);
      }
      // The new call, or why there is none, would be behind the dialog.
      if (run.kind === 'dial') actions.closeDialog();
      actions.send(requestOf(run), 'target' in run ? run.target : '');
  }
}

/** The call that an action changes immediately, without a dialog. */
export function changedCallOf(action: WindowAction | undefined): string | undefined {
  return action?.run.kind === 'perform' ? action.run.operation.callId : undefined;
}

/** Shows that an action was not run, because its key was pressed just when the call changed. */
export function refuseAction(actions: WindowActions, { run }: WindowAction): void {
  if (run.kind !== 'perform') return;
  actions.refuse(performOperation(run.operation), run.target, { code: 'just-changed' });
}

/** The request of an action to the main process. */
function requestOf(run: RequestRun): WindowRequest {
  switch (run.kind) {
    case 'perform':
      return performOperation(run.operation);
    case 'show-call':
      return showCall(run.callId);
    case 'dial':
      return dial(run.address);
    case 'dismiss-missed-call':
      return dismissMissedCall(run.callId);
    case 'dismiss-command':
      return dismissCommand(run.commandId);
    case 'retry-connection':
      return retryConnection(run.vendor);
    case 'repeat':
      return run.request;
    case 'start-talkspace':
      return startTalkSpace(run.line);
    case 'start-conference':
      return createConference(run.line);
    case 'change-preference':
      return changePreference(run.change);
    case 'do-not-disturb':
      return changePreference({ doNotDisturb: toDoNotDisturb(run.setTo, Date.now()) });
    case 'show-view':
      return showView(run.view);
    case 'quit':
      return quit(false);
  }
}

/** Also marks actions as busy until a snapshot shows the result of this window's request. */
export function markPending(state: WindowState, action: WindowAction): WindowAction {
  const { run } = action;
  return isRequest(run) && isUnderWay(state, requestOf(run)) ? { ...action, isBusy: true } : action;
}

const WITHIN_WINDOW: readonly ActionRun['kind'][] = ['open', 'toggle', 'focus', 'dismiss-refusal'];

function isRequest(run: ActionRun): run is RequestRun {
  return !WITHIN_WINDOW.includes(run.kind);
}
