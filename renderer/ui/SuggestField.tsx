import { Star } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { en } from '../../contract/locale/en';
import styles from './Fields.module.css';
import { Name } from './Name';

export interface Suggestion {
  /** The value of the field when it is selected. */
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly isFavorite?: boolean;
}

export interface SuggestFieldProps {
  readonly label: string;
  /** The name of the list of suggestions. */
  readonly listLabel: string;
  readonly value: string;
  readonly maxLength: number;
  /** The suggestions for the typed text. */
  readonly suggestions: readonly Suggestion[];
  readonly onChange: (value: string) => void;
}

/**
 * A text field with a list of suggestions below it. The focus stays in the field. The arrow keys
 * move to a suggestion, and Enter or a press selects it.
 */
export function SuggestField(props: SuggestFieldProps): ReactNode {
  const { label, listLabel, value, maxLength, suggestions, onChange } = props;
  const listId = useId();
  const [pointedAt, setPointedAt] = useState<string>();
  const at = suggestions.findIndex((suggestion) => suggestion.value === pointedAt);

  function take(suggestion: Suggestion): void {
    onChange(suggestion.value);
    setPointedAt(undefined);
  }

  function pressKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const pointed = suggestions[at];
    if (step !== undefined && suggestions.length > 0) {
      event.preventDefault();
      const from = at === -1 && step === -1 ? 0 : at;
      const next = suggestions[(from + step + suggestions.length) % suggestions.length];
      setPointedAt(next?.value);
    } else if (event.key === 'Enter' && pointed !== undefined) {
      event.preventDefault();
      take(pointed);
    }
  }

  return (
    <div className={styles.field}>
      <label className={styles.field}>
        <span className={styles.label}>{label}</span>
        <input
          type="text"
          role="combobox"
          className={styles.input}
          autoComplete="off"
          spellCheck={false}
          maxLength={maxLength}
          aria-autocomplete="list"
          aria-expanded={suggestions.length > 0}
          aria-controls={suggestions.length > 0 ? listId : undefined}
          aria-activedescendant={at === -1 ? undefined : `${listId}-${String(at)}`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={pressKey}
        />
      </label>
      {suggestions.length > 0 && (
        <ul id={listId} role="listbox" aria-label={listLabel} className={styles.suggestions}>
          {suggestions.map((suggestion, index) => (
            <li
              key={suggestion.value}
              id={`${listId}-${String(index)}`}
              ref={index === at ? scrollIntoSight : undefined}
              role="option"
              aria-selected={index === at}
              className={styles.suggestion}
              // The focus stays in the field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(suggestion)}
            >
              <span>
                {suggestion.isFavorite === true && (
                  <Star role="img" aria-label={en.contacts.favorite} className={styles.star} />
                )}
                <Name text={suggestion.label} />
              </span>
              {suggestion.detail !== undefined && (
                <span className={styles.detail}>
                  <Name text={suggestion.detail} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function scrollIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
