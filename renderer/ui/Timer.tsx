import { useCallback, useSyncExternalStore, type ReactNode } from 'react';
import { elapsedSeconds, formatElapsed, tickEachSecond } from './clock';
import styles from './Timer.module.css';

export interface TimerProps {
  /** In ms since the epoch, as is `endedAt`. */
  readonly startedAt: number;
  readonly endedAt?: number | undefined;
  readonly isRunning: boolean;
}

/**
 * How long a call has lasted. Ticks on the call's own second, and only while it is running and can
 * be seen; nothing but this element renders again.
 */
export function Timer({ startedAt, endedAt, isRunning }: TimerProps): ReactNode {
  const read = useCallback(
    () => elapsedSeconds(startedAt, endedAt ?? Date.now()),
    [startedAt, endedAt],
  );
  const subscribe = useCallback(
    (onTick: () => void) => (isRunning ? tickEachSecond(startedAt, onTick) : () => undefined),
    [isRunning, startedAt],
  );
  const seconds = useSyncExternalStore(subscribe, read, read);
  return (
    <span role="timer" className={styles.timer}>
      {formatElapsed(seconds)}
    </span>
  );
}
