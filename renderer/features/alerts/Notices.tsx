import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { describeError } from '../../state/error-text';
import { useSnapshot } from '../../state/window-context';
import { classNames } from '../../ui/class-names';
import styles from './Alerts.module.css';

/** Things to know that have nothing to do with any call, such as a keyring that cannot be used. */
export function Notices(): ReactNode {
  const notices = useSnapshot((snapshot) => snapshot.notices) ?? [];
  return notices.map((notice) => (
    <div
      key={describeError(notice).join(' ')}
      role="note"
      className={classNames(styles.message, styles.notice)}
    >
      <Info aria-hidden className={styles.icon} />
      <p className={styles.words}>{describeError(notice).join(' ')}</p>
    </div>
  ));
}
