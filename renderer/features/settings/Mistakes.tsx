import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { FieldMistake } from '../../../contract/settings';
import { fieldText } from './field-text';
import styles from './Settings.module.css';

/** The mistakes in a profile, by field. */
export function Mistakes({ mistakes }: { readonly mistakes: readonly FieldMistake[] }): ReactNode {
  return (
    <div role="alert" className={styles.bad}>
      <div>
        <p>
          <strong>{en.settings.mistakes}</strong>
        </p>
        <ul>
          {mistakes.map(({ field, message }) => (
            <li key={field}>{field === '' ? message : `${nameOf(field)}: ${message}`}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function nameOf(field: string): string {
  const [section = '', ...path] = field.split('.');
  const { label } = fieldText(section, path.join('.'));
  return label === '' ? field : `${label} (${field})`;
}
