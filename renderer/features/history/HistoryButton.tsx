import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { shortcutFor } from '../../state/shortcuts';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';

/** Opens the history, where one is kept. */
export function HistoryButton(): ReactNode {
  const hasHistory = useSnapshot((snapshot) => snapshot.offers.history);
  const { openDialog } = useWindowActions();
  return hasHistory === true ? (
    <Button
      look="quiet"
      icon={<History aria-hidden />}
      shortcut={shortcutFor('history')}
      onPress={() => openDialog({ kind: 'history' })}
    >
      {en.history.open}
    </Button>
  ) : null;
}
