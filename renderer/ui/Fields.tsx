import { useId, type ReactNode } from 'react';
import styles from './Fields.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** A hint about the expected value, or what is wrong with it. */
  readonly hint?: string | undefined;
  /** Why the value cannot be used. */
  readonly mistake?: string | undefined;
  readonly placeholder?: string | undefined;
  /** Whether the text is hidden. */
  readonly isSecret?: boolean;
  readonly isRequired?: boolean;
  readonly onChange: (value: string) => void;
}

export function TextField(props: TextFieldProps): ReactNode {
  const { label, value, maxLength, hint, mistake, placeholder, onChange } = props;
  const { isSecret = false, isRequired = false } = props;
  const hintId = useId();
  const shownHint = mistake ?? hint;
  return (
    <div className={styles.field}>
      <label className={styles.field}>
        <span className={styles.label}>{label}</span>
        <input
          type={isSecret ? 'password' : 'text'}
          placeholder={placeholder}
          aria-required={isRequired || undefined}
          aria-invalid={mistake !== undefined || undefined}
          className={styles.input}
          autoComplete="off"
          spellCheck={false}
          maxLength={maxLength}
          aria-describedby={shownHint === undefined ? undefined : hintId}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {/* Outside the label, so that it does not become part of the name. */}
      {shownHint !== undefined && (
        <span id={hintId} className={mistake === undefined ? styles.detail : styles.mistake}>
          {shownHint}
        </span>
      )}
    </div>
  );
}

/** For several lines. */
export function TextArea(props: TextFieldProps): ReactNode {
  const { label, value, maxLength, hint, mistake, onChange } = props;
  const hintId = useId();
  const shownHint = mistake ?? hint;
  return (
    <div className={styles.field}>
      <label className={styles.field}>
        <span className={styles.label}>{label}</span>
        <textarea
          className={styles.input}
          rows={3}
          maxLength={maxLength}
          aria-invalid={mistake !== undefined || undefined}
          aria-describedby={shownHint === undefined ? undefined : hintId}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {shownHint !== undefined && (
        <span id={hintId} className={mistake === undefined ? styles.detail : styles.mistake}>
          {shownHint}
        </span>
      )}
    </div>
  );
}

interface CheckboxProps {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

export function Checkbox({ label, detail, isChecked, onChange }: CheckboxProps): ReactNode {
  const detailId = useId();
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={isChecked}
        aria-describedby={detail === undefined ? undefined : detailId}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={styles.words}>
        <span>{label}</span>
        {detail !== undefined && (
          <span id={detailId} aria-hidden className={styles.detail}>
            {detail}
          </span>
        )}
      </span>
    </label>
  );
}

interface TimeFieldProps {
  readonly label: string;
  /** `HH:MM`. */
  readonly value: string;
  /** Called only with complete times. */
  readonly onChange: (value: string) => void;
}

export function TimeField({ label, value, onChange }: TimeFieldProps): ReactNode {
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <input
        type="time"
        className={styles.input}
        required
        defaultValue={value}
        onChange={({ target }) => {
          if (target.value !== '') onChange(target.value);
        }}
      />
    </label>
  );
}

/** A choice of one of several options. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly detail?: ReactNode;
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Empty while no option is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SelectField({ label, choices, value, onChange }: ChoiceFieldProps): ReactNode {
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <select
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

export function RadioField({ label, choices, value, onChange }: ChoiceFieldProps): ReactNode {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span className={styles.words}>
            <span>{choice.label}</span>
            {choice.detail !== undefined && <span className={styles.detail}>{choice.detail}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
