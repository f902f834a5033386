import type { ReactNode } from 'react';
import { pick, useAppActions } from '../../actions/use-actions';
import { ActionButton } from '../actions/ActionButton';
import styles from './Tools.module.css';

/** What is always at hand, whatever call there is. */
export function Tools(): ReactNode {
  const actions = useAppActions();
  return (
    <header className={styles.tools}>
      <ActionButton action={pick(actions, 'dial')} look="quiet" />
      <ActionButton action={pick(actions, 'history')} look="quiet" />
      <ActionButton action={pick(actions, 'palette')} look="quiet" />
    </header>
  );
}
