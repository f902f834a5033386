import type { ReactNode } from 'react';
import type { Connection } from '../../../contract/snapshot';
import { pick, useConnectionActions } from '../../actions/use-actions';
import { ActionButton } from '../actions/ActionButton';

/** Connects again, or opens the settings. Not shown while Sidetone reconnects automatically. */
export function RetryButton({ connection }: { readonly connection: Connection }): ReactNode {
  const action = pick(useConnectionActions(connection), 'open-settings', 'retry-connection');
  return <ActionButton action={action} hasIcon={false} />;
}
