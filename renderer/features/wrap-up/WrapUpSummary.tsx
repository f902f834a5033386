import type { ReactNode } from 'react';
import type { WrapUp } from '../../../contract/wrap-up';
import { Name } from '../../ui/Name';
import styles from './WrapUp.module.css';

/** The outcome and the beginning of the note of a call, in a few lines. */
export function WrapUpSummary({ wrapUp }: { readonly wrapUp: WrapUp }): ReactNode {
  const { note, outcome } = wrapUp;
  return (
    <>
      {outcome !== '' && (
        <span className={styles.outcome}>
          <Name text={outcome} />
        </span>
      )}
      {note !== '' && (
        <span className={styles.note}>
          <Name text={note} />
        </span>
      )}
    </>
  );
}
