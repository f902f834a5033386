import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../../contract/errors';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import styles from './HistoryAlert.module.css';

export interface HistoryAlertProps {
  readonly what: keyof typeof en.history.failures;
  readonly error: AppError;
}

/** A failed action, with the error's detail. */
export function HistoryAlert({ what, error: { detail } }: HistoryAlertProps): ReactNode {
  return (
    <p role="alert" className={styles.alert}>
      <CircleAlert aria-hidden />
      <span>
        {en.history.failures[what]}{' '}
        {detail !== undefined && format(en.window.errorDetail, { detail })}
      </span>
    </p>
  );
}
