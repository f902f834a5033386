import { Trash2, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { classNames } from '../../ui/class-names';
import styles from './Recording.module.css';

/** What became of the deletion of a call's recording; nothing where none was asked for. */
export function DeletionMark({ call }: { readonly call: Pick<Call, 'deletion'> }): ReactNode {
  const { deletion } = call;
  if (deletion === undefined) {
    return null;
  }
  const isStillThere = deletion === 'still-there';
  return (
    <span className={classNames(styles.deletion, isStillThere && styles.isStillThere)}>
      {isStillThere ? <TriangleAlert aria-hidden /> : <Trash2 aria-hidden />}
      {en.recordings.deletions[deletion]}
    </span>
  );
}
