import { LoaderCircle } from 'lucide-react';
import { useId, type ReactNode, type Ref } from 'react';
import styles from './Button.module.css';
import { classNames } from './class-names';

export interface ButtonShortcut {
  readonly text: string;
  /** As `aria-keyshortcuts` wants it. */
  readonly ariaKeys: string;
}

export interface ButtonProps {
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  /** Read instead of the content, where the content alone does not say enough. */
  readonly label?: string;
  readonly look?: 'plain' | 'quiet' | 'toggle' | 'danger' | 'quiet-danger' | 'discreet-danger';
  /** Lit in the colour of what it ends: a call that is muted or on hold. */
  readonly lit?: 'muted' | 'held' | false;
  /** Its action is under way. */
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  /** Why it cannot be used, told on hover, on focus and to screen readers. */
  readonly reason?: string | undefined;
  /** The keys that do the same: shown on hover and on focus, where there is no reason to show. */
  readonly shortcut?: ButtonShortcut | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onPress: () => void;
}

/**
 * A button that keeps the focus while it is disabled or busy (`aria-disabled` instead of `disabled`),
 * so that the keyboard does not lose its place when an action is under way.
 */
export function Button({
  children,
  icon,
  label,
  look = 'plain',
  lit = false,
  isBusy = false,
  isDisabled = false,
  reason,
  shortcut,
  ref,
  onPress,
}: ButtonProps): ReactNode {
  const reasonId = useId();
  const isUnusable = isBusy || isDisabled || reason !== undefined;
  return (
    <span className={classNames(styles.wrapper, styles[`${look}Wrapper`])}>
      <button
        type="button"
        ref={ref}
        className={classNames(styles.button, styles[look], lit !== false && styles[lit])}
        aria-label={label}
        aria-disabled={isUnusable || undefined}
        aria-busy={isBusy || undefined}
        aria-keyshortcuts={shortcut?.ariaKeys}
        aria-describedby={reason === undefined ? undefined : reasonId}
        onClick={isUnusable ? undefined : onPress}
      >
        {isBusy ? <LoaderCircle className={styles.spinner} aria-hidden /> : icon}
        {children !== undefined && <span>{children}</span>}
      </button>
      {reason !== undefined && (
        <span role="tooltip" id={reasonId} className={styles.tooltip}>
          {reason}
        </span>
      )}
      {reason === undefined && shortcut !== undefined && (
        <span aria-hidden className={classNames(styles.tooltip, styles.hint)}>
          {shortcut.text}
        </span>
      )}
    </span>
  );
}
