import { useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import styles from './Settings.module.css';

/** Sends a test notification and shows the result. */
export function TestNotificationButton(): ReactNode {
  const { sendTestNotification } = useWindowActions();
  const [isBusy, setIsBusy] = useState(false);
  const [result, setResult] = useState('');

  async function send(): Promise<void> {
    setIsBusy(true);
    setResult('');
    const sent = await sendTestNotification();
    setIsBusy(false);
    setResult(sent.ok ? en.settings.testResults[sent.value] : en.settings.testFailed);
  }

  return (
    <>
      <div className={styles.row}>
        <Button isBusy={isBusy} onPress={() => void send()}>
          {en.settings.sendTest}
        </Button>
      </div>
      <p role="status" className={styles.hint}>
        {result}
      </p>
    </>
  );
}
