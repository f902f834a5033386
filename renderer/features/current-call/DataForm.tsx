import { useEffect, useRef, useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Fields';
import styles from './AttachedData.module.css';

const MAX_KEY = 200;
const MAX_VALUE = 4_000;

interface DataFormProps {
  /** What is changed; asked for when absent. */
  readonly dataKey?: string;
  readonly value: string;
  readonly onSave: (key: string, value: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a piece of data in its place. The focus starts in it; Enter saves and Escape cancels. */
export function DataForm({ dataKey, value, onSave, onCancel }: DataFormProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  const [typedKey, setTypedKey] = useState(dataKey ?? '');
  const [typedValue, setTypedValue] = useState(value);
  const key = typedKey.trim();
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          onCancel();
        }
      }}
    >
      {dataKey === undefined ? (
        <TextField
          label={en.actions.dataName}
          value={typedKey}
          maxLength={MAX_KEY}
          onChange={setTypedKey}
        />
      ) : (
        <span className={styles.key}>{dataKey}</span>
      )}
      <TextField
        label={en.actions.dataValue}
        value={typedValue}
        maxLength={MAX_VALUE}
        onChange={setTypedValue}
      />
      <div className={styles.formButtons}>
        <Button
          look="primary"
          isDefault
          isDisabled={key === ''}
          onPress={() => onSave(key, typedValue)}
        >
          {en.actions.save}
        </Button>
        <Button onPress={onCancel}>{en.window.cancel}</Button>
      </div>
    </form>
  );
}
