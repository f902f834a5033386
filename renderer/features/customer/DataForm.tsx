import { useEffect, useRef, useState, type ReactNode } from 'react';
import { MAX_DATA_KEY, MAX_DATA_VALUE } from '../../../contract/call-limits';
import { en } from '../../../contract/locale/en';
import type { WindowAction } from '../../actions/window-action';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Fields';
import { Name } from '../../ui/Name';
import { ActionButton } from '../actions/ActionButton';
import styles from './Customer.module.css';

interface DataFormProps {
  /** The key to change. If absent, the form asks for one. */
  readonly dataKey?: string;
  readonly value: string;
  /** Other values can only be deleted. */
  readonly canChangeValue?: boolean;
  readonly deletion?: WindowAction | undefined;
  readonly onSave: (key: string, value: string) => void;
  readonly onCancel: () => void;
}

/** Edits or adds data in place. The focus starts in the form. Enter saves, and Escape cancels. */
export function DataForm(props: DataFormProps): ReactNode {
  const { dataKey, value, canChangeValue = true, deletion, onSave, onCancel } = props;
  const form = useRef<HTMLFormElement>(null);
  const [typedKey, setTypedKey] = useState(dataKey ?? '');
  const [typedValue, setTypedValue] = useState(value);
  const key = typedKey.trim();
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, []);
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
          maxLength={MAX_DATA_KEY}
          onChange={setTypedKey}
        />
      ) : (
        <span className={styles.editedKey}>
          <Name text={dataKey} />
        </span>
      )}
      {canChangeValue && (
        <TextField
          label={en.actions.dataValue}
          value={typedValue}
          maxLength={MAX_DATA_VALUE}
          onChange={setTypedValue}
        />
      )}
      <div className={styles.formButtons}>
        {canChangeValue && (
          <Button
            look="primary"
            isDefault
            isDisabled={key === ''}
            onPress={() => onSave(key, typedValue)}
          >
            {en.actions.save}
          </Button>
        )}
        <Button onPress={onCancel}>{en.window.cancel}</Button>
        {deletion !== undefined && (
          <span className={styles.end}>
            <ActionButton look="discreet-danger" action={deletion} text={en.actions.delete} />
          </span>
        )}
      </div>
    </form>
  );
}
