import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import type { SimpleOperation } from '../../../contract/call-operations';
import { en } from '../../../contract/locale/en';
import { callButtonState, describeParties, findConnection } from '../../state/call-view';
import { shortcutFor, type ShortcutName } from '../../state/shortcuts';
import { performOperation } from '../../state/requests';
import { useIsUnderWay, useSnapshot, useWindowActions } from '../../state/window-context';
import { Button, type ButtonProps } from '../../ui/Button';

interface CallButtonProps extends Pick<ButtonProps, 'look' | 'lit' | 'icon' | 'describedBy'> {
  readonly call: Call;
  readonly action: SimpleOperation;
  /** Whose keys do the same. */
  readonly shortcut?: ShortcutName | undefined;
  /** The action's own name when absent. */
  readonly text?: string;
}

/** Asks for something that needs nothing else to be said. Not there where its line does not offer it. */
export function CallButton({ call, action, text, shortcut, ...looks }: CallButtonProps): ReactNode {
  const request = performOperation({ kind: action, callId: call.id });
  const isBusy = useIsUnderWay(request);
  const connection = useSnapshot((snapshot) => findConnection(snapshot, call));
  const { send } = useWindowActions();
  const state = callButtonState(call, action, connection);
  if (state.kind === 'absent') {
    return null;
  }
  return (
    <Button
      {...looks}
      shortcut={shortcut && shortcutFor(shortcut)}
      isBusy={isBusy}
      reason={state.kind === 'disabled' ? state.reason : undefined}
      onPress={() => send(request, describeParties(call))}
    >
      {text ?? en.commands[action].name}
    </Button>
  );
}
