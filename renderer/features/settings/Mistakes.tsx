import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { FieldMistake } from '../../../contract/settings';
import { fieldText, toSentence } from './field-text';
import styles from './Outcome.module.css';

interface MistakesProps {
  readonly title?: string;
  readonly mistakes: readonly FieldMistake[];
}

/** The mistakes in a profile or a link, by field. */
export function Mistakes({ title = en.settings.mistakes, mistakes }: MistakesProps): ReactNode {
  return (
    <div role="alert" className={styles.bad}>
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        <ul>
          {mistakes.map(({ field, message }) => (
            <li key={field}>
              {field === '' ? toSentence(message) : `${nameOf(field)}: ${message}`}
            </li>
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
