import { LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../../contract/errors';
import { en } from '../../../contract/locale/en';
import { describeError } from '../../../contract/locale/describe-error';
import styles from './Recording.module.css';

export function LookingUp(): ReactNode {
  return (
    <p className={styles.searching}>
      <LoaderCircle aria-hidden />
      {en.window.lookingUp}
    </p>
  );
}

export function LookUpFailed({ error }: { readonly error: AppError }): ReactNode {
  return (
    <>
      <p className={styles.warning}>{en.window.lookUpFailed}</p>
      {describeError(error, { hasCodes: true }).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}
