import { useId, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Fields.module.css';
import { keysOfPress } from './keys-of-press';

interface KeysFieldProps {
  readonly label: string;
  /** Undefined if none are set. */
  readonly keys: string | undefined;
  readonly placeholder: string;
  /** Why the keys do not work. */
  readonly mistake: string | undefined;
  /** Called with the pressed keys, or without any if they were deleted. */
  readonly onChange: (keys: string | undefined) => void;
}

/**
 * A field that records the keys pressed in it. Keys that move the focus or close a dialog keep
 * working.
 */
export function KeysField(props: KeysFieldProps): ReactNode {
  const { label, keys, placeholder, mistake, onChange } = props;
  const mistakeId = useId();

  function take(event: KeyboardEvent): void {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (isPlain && (event.key === 'Backspace' || event.key === 'Delete')) {
      if (keys !== undefined) onChange(undefined);
      return;
    }
    const pressed = keysOfPress(event.nativeEvent);
    // A key that is held down counts as one press.
    if (event.repeat || pressed === undefined || (isPlain && !/F\d/.test(pressed))) return;
    event.preventDefault();
    onChange(pressed);
  }

  return (
    <div className={styles.field}>
      <label className={styles.field}>
        <span className={styles.label}>{label}</span>
        <input
          type="text"
          readOnly
          className={styles.input}
          placeholder={placeholder}
          value={keys ?? ''}
          aria-invalid={mistake !== undefined || undefined}
          aria-describedby={mistake === undefined ? undefined : mistakeId}
          onKeyDown={take}
        />
      </label>
      {mistake !== undefined && (
        <span id={mistakeId} role="alert" className={styles.mistake}>
          {mistake}
        </span>
      )}
    </div>
  );
}
