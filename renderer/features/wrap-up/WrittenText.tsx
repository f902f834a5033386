import type { ReactNode } from 'react';
import type { WrapUp } from '../../../contract/wrap-up';
import { Name } from '../../ui/Name';
import styles from './WrapUp.module.css';

/** What was written about a call, in a few lines: the outcome, and the beginning of the note. */
export function WrittenText({ wrapUp }: { readonly wrapUp: WrapUp }): ReactNode {
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
