import type { ReactNode } from 'react';
import type { Line } from '../../../contract/call-model';
import { pick, useLineActions } from '../../actions/use-actions';
import { ActionButton } from '../actions/ActionButton';
import styles from './Conference.module.css';

/** Creates a conference or watches one, while none is active. */
export function StartConference({ line }: { readonly line: Line }): ReactNode {
  const actions = useLineActions(line);
  return (
    <div className={styles.row}>
      <ActionButton action={pick(actions, 'new-conference')} look="plain" />
      <ActionButton action={pick(actions, 'watch-conference')} look="quiet" />
    </div>
  );
}
