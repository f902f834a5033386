import type { ReactNode } from 'react';
import { shortcutFor } from '../../actions/shortcuts';
import { runAction, type WindowAction } from '../../actions/window-action';
import { useWindowActions } from '../../state/window-context';
import { MenuEntry } from '../../ui/Menu';
import { Label } from '../../ui/Name';

/** An action as an entry of a menu. */
export function ActionEntry({ action }: { readonly action: WindowAction }): ReactNode {
  const actions = useWindowActions();
  const { label, name, icon: Icon, shortcut, isBusy, reason } = action;
  return (
    <MenuEntry
      label={<Label text={label} name={name} />}
      icon={Icon !== undefined && <Icon aria-hidden />}
      isBusy={isBusy}
      reason={reason}
      shortcut={shortcut && shortcutFor(shortcut)}
      onPress={() => runAction(actions, action)}
    />
  );
}
