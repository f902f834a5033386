import type { ReactNode } from 'react';
import { shortcutFor } from '../../actions/shortcuts';
import { runAction, type WindowAction } from '../../actions/window-action';
import { useWindowActions } from '../../state/window-context';
import { Button, type ButtonProps } from '../../ui/Button';
import { Label } from '../../ui/Name';

export interface ActionButtonProps extends Pick<
  ButtonProps,
  'look' | 'lit' | 'describedBy' | 'opens' | 'isSettling' | 'ref'
> {
  /** Renders nothing if the action is not offered. */
  readonly action: WindowAction | undefined;
  /** Shows only the icon. The label is the accessible name and the tooltip. */
  readonly isIconOnly?: boolean;
  readonly hasIcon?: boolean;
  /**
   * Shown instead of the label where the context makes it clear. The label remains the accessible
   * name.
   */
  readonly text?: string;
}

/** Variants that may be narrower than their labels. */
const NARROW: ReadonlySet<ButtonProps['look']> = new Set(['slot', 'compact', 'call']);

/** A button that shows an action and runs it. */
export function ActionButton({
  action,
  isIconOnly = false,
  hasIcon = true,
  text,
  ...looks
}: ActionButtonProps): ReactNode {
  const actions = useWindowActions();
  if (action === undefined) {
    return null;
  }
  const { label, name, icon: Icon, shortcut, isBusy, reason } = action;
  return (
    <Button
      {...looks}
      icon={hasIcon && Icon !== undefined && <Icon aria-hidden />}
      {...((isIconOnly || text !== undefined) && { label })}
      {...(NARROW.has(looks.look) && { hint: label })}
      shortcut={shortcut && shortcutFor(shortcut)}
      isBusy={isBusy}
      reason={reason}
      onPress={() => runAction(actions, action)}
    >
      {isIconOnly ? undefined : (text ?? <Label text={label} name={name} />)}
    </Button>
  );
}
