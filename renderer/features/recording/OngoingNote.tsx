import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { Recording } from '../../../contract/recording';
import styles from './Recording.module.css';

/**
 * Explains what deleting does to a recording in progress. Renders nothing for one that has ended.
 */
export function OngoingNote({ recording }: { readonly recording: Recording }): ReactNode {
  const { isOngoing, isStoppedFirst } = recording;
  return isOngoing ? (
    <p className={styles.warning}>
      {isStoppedFirst === true ? en.window.stoppedFirst : en.window.stillRecorded}
    </p>
  ) : null;
}
