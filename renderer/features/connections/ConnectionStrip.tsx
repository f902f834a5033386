import { CircleAlert, Info, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../../contract/errors';
import { en } from '../../../contract/locale/en';
import { vendorName } from '../../../contract/locale/vendor-name';
import { format } from '../../../contract/locale/format';
import { joinSentences } from '../../../contract/locale/join-sentences';
import { describeError, describeConnectionError } from '../../../contract/locale/describe-error';
import { useSnapshot } from '../../state/window-context';
import { classNames } from '../../ui/class-names';
import { WithNumbers } from '../../ui/Numbers';
import { findWorstConnection, isProblem, lookOf } from './connection-problem';
import styles from './Connections.module.css';
import { ConnectionButtons } from './ConnectionButtons';

/**
 * A line at the bottom edge, shown only while a service is not connected, or something there or on
 * this computer needs the agent. It says what is wrong and what to do.
 */
export function ConnectionStrip(): ReactNode {
  const connections = useSnapshot((snapshot) => snapshot.connections) ?? [];
  const notices = useSnapshot((snapshot) => snapshot.notices) ?? [];
  const worst = findWorstConnection(connections.filter(isProblem));
  if (worst === undefined && notices.length === 0) {
    return null;
  }
  return (
    <footer className={styles.strips}>
      {notices.map((notice) => {
        const text = joinSentences(describeError(notice, { hasCodes: true }));
        return (
          <div key={text} role="note" className={styles.strip} title={text}>
            <Info aria-hidden />
            <span className={styles.stripText}>
              <WithNumbers text={text} />
            </span>
          </div>
        );
      })}
      {worst !== undefined && (
        // Keyed by vendor, so that a press meant for one service's button cannot reach another's.
        <div key={worst.vendor} className={classNames(styles.strip, styles[lookOf(worst)])}>
          {worst.state === 'reconnecting' ? <RefreshCw aria-hidden /> : <CircleAlert aria-hidden />}
          <span className={styles.stripText}>
            <strong>
              {format(en.window.stripStates[worst.state], { vendor: vendorName(worst.vendor) })}
            </strong>{' '}
            {worst.reason !== undefined && !isNoticed(notices, worst.reason) && (
              <WithNumbers text={joinSentences(describeConnectionError(worst.reason))} />
            )}
          </span>
          <ConnectionButtons connection={worst} />
        </div>
      )}
    </footer>
  );
}

/** Whether a notice already says what is wrong, as with a keyring, which every service needs. */
function isNoticed(notices: readonly AppError[], reason: AppError): boolean {
  return notices.some(({ code }) => code === reason.code);
}
