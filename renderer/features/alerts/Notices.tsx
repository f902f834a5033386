import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { joinSentences } from '../../../contract/locale/join-sentences';
import { describeError } from '../../state/error-text';
import { useSnapshot } from '../../state/window-context';
import { classNames } from '../../ui/class-names';
import styles from './Alerts.module.css';

/** Things to know that have nothing to do with any call, such as a keyring that cannot be used. */
export function Notices(): ReactNode {
  const notices = useSnapshot((snapshot) => snapshot.notices) ?? [];
  return notices.map((notice) => {
    const text = joinSentences(describeError(notice));
    return (
      <div key={text} role="note" className={classNames(styles.message, styles.notice)}>
        <Info aria-hidden className={styles.icon} />
        <p className={styles.words}>{text}</p>
      </div>
    );
  });
}
