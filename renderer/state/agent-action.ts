import type { WindowRequest } from './requests';
import type { ShortcutName } from './shortcuts';
import type { WindowActions } from './window-context';
import type { Panel, OpenDialog } from './window-store';

/** What an action does when it is chosen: just what a press on its button does. */
export type ActionRun =
  /** `target` as for `WindowActions.send`. */
  | { readonly kind: 'send'; readonly request: WindowRequest; readonly target: string }
  | { readonly kind: 'open'; readonly dialog: OpenDialog }
  | { readonly kind: 'toggle'; readonly panel: Panel }
  | { readonly kind: 'focus'; readonly elementId: string };

/** Something that the agent can have done, by a button, by a key or from the palette. */
export interface AgentAction {
  readonly id: string;
  readonly label: string;
  /** The name in the label, where there is one. */
  readonly name?: string;
  /** What tells it from another of the same label; names in it are isolated. */
  readonly detail?: string | undefined;
  readonly shortcut?: ShortcutName | undefined;
  /** Why it is not possible now. */
  readonly reason?: string | undefined;
  /** It is about one person, of whom there may be very many. */
  readonly isAboutPerson?: boolean;
  readonly run: ActionRun;
}

/** Does what a press on the action's button does; nothing while it is not possible. */
export function performAction(actions: WindowActions, { run, reason }: AgentAction): void {
  if (reason !== undefined) {
    return;
  }
  switch (run.kind) {
    case 'send':
      actions.send(run.request, run.target);
      break;
    case 'open':
      actions.openDialog(run.dialog);
      break;
    case 'toggle':
      actions.togglePanel(run.panel);
      break;
    case 'focus':
      document.getElementById(run.elementId)?.focus();
      break;
  }
}
