import type { ReactNode } from 'react';
import type { Call, CallAction } from '../../../contract/call-model';
import { callButtonState, findConnection, firstPossible } from '../../state/call-view';
import { shortcutFor, type ShortcutName } from '../../state/shortcuts';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import type { OpenDialog } from '../../state/window-store';
import { Button, type ButtonProps } from '../../ui/Button';

interface DialogButtonProps extends Pick<ButtonProps, 'look' | 'icon' | 'describedBy'> {
  readonly call: Call;
  /** What its dialog can ask for: it opens while one of them is possible. */
  readonly actions: readonly CallAction[];
  readonly dialog: OpenDialog;
  readonly text: string;
  /** Whose keys do the same. */
  readonly shortcut?: ShortcutName | undefined;
}

/** Opens the dialog of an action. Not there where the line does not offer it. */
export function DialogButton(props: DialogButtonProps): ReactNode {
  const { call, actions, dialog, text, shortcut, ...looks } = props;
  const connection = useSnapshot((snapshot) => findConnection(snapshot, call));
  const { openDialog } = useWindowActions();
  const state = firstPossible(actions.map((action) => callButtonState(call, action, connection)));
  return state.kind === 'absent' ? null : (
    <Button
      {...looks}
      shortcut={shortcut && shortcutFor(shortcut)}
      reason={state.kind === 'disabled' ? state.reason : undefined}
      onPress={() => openDialog(dialog)}
    >
      {text}
    </Button>
  );
}
