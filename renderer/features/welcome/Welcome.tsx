import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { useSnapshot } from '../../state/window-context';
import card from '../../ui/Card.module.css';
import styles from './Welcome.module.css';

/** How to begin, for an agent who has no profile yet. */
export function Welcome(): ReactNode {
  const hasProfile = useSnapshot((snapshot) => snapshot.hasProfile) ?? true;
  if (hasProfile) {
    return null;
  }
  return (
    <div className={card.card}>
      <div className={styles.welcome}>
        <h2>{en.window.welcomeTitle}</h2>
        <p>{en.window.welcomeBody}</p>
        <p>{en.window.welcomeImport}</p>
        <code>sidetone --import-profile FILE</code>
        <p>{en.window.welcomeDemo}</p>
        <code>sidetone --demo</code>
      </div>
    </div>
  );
}
