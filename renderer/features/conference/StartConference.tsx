import type { ReactNode } from 'react';
import { pick, useAppActions } from '../../actions/use-actions';
import { ActionButton } from '../actions/ActionButton';
import styles from './Conference.module.css';

/** Creates a conference or finds one to watch, while none goes on. */
export function StartConference(): ReactNode {
  const actions = useAppActions();
  return (
    <div className={styles.row}>
      <ActionButton action={pick(actions, 'new-conference')} look="plain" />
      <ActionButton action={pick(actions, 'watch-conference')} look="quiet" />
    </div>
  );
}
