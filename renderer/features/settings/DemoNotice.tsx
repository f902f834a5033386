import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { Settings } from '../../../contract/settings';
import { Button } from '../../ui/Button';
import { useLeaveDemo } from './use-demo';
import styles from './DemoNotice.module.css';

/** Says that something other than the stored profile is in use. */
export function DemoNotice({ running }: { readonly running: Settings['running'] }): ReactNode {
  const { isBusy, leave } = useLeaveDemo();
  return (
    <div role="note" className={styles.notice}>
      <span>{running === 'demo' ? en.settings.inDemo : en.settings.fromFile}</span>
      {running === 'demo' && (
        <Button isBusy={isBusy} onPress={leave}>
          {en.settings.leaveDemo}
        </Button>
      )}
    </div>
  );
}
