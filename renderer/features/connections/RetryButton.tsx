import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { vendorName } from '../../../contract/locale/vendor-name';
import type { Connection } from '../../../contract/snapshot';
import { retryConnection } from '../../state/requests';
import { useIsUnderWay, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';

/** Connects again where nothing else will; nothing while the connection comes back without help. */
export function RetryButton({ connection }: { readonly connection: Connection }): ReactNode {
  const { vendor, state } = connection;
  const request = retryConnection(vendor);
  const isBusy = useIsUnderWay(request);
  const { send } = useWindowActions();
  return state === 'signed-out' || state === 'error' ? (
    <Button isBusy={isBusy} onPress={() => send(request, vendorName(vendor))}>
      {en.window.tryAgain}
    </Button>
  ) : null;
}
