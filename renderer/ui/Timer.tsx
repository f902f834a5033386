import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { countFrom, formatElapsed, type TimedCall } from './clock';
import styles from './Timer.module.css';

/**
 * How long a call has lasted. Ticks on the call's own second, and only while it is running and can
 * be seen; nothing but this element renders again.
 */
export function Timer({ call }: { readonly call: TimedCall }): ReactNode {
  const counter = useMemo(() => countFrom(call), [call]);
  const seconds = useSyncExternalStore(counter.subscribe, counter.read, counter.read);
  return (
    <span role="timer" className={styles.timer}>
      {formatElapsed(seconds)}
    </span>
  );
}
