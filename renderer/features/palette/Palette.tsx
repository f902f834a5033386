import { Search } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { MAX_SEARCH } from '../../../contract/search-limit';
import { listTypedNumber } from '../../actions/people-actions';
import { listActions } from '../../actions/registry';
import { runAction, type WindowAction } from '../../actions/window-action';
import { useWindowActions, useWindowState } from '../../state/window-context';
import { dialogEvents } from '../../ui/dialog-events';
import { useModal } from '../../ui/use-modal';
import styles from './Palette.module.css';
import { PaletteOption } from './PaletteOption';
import { searchActions } from './search-actions';

/** The maximum number of displayed results, since there may be a thousand people. */
const MAX_DRAWN = 40;

/** Finds actions and people by typing. */
export function Palette(): ReactNode {
  const dialog = useWindowState((state) => state.dialog);
  return dialog?.kind === 'palette' ? <OpenPalette /> : null;
}

function OpenPalette(): ReactNode {
  const actions = useWindowActions();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [pointedKey, setPointedKey] = useState<string>();
  const found = useFound(typed);
  const drawn = found.slice(0, MAX_DRAWN);
  // Enter runs the selected action, so it stays selected when others appear above it. If it disappears, none
  // is selected until the agent types or presses an arrow key.
  const first = drawn[0]?.key;
  if (pointedKey === undefined && first !== undefined) setPointedKey(first);
  const at = drawn.findIndex(({ key }) => key === pointedKey);
  useModal(dialog, field);

  function choose(action: WindowAction | undefined): void {
    if (action === undefined || action.reason !== undefined || action.isBusy) {
      return;
    }
    // Closed first, so that the focus is restored before the action moves it.
    flushSync(actions.closeDialog);
    runAction(actions, action);
  }

  function pressKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && drawn.length > 0) {
      event.preventDefault();
      const from = at === -1 && step === -1 ? 0 : at;
      setPointedKey(drawn[(from + step + drawn.length) % drawn.length]?.key);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(drawn[at]);
    }
  }

  return createPortal(
    <dialog
      ref={dialog}
      aria-modal="true"
      aria-label={en.palette.title}
      className={styles.dialog}
      {...dialogEvents(actions.closeDialog)}
      onClick={(event) => {
        // A press outside the dialog's content is on the backdrop.
        if (event.target === event.currentTarget) {
          actions.closeDialog();
        }
      }}
    >
      <div className={styles.content}>
        <div className={styles.search}>
          <Search aria-hidden />
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-label={en.palette.search}
            aria-autocomplete="list"
            aria-expanded={drawn.length > 0}
            aria-controls={listId}
            aria-activedescendant={at === -1 ? undefined : optionId(listId, at)}
            placeholder={en.palette.search}
            autoComplete="off"
            spellCheck={false}
            maxLength={MAX_SEARCH}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setPointedKey(undefined);
            }}
            onKeyDown={pressKey}
          />
        </div>
        <ul id={listId} role="listbox" aria-label={en.palette.results} className={styles.options}>
          {drawn.map((action, index) => (
            <PaletteOption
              key={action.key}
              id={optionId(listId, index)}
              action={action}
              isPointedAt={index === at}
              onChoose={() => choose(action)}
            />
          ))}
        </ul>
        <Rest count={found.length - drawn.length} isNothing={drawn.length === 0} typed={typed} />
      </div>
    </dialog>,
    document.body,
  );
}

function optionId(listId: string, index: number): string {
  return `${listId}-${String(index)}`;
}

function useFound(typed: string): WindowAction[] {
  const state = useWindowState((whole) => whole);
  return useMemo(() => {
    const { snapshot } = state;
    const possible = listActions(state).filter(({ id }) => id !== 'palette');
    const numbers = snapshot === undefined ? [] : listTypedNumber(snapshot, typed);
    const listed = new Set(possible.map(({ key }) => key));
    return [...searchActions(possible, typed), ...numbers.filter(({ key }) => !listed.has(key))];
  }, [state, typed]);
}

interface RestProps {
  /** The number of results that are not displayed. */
  readonly count: number;
  readonly isNothing: boolean;
  readonly typed: string;
}

function Rest({ count, isNothing, typed }: RestProps): ReactNode {
  return (
    <p role="status" className={styles.rest}>
      {isNothing && format(en.palette.nothing, { typed })}
      {count > 0 && format(en.palette.more, { count })}
    </p>
  );
}
