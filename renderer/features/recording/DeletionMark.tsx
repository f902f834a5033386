import { Trash2, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { classNames } from '../../ui/class-names';
import styles from './Recording.module.css';

/** The state of the deletion of a call's recording. Renders nothing if none was requested. */
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
