import { LoaderCircle } from 'lucide-react';
import { useId, type ReactNode, type Ref } from 'react';
import { en } from '../../contract/locale/en';
import { isolateNumbers } from '../../contract/numbers-in-text';
import base from './Button.module.css';
import looks from './ButtonLooks.module.css';
import tooltips from './ButtonTooltip.module.css';
import callLooks from './CallButton.module.css';
import { classNames } from './class-names';
import { WithNumbers } from './Numbers';
import { useEarlyPress } from './use-early-press';
import { usePress } from './use-press';

export interface ButtonShortcut {
  readonly text: string;
  /** In the notation of `aria-keyshortcuts`. */
  readonly ariaKeys: string;
}

/** A menu or panel that a button opens and closes. */
export interface ButtonOpens {
  readonly what: 'menu' | 'part';
  readonly id: string;
  readonly isOpen: boolean;
}

export interface ButtonProps {
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  /** The accessible name, if the content alone is not sufficient. */
  readonly label?: string;
  readonly look?:
    | 'plain'
    | 'quiet'
    /** Only the icon; the name is a tooltip. */
    | 'icon'
    /** Like `icon`, for removing something: red on hover and focus. */
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
  /** Highlighted in the color of the state that it ends (muted or on hold) or starts. */
  readonly lit?: 'muted' | 'held' | 'answer' | 'reject' | 'hang-up' | 'open' | false;
  /** Whether its action is under way. */
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  /** Shown in the tooltip with the keys, if the text may be truncated. */
  readonly hint?: string;
  /** Why it is disabled, shown on hover and focus and announced by screen readers. */
  readonly reason?: string | undefined;
  /** Its shortcut, shown on hover and focus unless a reason is shown. */
  readonly shortcut?: ButtonShortcut | undefined;
  /** The id of the element that describes the button. */
  readonly describedBy?: string | undefined;
  /** The menu or panel that it opens and closes. */
  readonly opens?: ButtonOpens;
  /** Whether its meaning has just changed, so that a press may be meant for the previous one. */
  readonly isSettling?: boolean;
  /** Whether Enter in a field of the same form presses it. */
  readonly isDefault?: boolean;
  /** For a button that takes the place of another with the same id. */
  readonly id?: string | undefined;
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
  id,
  ref,
  onPress,
}: ButtonProps): ReactNode {
  const reasonId = useId();
  const isIcon = look === 'icon' || look === 'icon-danger' || look === 'bar';
  const hints = [isIcon ? label : hint, shortcut?.text].filter(Boolean).join('  ');
  const isUnusable = isBusy || isDisabled || reason !== undefined;
  const { isEarly, press: pressInTime } = useEarlyPress(isSettling, onPress);
  const { onClick, ...press } = usePress(isUnusable ? undefined : pressInTime);
  return (
    <span
      className={styleOf('wrapper', `${look}Wrapper`)}
      onClick={(event) => {
        // The button lets presses through while it settles.
        if (isSettling && !isUnusable && event.target === event.currentTarget) pressInTime();
      }}
    >
      <button
        type={isDefault ? 'submit' : 'button'}
        id={id}
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
        // The browser closes an open menu on outside presses, and must know that this button
        // belongs to it.
        popoverTarget={opens?.what === 'menu' && opens.isOpen ? opens.id : undefined}
        {...press}
        onClick={(event) => {
          // Otherwise the browser would submit the form, or close the menu that is just opening.
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
      {isEarly && (
        <span role="alert" className={classNames(tooltips.tooltip, tooltips.isShown)}>
          {en.window.pressedEarly}
        </span>
      )}
      {reason === undefined && hints !== '' && !isEarly && (
        <span
          aria-hidden
          className={classNames(tooltips.tooltip, tooltips.hint)}
          data-hint={isolateNumbers(hints)}
        />
      )}
    </span>
  );
}
