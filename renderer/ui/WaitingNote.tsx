import type { ReactNode } from 'react';
import styles from './WaitingNote.module.css';

/** A small note of what will change once the agent's pointer and focus are elsewhere, such as "1 joined". */
export function WaitingNote({ text }: { readonly text: string | undefined }): ReactNode {
  return text === undefined ? null : <span className={styles.note}>{text}</span>;
}
