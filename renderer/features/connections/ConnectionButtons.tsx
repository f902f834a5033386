import type { ReactNode } from 'react';
import type { Connection } from '../../../contract/snapshot';
import { useConnectionActions } from '../../actions/use-actions';
import { ActionButton } from '../actions/ActionButton';
import styles from './Connections.module.css';

/** Opens the settings or connects again. Not shown while Sidetone reconnects automatically. */
export function ConnectionButtons({ connection }: { readonly connection: Connection }): ReactNode {
  const actions = useConnectionActions(connection);
  return (
    actions.length > 0 && (
      <span className={styles.buttons}>
        {actions.map((action) => (
          <ActionButton key={action.key} action={action} hasIcon={false} />
        ))}
      </span>
    )
  );
}
