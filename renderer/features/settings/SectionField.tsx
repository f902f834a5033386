import type { ReactNode } from 'react';
import { MAX_FIELD_LENGTH } from '../../../contract/profile-limits';
import { en } from '../../../contract/locale/en';
import type { FieldValue, SettingsField } from '../../../contract/settings';
import { Checkbox, SelectField, TextArea, TextField } from '../../ui/Fields';
import { fieldText, toSentence } from './field-text';

const MAX_LINES_LENGTH = 10_000;

interface SectionFieldProps {
  readonly section: string;
  readonly field: SettingsField;
  /** As it was typed. */
  readonly value: string | boolean;
  readonly isStored: boolean;
  readonly mistake: string | undefined;
  readonly onChange: (value: string | boolean) => void;
}

/** One field of the profile. */
export function SectionField(props: SectionFieldProps): ReactNode {
  const { section, field, value, isStored, mistake, onChange } = props;
  const { label, help, choices: words = {} } = fieldText(section, field.path);
  const text = typeof value === 'string' ? value : '';
  const common = {
    label,
    value: text,
    mistake: mistake && toSentence(mistake),
    isRequired: field.isRequired,
    onChange,
  };
  switch (field.kind) {
    case 'switch':
      return (
        <Checkbox label={label} detail={help} isChecked={value === true} onChange={onChange} />
      );
    case 'choice':
      return (
        <SelectField
          label={label}
          choices={listChoices(field).map((choice) => ({
            value: choice,
            label: words[choice] ?? choice,
          }))}
          value={text === '' ? fallbackOf(field.fallback) : text}
          onChange={onChange}
        />
      );
    case 'secret':
      return (
        <TextField
          {...common}
          maxLength={MAX_FIELD_LENGTH}
          isSecret
          placeholder={isStored ? en.settings.stored : undefined}
          hint={isStored ? en.settings.storedHint : help}
        />
      );
    case 'lines':
      return <TextArea {...common} maxLength={MAX_LINES_LENGTH} hint={help} />;
    case 'rows':
      return (
        <TextArea {...common} maxLength={MAX_LINES_LENGTH} hint={help ?? en.settings.rowsHint} />
      );
    case 'text':
      return <TextField {...common} maxLength={MAX_FIELD_LENGTH} hint={help} />;
  }
}

function listChoices({ choices = [], isRequired, fallback }: SettingsField): readonly string[] {
  return isRequired || fallback !== undefined ? choices : ['', ...choices];
}

function fallbackOf(fallback: FieldValue | undefined): string {
  return typeof fallback === 'string' ? fallback : '';
}
