import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { DeletionMark } from '../recording/DeletionMark';
import styles from './CallPanel.module.css';
import { StaleMark } from './StaleMark';

/** Marks besides the state of the call. */
export function CallNotes({ call }: { readonly call: Call }): ReactNode {
  return (
    <div className={styles.notes}>
      {call.deletion !== undefined && (
        <p className={styles.note}>
          <DeletionMark call={call} />
        </p>
      )}
      <StaleMark call={call} />
    </div>
  );
}
