import { LoaderCircle } from 'lucide-react';
import { useId, type ReactNode, type Ref } from 'react';
import base from './Button.module.css';
import looks from './ButtonLooks.module.css';
import tooltips from './ButtonTooltip.module.css';
import callLooks from './CallButton.module.css';
import { classNames } from './class-names';
import { isolateNumbers, WithNumbers } from './Numbers';
import { usePress } from './use-press';

export interface ButtonShortcut {
  readonly text: string;
  /** As `aria-keyshortcuts` wants it. */
  readonly ariaKeys: string;
}

/** A menu or a part of the page that a button opens and closes. */
export interface ButtonOpens {
  readonly what: 'menu' | 'part';
  readonly id: string;
  readonly isOpen: boolean;
}

export interface ButtonProps {
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  /** Read instead of the content, where the content alone does not say enough. */
  readonly label?: string;
  readonly look?:
    | 'plain'
    | 'quiet'
    /** Its icon alone; the name is a tooltip. */
    | 'icon'
    /** As `icon`, for what takes something away: red once it is meant. */
    | 'icon-danger'
    | 'primary'
    | 'compact'
    /** One of the three large ones of a call, and one of the row below them. */
    | 'call'
    | 'slot'
    /** Of the call bar: an icon alone, in the colors of a call's button. */
    | 'bar'
    | 'key'
    | 'danger'
    | 'quiet-danger'
    | 'discreet-danger';
  /** Lit in the color of what it ends, a call that is muted or on hold, or of what it begins. */
  readonly lit?: 'muted' | 'held' | 'answer' | 'reject' | 'hang-up' | 'open' | false;
  /** Its action is under way. */
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  /** Shown with the keys where its text may not fit. */
  readonly hint?: string;
  /** Why it cannot be used, shown on hover and focus and announced by screen readers. */
  readonly reason?: string | undefined;
  /** The keys that do the same: shown on hover and on focus, where there is no reason to show. */
  readonly shortcut?: ButtonShortcut | undefined;
  /** The element that says what pressing it does beyond its name. */
  readonly describedBy?: string | undefined;
  /** What it opens and closes. */
  readonly opens?: ButtonOpens;
  /** It has only just come to mean this: a press that begins now was meant for what was here before. */
  readonly isSettling?: boolean;
  /** Enter in a field of the same form presses it. */
  readonly isDefault?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onPress: () => void;
}

/** What a class may look like in each of the sheets: the last one wins. */
const SHEETS = [base, looks, callLooks, tooltips];

function styleOf(...names: readonly (string | false)[]): string {
  return classNames(
    ...names.flatMap((name) => (name === false ? [] : SHEETS.map((sheet) => sheet[name]))),
  );
}

/**
 * A button that keeps the focus while it is disabled or busy (`aria-disabled` instead of `disabled`),
 * so that the keyboard does not lose its place when an action is under way.
 */
export function Button({
  children,
  icon,
  label,
  hint,
  look = 'plain',
  lit = false,
  isBusy = false,
  isDisabled = false,
  reason,
  shortcut,
  describedBy,
  opens,
  isSettling = false,
  isDefault = false,
  ref,
  onPress,
}: ButtonProps): ReactNode {
  const reasonId = useId();
  const isIcon = look === 'icon' || look === 'icon-danger' || look === 'bar';
  const hints = [isIcon ? label : hint, shortcut?.text].filter(Boolean).join('  ');
  const isUnusable = isBusy || isDisabled || reason !== undefined;
  const { onClick, ...press } = usePress(isUnusable || isSettling ? undefined : onPress);
  return (
    <span className={styleOf('wrapper', `${look}Wrapper`)}>
      <button
        type={isDefault ? 'submit' : 'button'}
        ref={ref}
        className={styleOf('button', look, lit, isSettling && 'isSettling')}
        aria-label={label}
        aria-disabled={isUnusable || undefined}
        aria-busy={isBusy || undefined}
        aria-keyshortcuts={shortcut?.ariaKeys}
        aria-describedby={reason === undefined ? describedBy : reasonId}
        aria-haspopup={opens?.what === 'menu' ? 'menu' : undefined}
        aria-expanded={opens?.isOpen}
        aria-controls={opens?.isOpen === true ? opens.id : undefined}
        // The browser closes an open menu by itself, and must know that this button is part of it.
        popoverTarget={opens?.what === 'menu' && opens.isOpen ? opens.id : undefined}
        {...press}
        onClick={(event) => {
          // Left to itself, the browser would send the form, or close the menu that is just opening.
          if (isDefault || opens?.isOpen === false) {
            event.preventDefault();
          }
          onClick(event);
        }}
      >
        {isBusy ? <LoaderCircle className={base.spinner} aria-hidden /> : icon}
        {children !== undefined && <span>{children}</span>}
      </button>
      {reason !== undefined && (
        <span role="tooltip" id={reasonId} className={tooltips.tooltip}>
          <WithNumbers text={reason} />
        </span>
      )}
      {reason === undefined && hints !== '' && (
        <span
          aria-hidden
          className={classNames(tooltips.tooltip, tooltips.hint)}
          data-hint={isolateNumbers(hints)}
        />
      )}
    </span>
  );
}
