import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import card from '../../ui/Card.module.css';
import { ImportProfile } from '../settings/ImportProfile';
import { useStartDemo } from '../settings/use-demo';
import styles from './Welcome.module.css';

/** The setup screen for an agent without a profile. */
export function Welcome(): ReactNode {
  const { openDialog } = useWindowActions();
  const { isBusy, start } = useStartDemo();
  return (
    <div className={card.card}>
      <div className={styles.welcome}>
        <h2>{en.window.welcomeTitle}</h2>
        <p>{en.window.welcomeBody}</p>
        <Button look="primary" onPress={() => openDialog({ kind: 'settings', page: 'agent' })}>
          {en.window.welcomeSettings}
        </Button>
        {/* Afterwards the snapshot shows the window of the profile. */}
        <ImportProfile onDone={() => undefined} />
        <p>{en.window.welcomeDemo}</p>
        <Button isBusy={isBusy} onPress={start}>
          {en.window.requests['start-demo']}
        </Button>
      </div>
    </div>
  );
}
