import { WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { Sentence } from '../../ui/Name';
import { findConnection } from '../../../contract/find-calls';
import { useSnapshot, useWindowState } from '../../state/window-context';
import { formatTimeOfDay } from '../../ui/clock';
import styles from './StaleMark.module.css';

/** Shows the time of the last update while no updates arrive. */
export function StaleMark({ call }: { readonly call: Call }): ReactNode {
  const connection = useSnapshot((snapshot) => findConnection(snapshot, call));
  const freshUntil = useWindowState((state) => connection && state.freshUntil[connection.vendor]);
  if (connection === undefined || connection.state === 'connected') {
    return null;
  }
  const isComing = connection.state === 'connecting' || connection.state === 'reconnecting';
  const time = formatTimeOfDay(freshUntil ?? connection.since);
  return (
    <p className={styles.stale}>
      <WifiOff aria-hidden />
      <span>
        <Sentence
          text={isComing ? en.window.staleConnecting : en.window.staleLost}
          values={{ time }}
        />
      </span>
    </p>
  );
}
