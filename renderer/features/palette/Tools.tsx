import { Command, PhoneOutgoing } from 'lucide-react';
import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { whyNoDialing } from '../../state/people-actions';
import { shortcutFor } from '../../state/shortcuts';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { HistoryButton } from '../history/HistoryButton';
import styles from './Tools.module.css';

/** What is always at hand, whatever call there is. */
export function Tools(): ReactNode {
  const hasSnapshot = useSnapshot(() => true);
  const canEverDial = useSnapshot((snapshot) => snapshot.offers.dial);
  const reason = useSnapshot(whyNoDialing);
  const { openDialog } = useWindowActions();
  return (
    <header className={styles.tools}>
      {canEverDial === true && (
        <Button
          look="quiet"
          icon={<PhoneOutgoing />}
          reason={reason}
          shortcut={shortcutFor('dial')}
          onPress={() => openDialog({ kind: 'dial' })}
        >
          {en.palette.dial}
        </Button>
      )}
      <HistoryButton />
      {hasSnapshot === true && (
        <Button
          look="quiet"
          icon={<Command />}
          shortcut={shortcutFor('palette')}
          onPress={() => openDialog({ kind: 'palette' })}
        >
          {en.palette.open}
        </Button>
      )}
    </header>
  );
}
