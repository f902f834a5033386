import { PhoneCall, PhoneOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { lostConnectionOf } from '../../../contract/actions/dialing';
import { en } from '../../../contract/locale/en';
import { useSnapshot } from '../../state/window-context';
import { Sentence } from '../../ui/Name';
import styles from './CallPanel.module.css';

/** Says that there is no call, which is known only while the telephone's service is connected. */
export function NoCall(): ReactNode {
  const name = useSnapshot((snapshot) => snapshot.agentName) ?? '';
  const vendor = useSnapshot(lostConnectionOf);
  const Icon = vendor === undefined ? PhoneCall : PhoneOff;
  return (
    <div className={styles.empty}>
      <Icon aria-hidden />
      <h2>{vendor === undefined ? en.window.noCall : en.window.notConnected}</h2>
      {(name !== '' || vendor !== undefined) && (
        <p>
          {vendor === undefined ? (
            <Sentence text={en.window.noCallHint} values={{ name }} />
          ) : (
            <Sentence text={en.window.notConnectedHint} values={{ vendor }} />
          )}
        </p>
      )}
    </div>
  );
}
