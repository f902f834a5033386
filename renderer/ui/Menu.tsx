import { Ellipsis } from 'lucide-react';
import {
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { Button, type ButtonProps, type ButtonShortcut } from './Button';
import styles from './Menu.module.css';

export interface MenuItem {
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly isBusy?: boolean;
  /** Why it is disabled. */
  readonly reason?: string | undefined;
  /** Its shortcut. */
  readonly shortcut?: ButtonShortcut | undefined;
  readonly onPress: () => void;
}

export interface MenuProps {
  /** The accessible name of the button. */
  readonly label: string;
  readonly look?: ButtonProps['look'];
  /** Whether the name is displayed on the button. */
  readonly isNamed?: boolean;
  /** Why it is disabled. */
  readonly reason?: string | undefined;
  /** The entries, rendered only while the menu is open. */
  readonly children: ReactNode;
}

/**
 * The gap between the button and the menu, and the minimum between the menu and the window's edge, in CSS
 * pixels.
 */
const GAP = 4;

/**
 * A button that opens a menu beside it. The menu is the browser's own popover, which is above everything,
 * cannot be cut off, and is closed by Escape and by a press anywhere else. It stays open if its button or row
 * moves: only the agent closes it.
 */
export function Menu({
  label,
  look = 'icon',
  isNamed = false,
  reason,
  children,
}: MenuProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = useCallback(() => setIsOpen(false), []);
  return (
    <>
      <Button
        ref={button}
        look={look}
        icon={<Ellipsis aria-hidden />}
        {...(!isNamed && { label })}
        reason={reason}
        opens={{ what: 'menu', id, isOpen }}
        onPress={() => setIsOpen(true)}
      >
        {isNamed ? label : undefined}
      </Button>
      {isOpen && (
        <MenuList id={id} label={label} button={button} onClose={close}>
          {children}
        </MenuList>
      )}
    </>
  );
}

interface MenuListProps extends Pick<MenuProps, 'label' | 'children'> {
  readonly id: string;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

function MenuList({ id, label, button, children, onClose }: MenuListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = list.current;
    const opener = button.current;
    if (element === null || opener === null) {
      return;
    }
    const focusFirst = (): void => itemsOf(element)[0]?.focus();
    element.showPopover();
    placeBeside(element, opener);
    focusFirst();
    const events = new AbortController();
    // When the agent scrolls, the button would move away from the menu.
    window.addEventListener('resize', onClose, events);
    window.addEventListener(
      'wheel',
      ({ target }) => {
        if (!(target instanceof Node && element.contains(target))) onClose();
      },
      { passive: true, signal: events.signal },
    );
    let isClosing = false;
    element.addEventListener(
      'beforetoggle',
      ({ newState }) => {
        isClosing = newState === 'closed';
      },
      events,
    );
    // The browser hides it, without an event, when its row is moved in the document.
    const moves = new MutationObserver(() => {
      if (isClosing || !element.isConnected || element.matches(':popover-open')) return;
      element.showPopover();
      focusFirst();
    });
    moves.observe(document.body, { childList: true, subtree: true });
    return () => {
      events.abort();
      moves.disconnect();
      hide(element);
    };
  }, [button, onClose]);

  function close(): void {
    hide(list.current);
    button.current?.focus();
    onClose();
  }

  return (
    <div
      ref={list}
      id={id}
      popover="auto"
      role="menu"
      aria-label={label}
      className={styles.menu}
      onToggle={(event) => {
        if (event.newState === 'closed') {
          onClose();
        }
      }}
      // Closed before the dialog of an entry is rendered, so that the focus returns to the button
      // first.
      onClick={(event) => {
        if (isUsableEntry(event.target)) {
          close();
        }
      }}
      onKeyDown={(event) => moveFocus(event, close)}
    >
      {children}
    </div>
  );
}

/** An entry of a menu, reached with the arrow keys. */
export function MenuEntry({
  label,
  icon,
  isBusy = false,
  reason,
  shortcut,
  onPress,
}: MenuItem): ReactNode {
  const labelId = useId();
  const reasonId = useId();
  const isUnusable = isBusy || reason !== undefined;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={styles.item}
      aria-disabled={isUnusable || undefined}
      aria-busy={isBusy || undefined}
      aria-labelledby={labelId}
      aria-keyshortcuts={shortcut?.ariaKeys}
      aria-describedby={reason === undefined ? undefined : reasonId}
      onClick={isUnusable ? undefined : onPress}
    >
      {icon}
      <span className={styles.words}>
        <span id={labelId}>{label}</span>
        {reason !== undefined && (
          <span id={reasonId} className={styles.reason}>
            {reason}
          </span>
        )}
      </span>
      {shortcut !== undefined && (
        <kbd aria-hidden className={styles.keys} data-keys={shortcut.text} />
      )}
    </button>
  );
}

/** A popover that the browser has already hidden must not be hidden again. */
function hide(menu: HTMLElement | null): void {
  if (menu?.matches(':popover-open') === true) {
    menu.hidePopover();
  }
}

function isUsableEntry(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest('[role="menuitem"]:not([aria-disabled])') !== null
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex((item) => item === document.activeElement);
  const next: Partial<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const target = next[event.key];
  if (target !== undefined) {
    event.preventDefault();
    items[target]?.focus();
  } else if (event.key === 'Tab') {
    event.preventDefault();
    close();
  }
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}

/** The position below the button, or above it if there is no room, aligned with its end and within the window. */
function placeBeside(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const fitsBelow = at.bottom + GAP + height <= window.innerHeight - GAP;
  const top = fitsBelow ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height);
  menu.style.top = `${String(top)}px`;
  const left = getComputedStyle(menu).direction === 'rtl' ? at.left : at.right - width;
  const farthest = window.innerWidth - GAP - width;
  menu.style.left = `${String(Math.max(GAP, Math.min(left, farthest)))}px`;
}
