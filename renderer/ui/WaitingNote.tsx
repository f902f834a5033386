import type { ReactNode } from 'react';
import styles from './WaitingNote.module.css';

/**
 * A short note of changes that will be shown once the pointer and the focus are elsewhere, such as
 * "1 joined".
 */
export function WaitingNote({ text }: { readonly text: string | undefined }): ReactNode {
  return text === undefined ? null : <span className={styles.note}>{text}</span>;
}
